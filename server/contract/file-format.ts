/** The zod schema of a curated file of format `attest/1` (docs: format.md). The published JSON Schema is generated from it. */
import { z } from 'zod';
import {
  basis,
  claimFilter,
  dates,
  dated,
  decision,
  end,
  entityType,
  group,
  id,
  ALTERNATIVES,
  languageTag,
  locator,
  passageMark,
  longText,
  name,
  nameGrammar,
  objectEnd,
  originBasis,
  outcome,
  predicateForms,
  predicateTakes,
  qualifier,
  quantity,
  role,
  selector,
  sentencePassed,
  shortText,
  stage,
  stake,
  stance,
  standing,
  subjectEnd,
  textOf,
  traceSwitches,
  webAddress,
  LIMITS,
} from './records.ts';

export const FORMAT_ID = 'attest/1';

export const fileDataset = z.strictObject({
  id,
  title: shortText.optional(),
  curator: shortText.optional(),
  licence: shortText.optional(),
  description: longText.optional(),
  knowledgeUntil: dated.optional(),
});
export const fileVoice = z.strictObject({
  id,
  name: shortText,
  entities: z.array(id).optional(),
  stake,
  ...nameGrammar,
});
export const fileSource = z.strictObject({
  id,
  kind: shortText,
  publisher: shortText.optional(),
  title: shortText.optional(),
  authors: z.array(shortText).optional(),
  language: languageTag.optional(),
  url: webAddress.optional(),
  urlBasis: basis.optional().describe('How the address is known: `stated` unless said; `outside` where it was found elsewhere.'),
  archive: webAddress.optional(),
  published: dated.optional(),
  voice: id,
  seen: z.boolean(),
  textOf: textOf.optional(),
});
export const fileEntity = z.strictObject({
  id,
  type: entityType,
  kind: shortText.optional(),
  names: z.array(name).min(1).max(LIMITS.listLength),
  unnamed: z.boolean().optional(),
  redacted: z.iso.date().optional().describe('The day on which the name was redacted; its only name is then a label that says so.'),
  generic: z.boolean().optional(),
  aggregate: z.boolean().optional(),
  atRisk: z.boolean().optional(),
  candidates: z.array(id).min(2).optional(),
});
export const filePredicate = z.strictObject({
  id,
  forms: predicateForms,
  inverse: shortText,
  group,
  subject: z.array(entityType).min(1),
  takes: predicateTakes,
  qualifiers: z.array(qualifier).optional(),
  accuses: z.array(end).optional(),
  symmetric: z.boolean().optional(),
  within: z.boolean().optional(),
  traversed: z.boolean().optional(),
  recordsDeath: z.boolean().optional(),
  roles: z.partialRecord(end, role).optional(),
  definition: longText,
  example: longText,
  misuse: longText,
});
/** One date, or alternative dates of which one is right. */
const happened = z.union([dated, z.array(dated).min(2, ALTERNATIVES).max(LIMITS.listLength)]);
export const fileCitation = z.strictObject({
  source: id.optional(),
  locator: locator.optional(),
  mark: passageMark.optional(),
  paraphrase: longText,
  quote: longText.optional(),
  stance: stance.optional(),
  standing: standing.optional(),
  hedge: shortText.optional(),
  reading: z.literal('inferred').optional(),
  statedBy: id.optional(),
  origin: id.optional(),
  through: z.array(id).max(LIMITS.listLength).optional(),
  originBasis: originBasis.optional(),
  witnessed: z.boolean().optional(),
  happened: happened.optional(),
  count: quantity.optional(),
  amount: quantity.optional(),
  sentence: sentencePassed.optional(),
  offences: z.array(shortText).max(LIMITS.listLength).optional(),
  as: shortText.optional(),
  stage: stage.optional(),
  outcome: outcome.optional(),
  importOnly: z.boolean().optional(),
});
const oneOrMore = z.union([id, z.array(id).min(1).max(LIMITS.listLength)]);
export const fileClaim = z.strictObject({
  id,
  subject: subjectEnd,
  predicate: id,
  object: objectEnd,
  via: oneOrMore.optional(),
  to: oneOrMore.optional(),
  at: oneOrMore.optional(),
  in: oneOrMore.optional(),
  instrument: oneOrMore.optional(),
  intended: z.boolean().optional(),
  attempted: z.boolean().optional(),
  expected: z.boolean().optional(),
  occasion: shortText.optional(),
  citations: z.array(fileCitation).min(1).max(LIMITS.listLength),
});
export const fileRivals = z.strictObject({ claims: z.array(id).min(2), why: longText });
export const fileIdentity = z.strictObject({ a: id, b: id, decision, why: longText });
const questionBase = { id, text: longText, clocks: dates.optional() };
export const fileQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    ...questionBase,
    kind: z.literal('trace'),
    from: selector,
    to: selector,
    switches: traceSwitches.optional(),
  }),
  z.strictObject({ ...questionBase, kind: z.literal('claims'), filter: claimFilter }),
  z.strictObject({
    ...questionBase,
    kind: z.literal('roles'),
    roles: z.array(role).optional(),
    plots: z.array(id).optional(),
    /** Only roles that claims of these datasets give. */
    datasets: z.array(id).optional(),
  }),
]);
/**
 * Records of the dataset that others of the file refer to and that are not in it. A stub changes no stored record; where nothing is stored it creates the least
 * that is valid.
 */
export const fileStubs = z
  .strictObject({
    voices: z.array(z.strictObject({ id })).optional(),
    sources: z.array(z.strictObject({ id, voice: id, textOf: textOf.optional() })).optional(),
    entities: z.array(z.strictObject({ id, type: entityType })).optional(),
  })
  .describe(
    'Records that others of this file refer to and that it does not define. A stub changes no stored record; where none is stored it creates the least that is valid, and the report says so.',
  );
/** Values for the fields that a citation of the file leaves out. */
export const fileDefaults = z.strictObject({
  source: id.optional(),
  origin: id.optional(),
  originBasis: originBasis.optional(),
  through: z.array(id).optional(),
  statedBy: id.optional(),
  standing: standing.optional(),
});
/** One file. A dataset may be split over the files of a folder. Unknown fields are refused. */
export const attestFile = z.strictObject({
  $schema: z.string().max(LIMITS.urlLength).optional(),
  format: z.literal(FORMAT_ID),
  dataset: fileDataset.optional(),
  defaults: fileDefaults.optional(),
  voices: z.array(fileVoice).optional(),
  sources: z.array(fileSource).optional(),
  entities: z.array(fileEntity).optional(),
  predicates: z.array(filePredicate).optional(),
  claims: z.array(fileClaim).optional(),
  rivals: z.array(fileRivals).optional(),
  identities: z.array(fileIdentity).optional(),
  questions: z.array(fileQuestion).optional(),
  stubs: fileStubs.optional(),
});
export type AttestFile = z.infer<typeof attestFile>;
export type FileClaim = z.infer<typeof fileClaim>;
export type FileCitation = z.infer<typeof fileCitation>;

type KeysIn<T> = T extends readonly (infer U)[]
  ? KeysIn<U>
  : T extends object
    ? (keyof T & string) | { [K in keyof T]-?: KeysIn<T[K]> }[keyof T & string]
    : never;
/** Every field that a record may have in a file, at whatever depth; of a question those of its own. */
export type FileField =
  | KeysIn<
      z.input<
        | typeof fileDataset
        | typeof fileVoice
        | typeof fileSource
        | typeof fileEntity
        | typeof filePredicate
        | typeof fileClaim
        | typeof fileRivals
        | typeof fileIdentity
      >
    >
  | 'clocks'
  | 'from'
  | 'to'
  | 'switches'
  | 'filter'
  | 'roles'
  | 'plots'
  | 'datasets'
  | KeysIn<z.input<typeof selector | typeof dates | typeof claimFilter | typeof traceSwitches>>;
