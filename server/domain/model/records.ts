/** What a curator says: the kinds of record, and all of them together. */
import type {
  Article,
  Basis,
  Decision,
  End,
  EntityType,
  GrammaticalNumber,
  Group,
  Level,
  NameKind,
  OriginBasis,
  Outcome,
  Qualifier,
  Role,
  Stage,
  StakeAs,
  TextOfHow,
  ValueKind,
} from './lists.ts';
import type { Question } from './questions.ts';

/** An EDTF level 1 date as written, and what it rests on. */
export interface Dated {
  edtf: string;
  basis: Basis;
}
/** A count or amount: bounds inclusive, an absent bound is open; `approx` widens each by a tenth. */
export interface Quantity {
  min?: number;
  max?: number;
  approx?: boolean;
  unit?: string;
  basis: Basis;
}
/** A sentence passed, in words; never compared. */
export interface SentencePassed {
  text: string;
  basis: Basis;
}
export interface LangText {
  text: string;
  lang: string;
}
/** A text as the object of a claim: the curator's words, or (`quoted`) the source's own, found in its passage. */
export interface ObjectText extends LangText {
  quoted?: true;
}

/** What a name needs in an English sentence, where it cannot be told from its words. */
export interface NameGrammar {
  /** Whether "the" stands before it; the name is written without. */
  article?: Article;
  /** Whether "is" or "are" follows it. */
  number?: GrammaticalNumber;
}
export interface Name extends NameGrammar {
  text: string;
  lang: string;
  script?: string;
  kind: NameKind;
  /** Sources that print it; absent: nobody is said to. */
  sources?: string[];
}
export interface Entity {
  id: string;
  dataset: string;
  type: EntityType;
  kind?: string;
  names: Name[];
  unnamed?: boolean;
  /** The day (ISO 8601) on which the name was redacted. */
  redacted?: string;
  generic?: boolean;
  aggregate?: boolean;
  atRisk?: boolean;
  candidates?: string[];
}

export type StakeEntry = { entity: string; as: StakeAs; why: string } | { scope: 'all'; as: StakeAs; why: string };
export type Stake = 'none' | 'unclear' | StakeEntry[];
export interface Voice extends NameGrammar {
  id: string;
  dataset: string;
  name: string;
  /** Entities this voice speaks for. */
  entities: string[];
  stake: Stake;
}

export interface TextOf {
  source: string;
  how: TextOfHow;
}
export interface Source {
  id: string;
  dataset: string;
  kind: string;
  publisher?: string;
  title?: string;
  authors?: string[];
  language?: string;
  url?: string;
  /** How `url` is known: `stated` unless said. `outside`: found elsewhere, not in any source. */
  urlBasis?: Basis;
  archive?: string;
  published?: Dated;
  voice: string;
  seen: boolean;
  textOf?: TextOf;
}

/** Subject and object of a claim: an entity id, a reserved word, or (object only) a text. */
export type ObjectEnd = string | ObjectText;
export interface Claim {
  id: string;
  dataset: string;
  subject: string;
  predicate: string;
  object: ObjectEnd;
  via: string[];
  to: string[];
  at: string[];
  in: string[];
  instrument: string[];
  intended: boolean;
  attempted: boolean;
  expected: boolean;
  occasion?: string;
}

export type Locator = { paragraph: number } | { page: number | string } | { timecode: string } | { record: string };
/** A part of a paragraph, counted in characters of Unicode (`end` is the one after its last), and the SHA-256 of that paragraph. */
export interface PassageMark {
  start: number;
  end: number;
  sha256: string;
}
export interface CitationStanding {
  level: Level;
  by?: string;
  on?: Dated;
  case?: string;
}
export interface Citation {
  /** Derived from claim, dataset and content (`citation-id`), stable while the passage stays the same. */
  id: string;
  claim: string;
  dataset: string;
  source: string;
  locator?: Locator;
  /** The exact words within its paragraph, where the curator marked them; the words themselves are kept with the text only. */
  mark?: PassageMark;
  paraphrase: string;
  quote?: string;
  stance: 'supports' | 'disputes';
  standing: CitationStanding;
  hedge?: string;
  reading?: 'inferred';
  statedBy?: string;
  origin?: string;
  through: string[];
  originBasis: OriginBasis;
  /** The writer saw it or holds it himself: no retelling, though the same text names an origin for it elsewhere. */
  witnessed?: true;
  /** Several are alternatives of one passage ("1971 or 1973"), sorted; a list has two or more. Read by `happenedDates`. */
  happened?: Dated | Dated[];
  count?: Quantity;
  amount?: Quantity;
  sentence?: SentencePassed;
  offences: string[];
  as?: string;
  stage?: Stage;
  outcome?: Outcome;
  importOnly: boolean;
}

/** The forms of a predicate's verb. Those left out are told without: "attempted to have hired", "is" for "are", "as part of the plot". */
export interface PredicateForms {
  finite: string;
  infinitive: string;
  passive: string;
  noun: string;
  /** The plain form, for flags: "hire". */
  base?: string;
  /** The finite form after a plural subject, where it is more than "are" for "is" or "have" for "has": "are members of". */
  plural?: string;
  /** The words before the plot that the claim belongs to: "for". */
  inPlot?: string;
  /** The word after a form of "be" where the object is several and no body: "is among the politicians", and not "is a member of the politicians". */
  ofSeveral?: string;
  /** Where "blamed for being responsible for the strike" would say it twice, and "blamed for the strike" is all. */
  blamedFor?: 'object';
}
export interface Predicate {
  id: string;
  dataset: string;
  forms: PredicateForms;
  inverse: string;
  group: Group;
  subject: EntityType[];
  takes: (EntityType | ValueKind)[];
  qualifiers: Qualifier[];
  accuses: End[];
  /** It has no direction: of its two ends the one with the smaller id is kept as the subject (`end-order`). Left out where it is not so. */
  symmetric?: boolean;
  /** The object is a body above the subject (organ-of, part-of, member-of, leads, works-for…). */
  within: boolean;
  traversed: boolean;
  /** True: the object (else the subject) died. */
  recordsDeath: boolean;
  roles: Partial<Record<End, Role>>;
  definition: string;
  example: string;
  misuse: string;
}

export interface RivalSet {
  /** Derived: the sorted claim ids. */
  id: string;
  dataset: string;
  claims: string[];
  why: string;
}
export interface IdentityDecision {
  /** Derived: the sorted pair. */
  id: string;
  dataset: string;
  a: string;
  b: string;
  decision: Decision;
  why: string;
}

export interface Dataset {
  id: string;
  title?: string;
  curator?: string;
  licence?: string;
  knowledgeUntil?: Dated;
  description?: string;
}

/** Everything a derivation reads, keyed by id. May be a part of the whole: see `derive-figures`. */
export interface Records {
  datasets: Map<string, Dataset>;
  voices: Map<string, Voice>;
  sources: Map<string, Source>;
  entities: Map<string, Entity>;
  predicates: Map<string, Predicate>;
  claims: Map<string, Claim>;
  /** Citations by claim id. */
  citations: Map<string, Citation[]>;
  rivals: RivalSet[];
  identities: IdentityDecision[];
  questions: Map<string, Question>;
}
