/** The words of the model as types and closed lists (docs: model.md); everything else in the domain is a function over these. */

export const ENTITY_TYPES = [
  "Person",
  "Group",
  "Gang",
  "Agency",
  "Organization",
  "Country",
  "Place",
  "Plot",
  "Event",
  "Case",
  "Measure",
  "Item",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const GROUPS = [
  "sponsorship",
  "intermediation",
  "execution",
  "target",
  "structure",
  "association",
  "justice",
  "geography",
  "statement",
  "identity",
] as const;
export type Group = (typeof GROUPS)[number];

export const ROLES = [
  "sponsor",
  "agency",
  "intermediary",
  "perpetrator",
  "target",
  "accuser",
  "judge",
] as const;
export type Role = (typeof ROLES)[number];

/** Entity qualifiers of a claim, each a list in the record (order matters for `via` only). */
export const QUALIFIERS = ["via", "to", "at", "in", "instrument"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Every place of a claim an entity can stand in. */
export const ENDS = ["subject", "object", ...QUALIFIERS] as const;
export type End = (typeof ENDS)[number];

/** Ends that are words and not ids; refused as ids. A subject takes only `unknown`. */
export const RESERVED_ENDS = ["unknown", "none", "value"] as const;

/** Non-entity objects a predicate may take. */
export const VALUE_KINDS = ["text", "date", "count", "amount"] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export const SUPPORT_LEVELS = [
  "unstated",
  "reported",
  "alleged",
  "sanctioned",
  "charged",
  "admitted",
  "found",
  "convicted",
  "confirmed",
] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export const DISPUTE_LEVELS = [
  "denied",
  "contradicted",
  "retracted",
  "acquitted",
  "withdrawn",
] as const;
export type DisputeLevel = (typeof DISPUTE_LEVELS)[number];
export type Level = SupportLevel | DisputeLevel;

/** The ladder: rank 0 to 6 of each supporting level (model.md, "Standing"). */
export const RANK_OF_LEVEL: Readonly<Record<SupportLevel, number>> = {
  unstated: 0,
  reported: 1,
  alleged: 1,
  sanctioned: 2,
  charged: 3,
  admitted: 4,
  found: 5,
  convicted: 6,
  confirmed: 6,
};
/** Levels a claim that accuses nobody can have. */
export const PLAIN_LEVELS: readonly SupportLevel[] = [
  "unstated",
  "reported",
  "alleged",
  "confirmed",
];
/** Levels whose citation names no `by`. */
export const LEVELS_WITHOUT_BY: readonly Level[] = ["unstated", "reported"];
/** Levels whose citation names its `case`. */
export const LEVELS_WITH_CASE: readonly Level[] = [
  "charged",
  "found",
  "convicted",
  "acquitted",
  "withdrawn",
];

export const BASES = ["stated", "inferred", "outside"] as const;
export type Basis = (typeof BASES)[number];
export const ORIGIN_BASES = [
  "stated",
  "inferred",
  "carried",
  "own-voice",
  "not-established",
] as const;
export type OriginBasis = (typeof ORIGIN_BASES)[number];
export const TEXT_OF_HOW = ["republishes", "abridges", "relays"] as const;
export type TextOfHow = (typeof TEXT_OF_HOW)[number];
export const STAKE_AS = ["accuser", "accused", "target", "opponent", "ally", "owner"] as const;
export type StakeAs = (typeof STAKE_AS)[number];
export const STAGES = ["arrested", "indicted", "trial", "appeal"] as const;
export type Stage = (typeof STAGES)[number];
export const OUTCOMES = [
  "killed",
  "injured",
  "survived",
  "foiled",
  "escaped",
  "expelled",
  "other",
] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const NAME_KINDS = [
  "primary",
  "alias",
  "transliteration",
  "former",
  "nickname",
  "label",
] as const;
export type NameKind = (typeof NAME_KINDS)[number];
export const DECISIONS = ["same", "different", "unsure"] as const;
export type Decision = (typeof DECISIONS)[number];

/** `[prefix:]slug`, as model.md, "Identity". */
export const ID_PATTERN = /^(?:[a-z0-9][a-z0-9._~-]{0,95}:)?[a-z0-9][a-z0-9._~-]{0,95}$/;

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

export interface Name {
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
  generic?: boolean;
  aggregate?: boolean;
  atRisk?: boolean;
  candidates?: string[];
}

export type StakeEntry =
  | { entity: string; as: StakeAs; why: string }
  | { scope: "all"; as: StakeAs; why: string };
export type Stake = "none" | "unclear" | StakeEntry[];
export interface Voice {
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
  archive?: string;
  published?: Dated;
  voice: string;
  seen: boolean;
  textOf?: TextOf;
}

/** Subject and object of a claim: an entity id, a reserved word, or (object only) a text. */
export type ObjectEnd = string | LangText;
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

export type Locator =
  | { paragraph: number }
  | { page: number | string }
  | { timecode: string }
  | { record: string };
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
  paraphrase: string;
  quote?: string;
  stance: "supports" | "disputes";
  standing: CitationStanding;
  hedge?: string;
  reading?: "inferred";
  statedBy?: string;
  origin?: string;
  through: string[];
  originBasis: OriginBasis;
  happened?: Dated;
  count?: Quantity;
  amount?: Quantity;
  sentence?: SentencePassed;
  offences: string[];
  as?: string;
  stage?: Stage;
  outcome?: Outcome;
  importOnly: boolean;
}

export interface PredicateForms {
  finite: string;
  infinitive: string;
  passive: string;
  noun: string;
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

/** Whom a trace may start or end at; parts are united. */
export interface Selector {
  ids?: string[];
  role?: Role;
  type?: EntityType;
  savedSet?: string;
}
/** What claims are asked for; every given part must hold. Lists are "any of". */
export interface ClaimFilter {
  standingAtLeast?: SupportLevel;
  standingAtMost?: SupportLevel;
  originsAtLeast?: number;
  originsAtMost?: number;
  uninvolvedAtLeast?: number;
  uninvolvedAtMost?: number;
  contested?: boolean;
  disputedOnly?: boolean;
  groups?: Group[];
  predicates?: string[];
  /** An end or entity qualifier is one of these. */
  entities?: string[];
  /** An end is of one of these types. */
  types?: EntityType[];
  sources?: string[];
  /** A supporting citation is rooted at one of these voices. */
  voices?: string[];
  datasets?: string[];
}
/** A view's dates (EDTF; its latest possible day counts); absent clock: no limit. */
export interface Clocks {
  happened?: string;
  published?: string;
  /** ISO 8601 instant or EDTF date. */
  recorded?: string;
  /** Leave out what is undated or may be later. */
  firmOnly?: boolean;
}
/** What a path may do beyond the default (model.md, "Trace"); each true or set one is stated in the answer. */
export interface TraceSwitches {
  throughTypes?: ("Country" | "Place" | "Case" | "Measure")[];
  throughGeneric?: boolean;
  throughAggregate?: boolean;
  groups?: ("justice" | "geography" | "statement" | "identity")[];
  degreeLimit?: number;
  maxHops?: number;
  slack?: number;
  order?: "weakest-hop" | "hops";
  standingAtLeast?: SupportLevel;
  uninvolvedAtLeast?: number;
}
export type Question =
  | {
      id: string;
      dataset: string;
      text: string;
      kind: "trace";
      from: Selector;
      to: Selector;
      switches?: TraceSwitches;
      clocks?: Clocks;
    }
  | {
      id: string;
      dataset: string;
      text: string;
      kind: "claims";
      filter: ClaimFilter;
      clocks?: Clocks;
    }
  | {
      id: string;
      dataset: string;
      text: string;
      kind: "roles";
      roles?: Role[];
      plots?: string[];
      clocks?: Clocks;
    };

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

/** Why a voice on a citation's way does not count as uninvolved (model.md, "Origins", a to d). */
export interface InvolvedReason {
  voice: string;
  reason: "a" | "b" | "c" | "d";
  /** `why` of the stake, or a sentence naming the entity. */
  detail: string;
  entity?: string;
}
/** One step of a claim's standing history, oldest first, undated last. */
export interface StandingStep {
  level: Level;
  rank: number | null;
  by?: string;
  on?: Dated;
  case?: string;
  citation: string;
  stance: "supports" | "disputes";
  /** False where a retraction, acquittal or withdrawal took it back; `fell` then says to what. */
  counts: boolean;
  fell?: "alleged" | "retracted";
  /** At the happened clock: undated, or may be later than the date. */
  uncertain?: boolean;
}
export type StandingLevel = SupportLevel | "disputed-only";
/** The derived figures of one claim, at the clocks of the view. */
export interface Figures {
  claim: string;
  /** False: nothing of it is visible at these clocks. */
  visible: boolean;
  /** Visible, but by an undated or maybe later date. */
  uncertain: boolean;
  level: StandingLevel;
  /** 0 to 6; -1 for disputed-only. */
  rank: number;
  /** Who gave the shown level, sorted. */
  by: string[];
  /** The earliest dated step at the shown level. */
  since?: Dated;
  history: StandingStep[];
  accusatory: boolean;
  origins: number;
  /** A supporting citation whose origin is not established stands: the `+?`. */
  originsOpen: boolean;
  originsAtStanding: number;
  uninvolvedOrigins: number;
  involvedReasons: InvolvedReason[];
  /** Root voices of the supporting citations that count, sorted. */
  originVoices: string[];
  contested: boolean;
  contestedBy: {
    kind: "dispute" | "rival" | "values";
    ids: string[];
    field?: "happened" | "count" | "amount";
  }[];
  /** Values narrowed to their intersection, or the disjoint ones side by side. */
  happened: ClaimValue<string>[];
  count: ClaimValue<Quantity>[];
  amount: ClaimValue<Quantity>[];
  /** Number of visible citations, supporting and disputing. */
  citations: number;
  supporting: number;
  /** A citation's reading is inferred on all supporting citations that count: hollow arrow. */
  inferred: boolean;
  /** Hedges the passages use at the shown level, distinct, sorted. */
  hedges: string[];
}
/** One value a claim has, with the citations that say it. */
export interface ClaimValue<T> {
  value: T;
  basis: Basis;
  citations: string[];
}

/** A hop-sized piece of a claim (architecture.md, "In the database"). Numbered from 0 within the claim. */
export interface Segment {
  claim: string;
  n: number;
  from: string;
  to: string;
  group: Group;
  predicate: string;
}
