/** The closed lists of the model (docs: model.md): what a type, level, group, role or qualifier can be. */

export const ENTITY_TYPES = ['Person', 'Group', 'Gang', 'Agency', 'Organization', 'Country', 'Place', 'Plot', 'Event', 'Case', 'Measure', 'Item'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

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

export const ROLES = ['sponsor', 'agency', 'intermediary', 'perpetrator', 'target', 'accuser', 'judge'] as const;
export type Role = (typeof ROLES)[number];

/** Entity qualifiers of a claim, each a list in the record (order matters for `via` only). */
export const QUALIFIERS = ['via', 'to', 'at', 'in', 'instrument'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Every place of a claim an entity can stand in. */
export const ENDS = ['subject', 'object', ...QUALIFIERS] as const;
export type End = (typeof ENDS)[number];

/** Ends that are words and not ids; refused as ids. A subject takes only `unknown`. */
export const RESERVED_ENDS = ['unknown', 'none', 'value'] as const;

/** Non-entity objects a predicate may take. */
export const VALUE_KINDS = ['text', 'date', 'count', 'amount'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export const SUPPORT_LEVELS = ['unstated', 'reported', 'alleged', 'sanctioned', 'charged', 'admitted', 'found', 'convicted', 'confirmed'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export const DISPUTE_LEVELS = ['denied', 'contradicted', 'retracted', 'acquitted', 'withdrawn'] as const;
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
export const PLAIN_LEVELS: readonly SupportLevel[] = ['unstated', 'reported', 'alleged', 'confirmed'];
/** Levels whose citation names no `by`. */
export const LEVELS_WITHOUT_BY: readonly Level[] = ['unstated', 'reported'];
/** Levels whose citation names its `case`. */
export const LEVELS_WITH_CASE: readonly Level[] = ['charged', 'found', 'convicted', 'acquitted', 'withdrawn'];

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
export const DECISIONS = ['same', 'different', 'unsure'] as const;
export type Decision = (typeof DECISIONS)[number];

/** `[prefix:]slug`, as model.md, "Identity". */
export const ID_PATTERN = /^(?:[a-z0-9][a-z0-9._~-]{0,95}:)?[a-z0-9][a-z0-9._~-]{0,95}$/;
