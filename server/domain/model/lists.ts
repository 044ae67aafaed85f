/** The closed lists of the model (docs: model.md): what a type, level, group, role or qualifier can be. */

export const ENTITY_TYPES = ['Person', 'Group', 'Gang', 'Agency', 'Organization', 'Country', 'Place', 'Plot', 'Event', 'Case', 'Measure', 'Item'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];
const TYPE_SET: ReadonlySet<string> = new Set(ENTITY_TYPES);
export const isEntityType = (word: string): word is EntityType => TYPE_SET.has(word);

/** Types of entities whose dates stand for a claim in them that has no date of its own; the first type that has dates is used. */
export const DATING_TYPES = ['Plot', 'Event', 'Case'] as const satisfies readonly EntityType[];

export const GROUPS = [
  'sponsorship',
  'intermediation',
  'execution',
  'target',
  'structure',
  'association',
  'justice',
  'geography',
  'statement',
  'identity',
] as const;
export type Group = (typeof GROUPS)[number];

/** Groups whose claims are hops of a trace only where they are switched on (model.md, "Trace"). */
export const WITHHELD_GROUPS = ['justice', 'geography', 'statement', 'identity'] as const satisfies readonly Group[];
export type WithheldGroup = (typeof WITHHELD_GROUPS)[number];

/** How the rules of the model tell entity types apart. How a type is drawn stands in `client/ui/type-shapes.ts`. */
export interface EntityTypeTraits {
  /** It can act, be accused and answer. */
  acts: boolean;
  /** It is an organised body, named with an article in prose: "the corps". */
  body: boolean;
  /** Two entities are not linked by having only this body in common. (Two members of one gang are linked, so a Gang is none.) */
  joinsNobody: boolean;
  /** It can stand trial. */
  triable: boolean;
  /** A trace passes through it only where that is switched on. */
  withheld: boolean;
  /** The group that a trace switches on where this type is one of its ends, because no other group reaches it. */
  reachedBy?: WithheldGroup;
}
const THING = { acts: false, body: false, joinsNobody: false, triable: false, withheld: false } as const;
const PARTY = { ...THING, acts: true, triable: true } as const;
const BODY = { ...THING, acts: true, body: true, joinsNobody: true } as const;
/** The traits of each type. Add a new type to `ENTITY_TYPES` and here; the compiler then names the tables of the client that lack it. */
export const ENTITY_TYPE_TRAITS = {
  Person: PARTY,
  Group: PARTY,
  Gang: { ...PARTY, body: true },
  Agency: BODY,
  Organization: BODY,
  Country: { ...THING, acts: true, withheld: true },
  Place: { ...THING, withheld: true, reachedBy: 'geography' },
  Plot: THING,
  Event: THING,
  Case: { ...THING, withheld: true, reachedBy: 'justice' },
  Measure: { ...THING, withheld: true, reachedBy: 'justice' },
  Item: THING,
} as const satisfies Readonly<Record<EntityType, EntityTypeTraits>>;

/** The same table without the narrow types of its entries. */
export const traitsOf = (type: EntityType): EntityTypeTraits => ENTITY_TYPE_TRAITS[type];

/** Types that a trace passes through only where they are switched on. */
export type WithheldType = { [T in EntityType]: (typeof ENTITY_TYPE_TRAITS)[T]['withheld'] extends true ? T : never }[EntityType];
export const isWithheld = (type: EntityType): type is WithheldType => ENTITY_TYPE_TRAITS[type].withheld;
export const WITHHELD_TYPES: readonly WithheldType[] = ENTITY_TYPES.filter(isWithheld);

export const ROLES = ['sponsor', 'agency', 'intermediary', 'perpetrator', 'target', 'accuser', 'judge'] as const;
export type Role = (typeof ROLES)[number];

/** Entity qualifiers of a claim, each a list in the record. The order matters for `via` only. */
export const QUALIFIERS = ['via', 'to', 'at', 'in', 'instrument'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Every end and qualifier of a claim: where an entity can stand. */
export const ENDS = ['subject', 'object', ...QUALIFIERS] as const;
export type End = (typeof ENDS)[number];

/** Words that stand for an end and are refused as ids. A subject takes only `unknown`. */
export const RESERVED_ENDS = ['unknown', 'none', 'value'] as const;

/** Kinds of object a predicate may take beside entities. */
export const VALUE_KINDS = ['text', 'date', 'count', 'amount'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export const SUPPORT_LEVELS = ['unstated', 'reported', 'alleged', 'sanctioned', 'charged', 'admitted', 'found', 'convicted', 'confirmed'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export const DISPUTE_LEVELS = ['denied', 'contradicted', 'retracted', 'acquitted', 'withdrawn'] as const;
export type DisputeLevel = (typeof DISPUTE_LEVELS)[number];
const DISPUTE_SET: ReadonlySet<string> = new Set(DISPUTE_LEVELS);
export const isDispute = (level: string): level is DisputeLevel => DISPUTE_SET.has(level);
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
/** Levels that a claim which accuses nobody can have. */
export const PLAIN_LEVELS: readonly SupportLevel[] = ['unstated', 'reported', 'alleged', 'confirmed'];
/** Levels whose citation names no `by`. */
export const LEVELS_WITHOUT_BY: readonly Level[] = ['unstated', 'reported'];
/** Levels whose citation names its `case`. */
export const LEVELS_WITH_CASE: readonly Level[] = ['charged', 'found', 'convicted', 'acquitted', 'withdrawn'];

/**
 * What a step counts as where it does not count as the level it gives: `alleged` after an acquittal or withdrawal, `reported` where the level is not known from
 * the body itself, `retracted` where it counts as nothing.
 */
export const FELL = ['alleged', 'reported', 'retracted'] as const;
export type Fell = (typeof FELL)[number];

export const BASES = ['stated', 'inferred', 'outside'] as const;
export type Basis = (typeof BASES)[number];
export const ORIGIN_BASES = ['stated', 'inferred', 'carried', 'own-voice', 'not-established'] as const;
export type OriginBasis = (typeof ORIGIN_BASES)[number];
export const TEXT_OF_HOW = ['republishes', 'abridges', 'relays'] as const;
export type TextOfHow = (typeof TEXT_OF_HOW)[number];
export const STAKE_AS = ['accuser', 'accused', 'target', 'opponent', 'ally', 'owner'] as const;
export type StakeAs = (typeof STAKE_AS)[number];
export const STAGES = ['arrested', 'indicted', 'trial', 'appeal'] as const;
export type Stage = (typeof STAGES)[number];
export const OUTCOMES = ['killed', 'injured', 'survived', 'foiled', 'escaped', 'expelled', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const NAME_KINDS = ['primary', 'alias', 'transliteration', 'former', 'nickname', 'label'] as const;
export type NameKind = (typeof NAME_KINDS)[number];
/** Whether "the" stands before a name in an English sentence. */
export const ARTICLES = ['the', 'none'] as const;
export type Article = (typeof ARTICLES)[number];
export const GRAMMATICAL_NUMBERS = ['singular', 'plural'] as const;
export type GrammaticalNumber = (typeof GRAMMATICAL_NUMBERS)[number];
/**
 * What is said in short beside every answer in words, four of these: what rests on a court; of a trace the weakest hop, of a list what has an uninvolved origin;
 * what stands against it; who says that there is no link.
 */
export const ANSWER_FACTS = ['court', 'weakest', 'uninvolved', 'against', 'no-link'] as const;
export type AnswerFact = (typeof ANSWER_FACTS)[number];
/** What stands before each, on the page and in the dossier. */
export const ANSWER_FACT_HEADINGS: Readonly<Record<AnswerFact, string>> = {
  court: 'Rests on a court',
  weakest: 'Weakest hop',
  uninvolved: 'Uninvolved origin',
  against: 'Stands against it',
  'no-link': 'No link, says',
};
/** Why the publication gate refuses a claim, an entity or an identity. */
export const REFUSAL_REASONS = [
  'unsupported',
  'converted',
  'not-seen',
  'no-place',
  'no-address',
  'no-accuser',
  'at-risk',
  'undecided',
  'copied',
  'not-cleared',
  'deleted',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
export const DECISIONS = ['same', 'different', 'unsure'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What users write of their own beside the case: it is no source, and counts nowhere. */
export const NOTEBOOK_KINDS = ['note', 'assessment', 'search'] as const;
export type NotebookKind = (typeof NOTEBOOK_KINDS)[number];
/** How far an assessment has come. */
export const ASSESSMENT_STATES = ['open', 'leaning', 'settled'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];
export const SEARCH_RESULTS = ['nothing', 'something'] as const;
export type SearchResult = (typeof SEARCH_RESULTS)[number];

/** `[prefix:]slug` (model.md, "Identity"). */
export const ID_PATTERN = /^(?:[a-z0-9][a-z0-9._~-]{0,95}:)?[a-z0-9][a-z0-9._~-]{0,95}$/;

/** Kinds of record, as named in versions and change sets. */
export const RECORD_KINDS = ['dataset', 'voice', 'source', 'entity', 'predicate', 'claim', 'citation', 'rivals', 'identity', 'question'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The kind of the source that stands for the file a record was converted from, where the record names none itself. */
export const IMPORTED_FILE = 'imported file';

/**
 * What a claim may lack, so that it wants corroboration, in the order in which it is told.
 * - `retelling`: what is left of its support only tells again what was taken from an origin that no longer counts
 * - `no-origin`: no origin is established
 * - `one-origin`: it has one origin
 * - `parties`: it has origins, and each of them is a party or came by one
 * - `unclear`: none of its origins is uninvolved, and of a voice on the way it is unclear whether it has a stake
 * - `unread`: nobody read a source at the root of any of its origins
 */
export const GAP_KINDS = ['retelling', 'no-origin', 'one-origin', 'parties', 'unclear', 'unread'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** Whether another voice told a claim certainly later, certainly earlier, certainly on the same day, or whether the dates do not tell. */
export const SEQUENCES = ['after', 'before', 'same-day', 'open'] as const;
export type Sequence = (typeof SEQUENCES)[number];
