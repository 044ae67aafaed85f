/** The model of FollowTheMoney (`ftm dump-model` of followthemoney 4.11), as far as an importer needs it: schemata, what they extend and require, links, properties. */

/** Schema | extends | requires | link: from, to, words | schemata of the ends | properties of its own. */
const MODEL = `
Address | Thing |  |  |  | full remarks postOfficeBox street street2 city postalCode region state latitude longitude osmId googlePlaceId
Airplane | Vehicle |  |  |  | serialNumber icaoCode manufacturer
Analyzable |  |  |  |  | detectedLanguage detectedCountry namesMentioned peopleMentioned companiesMentioned ibanMentioned ipMentioned locationMentioned phoneMentioned emailMentioned
Article | Document |  |  |  | 
Asset | Thing Value |  |  |  | 
Associate | Interval | person associate | person associate associated with | person:Person associate:Person | person associate relationship
Audio | Document |  |  |  | duration samplingRate
BankAccount | Asset |  |  |  | bankName accountNumber iban bic bank accountType openingDate closingDate balance balanceDate maxBalance maxBalanceDate bankAddress
Call | Interval |  |  |  | caller callerNumber receiver receiverNumber duration
CallForTenders | Thing Interval | title authority |  |  | callId title authority authorityReferenceId onBehalfOf publicationDate evaluationMechanism procurementType directive procedure involvesOutcome cpvCode reverseAuctionsIncluded nutsCode relationToThreshold paymentOptions submissionDeadline clarificationDeadline awardedInLots numberOfLots lotsNames tendersForLots maximumNumberOfLots euFunding multipleTenders tedUrl fallsUnderGPPScope certificationCheck awardingDate contractNoticeDate awardNoticeDate tenderers
Company | Organization Asset | name |  |  | capital voenCode coatoCode irsCode ipoCode cikCode jibCode mbsCode caemCode kppCode okopfCode fnsCode fssCode bikCode pfrNumber oksmCode isinCode ticker ricCode
Contract | Asset | title |  |  | title authority project type contractDate procedureNumber procedure noticeId numberAwards status method criteria classification cancelled language
ContractAward | Value Interest | supplier contract | contract supplier awarded to | supplier:LegalEntity contract:Contract | supplier contract callForTenders lotNumber documentNumber documentType decisionReason cpvCode nutsCode amended
Control | Interest | controller controlled | controller controlled controls | controller:LegalEntity controlled:LegalEntity | controller controlled controlType legalBasis
CourtCase | Thing | name |  |  | category type status caseNumber court fileDate closeDate
CourtCaseParty | Interest | case party | party case involved in | party:Thing case:CourtCase | party case
CryptoWallet | Thing Value |  |  |  | publicKey cryptoAddress privateKey accountId creationDate currencySymbol blockchain managingExchange holder balance balanceDate custodyType
Debt | Interval Value | debtor | debtor creditor owes | debtor:LegalEntity creditor:LegalEntity | debtor creditor
Directorship | Interest | director organization | director organization directs | director:LegalEntity organization:Organization | director organization secretary
Document | Thing Analyzable | fileName |  |  | contentHash title author generator crawler fileSize fileName extension encoding bodyText messageId mimeType language translatedLanguage translatedText date authoredAt publishedAt parent ancestors processingStatus processingError processingAgent processedAt
Documentation | Interest | document entity | document entity documents | document:Document entity:Thing | document entity
EconomicActivity | Interval |  |  |  | contract ccdNumber ccdValue directionOfTransportation customsProcedure vedCode vedCodeDescription goodsDescription declarant sender receiver contractHolder invoiceAmount customsAmount dollarExchRate tradingCountry departureCountry destinationCountry originCountry bankAccount bankRub bankForeign transport
Email | Folder PlainText HyperText |  |  |  | subject threadTopic sender from to cc bcc emitters recipients inReplyTo inReplyToEmail headers
Employment | Interest | employer employee | employee employer works for | employer:Organization employee:Person | employer employee
Event | Interval Analyzable Thing | name |  |  | location important organizer involved
Family | Interval | person relative | person relative related to | person:Person relative:Person | person relative relationship
Folder | Document |  |  |  | 
HyperText | Document |  |  |  | bodyHtml
Identification | Interval | holder number |  |  | holder type country number authority
Image | Document |  |  |  | pictured credit
Interest | Interval |  |  |  | role status
Interval |  |  |  |  | startDate endDate date summary description recordId sourceUrl proof publisher publisherUrl alephUrl namesMentioned indexText modifiedAt retrievedAt
LegalEntity | Thing | name |  |  | abbreviation email phone website legalForm incorporationDate dissolutionDate taxStatus status sector classification registrationNumber idNumber taxNumber licenseNumber vatCode jurisdiction mainCountry opencorporatesUrl bvdId sayariId brightQueryId brightQueryOrgId uscCode icijId okpoCode innCode ogrnCode okvedCode leiCode dunsCode uniqueEntityId npiCode swiftBic parent
License | Contract | name authority |  |  | area commodities reviewDate
Membership | Interest | member organization | member organization belongs to | member:LegalEntity organization:Organization | member organization
Mention |  | document name |  |  | document resolved name detectedSchema contextCountry contextPhone contextEmail
Message | Interval Folder PlainText HyperText | bodyText sender |  |  | subject threadTopic sender senderAccount recipients recipientAccount inReplyTo inReplyToMessage metadata
Note | Thing Analyzable |  |  |  | entity
Occupancy | Interval | holder post | holder post holds | holder:Person post:Position | holder post declarationDate electionDate periodStart periodEnd constituency politicalGroup status
Organization | LegalEntity | name |  |  | cageCode permId imoNumber giiNumber
Ownership | Interest | owner asset | owner asset owns | owner:LegalEntity asset:Asset | owner asset percentage sharesCount sharesValue sharesCurrency sharesType legalBasis ownershipType
Package | Folder |  |  |  | 
Page |  |  |  |  | index bodyText document detectedLanguage translatedText translatedTextLanguage indexText
Pages | Document |  |  |  | pdfHash
Passport | Identification | holder number |  |  | passportNumber surname givenName birthDate birthPlace gender personalNumber
Payment | Interval Value | payer beneficiary | payer beneficiary paid | payer:LegalEntity beneficiary:LegalEntity | sequenceNumber transactionNumber purpose programme payer payerAccount beneficiary beneficiaryAccount contract project
Person | LegalEntity | name |  |  | title firstName secondName middleName fatherName motherName lastName nameSuffix birthDate birthPlace birthCountry deathDate position biography nationality citizenship passportNumber socialSecurityNumber gender ethnicity height weight eyeColor hairColor appearance religion political profession education spokenLanguage
PlainText | Document |  |  |  | 
Position | Thing | name |  |  | organization inceptionDate dissolutionDate subnationalArea numberOfSeats
Project | Interval Thing Value |  |  |  | projectId status phase goal
ProjectParticipant | Interest |  | participant project participates in | project:Project participant:LegalEntity | project participant
PublicBody | Organization | name |  |  | 
RealEstate | Asset |  |  |  | latitude longitude censusBlock cadastralCode area registrationNumber titleNumber tenure encumbrance propertyType landType createDate parent
Representation | Interest | agent client | agent client represents | agent:LegalEntity client:LegalEntity | agent client
Risk | Interval | entity |  |  | entity authority program programId programUrl topics status duration reason country listingDate
Sanction | Interval | entity |  |  | entity authority authorityId unscId program programId programUrl provisions status duration reason country listingDate
Security | Asset |  |  |  | isin registrationNumber ticker figiCode issuer issueDate maturityDate type classification collateral
Similar |  |  |  |  | candidate match confidenceScore criteria matcher
Succession | Interest | predecessor successor | predecessor successor preceeds | predecessor:LegalEntity successor:LegalEntity | predecessor successor
Table | Document |  |  |  | columns rowCount csvHash
TaxRoll | Interval | taxee |  |  | taxee country surname givenName birthDate income taxPaid wealth
Territory | Thing | name |  |  | partOf level territoryCode fipsCode zipCode nutsCode
Thing |  | name |  |  | name alias previousName weakAlias country summary notes description sourceUrl publisher publisherUrl alephUrl wikipediaUrl wikidataId keywords topics address addressEntity program programId proof riskSource indexText createdAt modifiedAt retrievedAt
Trip | Event | name endLocation startLocation |  |  | startLocation endLocation vehicle
UnknownLink | Interest | subject object | subject object linked to | subject:Thing object:Thing | subject object
UserAccount | Thing | username |  |  | owner service email phone username password ipAddress
Value |  |  |  |  | amount currency amountUsd amountEur
Vehicle | Asset |  |  |  | registrationNumber type model owner operator buildDate registrationDate deregistrationDate
Vessel | Vehicle | name |  |  | imoNumber crsNumber flag registrationPort navigationArea tonnage grossRegisteredTonnage deadweightTonnage nameChangeDate callSign pastFlags pastTypes mmsi
Video | Document |  |  |  | duration
Workbook | Folder |  |  |  | 
`;

export interface FtmLink {
  from: string;
  to: string;
  /** Its words, read from the one end to the other. */
  words: string;
}
interface Schema {
  parents: readonly string[];
  required: readonly string[];
  link?: FtmLink;
  /** Schemata that the ends of a link must have, by property. */
  ends: ReadonlyMap<string, string>;
  properties: ReadonlySet<string>;
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const SCHEMATA: ReadonlyMap<string, Schema> = new Map(
  MODEL.trim()
    .split('\n')
    .map((line) => {
      const [name = '', parents = '', required = '', link = '', ends = '', properties = ''] = line.split(' | ').map((part) => part.trim());
      const [from, to, ...said] = words(link);
      const schema: Schema = {
        parents: words(parents),
        required: words(required),
        ends: new Map(words(ends).map((end) => end.split(':') as [string, string])),
        properties: new Set(words(properties)),
        ...(from === undefined || to === undefined ? {} : { link: { from, to, words: said.join(' ') } }),
      };
      return [name, schema] as const;
    }),
);

export const isSchema = (name: string): boolean => SCHEMATA.has(name);

/** Whether a schema is another, or extends it. */
export function isA(name: string, other: string): boolean {
  return name === other || (SCHEMATA.get(name)?.parents.some((parent) => isA(parent, other)) ?? false);
}

export function hasProperty(name: string, property: string): boolean {
  const schema = SCHEMATA.get(name);
  return schema !== undefined && (schema.properties.has(property) || schema.parents.some((parent) => hasProperty(parent, property)));
}

export const linkOf = (name: string): FtmLink | undefined => SCHEMATA.get(name)?.link;

/** Whether an entity of a schema may stand at the end of a link. */
export function mayStandAt(name: string, property: string, end: string): boolean {
  const range = SCHEMATA.get(name)?.ends.get(property);
  return range === undefined || isA(end, range);
}
