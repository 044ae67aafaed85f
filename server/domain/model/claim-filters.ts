/** The filters of claims, each declared once: what it takes, of which fact, and how the two are compared. All else that knows a filter derives from these rows. */
import type { EntityType, Group, SupportLevel } from './lists.ts';

/** What a filter can take. Ids are named after the records they are of. */
export interface FilterValues {
  level: SupportLevel;
  count: number;
  flag: boolean;
  /** EDTF. */
  date: string;
  groups: Group[];
  types: EntityType[];
  predicates: string[];
  entities: string[];
  sources: string[];
  voices: string[];
  datasets: string[];
}
export type FilterTakes = keyof FilterValues;

/** What a claim is asked about. Figures bear the names they have in `Figures`, in an edge as drawn, and as properties of the stored claim. */
export interface ClaimFacts {
  /** 0 to 6; -1 for disputed-only. */
  rank: number;
  origins: number;
  uninvolvedOrigins: number;
  contested: boolean;
  disputedOnly: boolean;
  /** An origin is not established. */
  originsOpen: boolean;
  /** A day; not known where a supporting citation reads a source without a date. */
  firstPublished?: string;
  group: string | undefined;
  predicate: string;
  /** Every end and entity qualifier. */
  entities: readonly string[];
  /** Types of subject and object. */
  endTypes: readonly string[];
  /** Types of the entities a drawing of the claim may need (`drawnEnds`). */
  drawnTypes: readonly string[];
  /** Read by its visible citations. */
  sources: readonly string[];
  /** At the roots of its supporting citations that count. */
  originVoices: readonly string[];
  /** Its own, and those of its visible citations. */
  datasets: readonly string[];
}
export type Fact = keyof ClaimFacts;
type FactOf<T> = { [F in Fact]: ClaimFacts[F] extends T ? F : never }[Fact];
type Listed = { [F in Fact]: ClaimFacts[F] extends readonly string[] ? F : never }[Fact];
type ListTakes = { [K in FilterTakes]: FilterValues[K] extends string[] ? K : never }[FilterTakes];

type FilterRow =
  | { takes: 'level'; fact: 'rank'; test: 'at-least' | 'at-most' }
  | { takes: 'count'; fact: FactOf<number>; test: 'at-least' | 'at-most' }
  | { takes: 'flag'; fact: FactOf<boolean>; test: 'is' }
  /** The fact is a day; what is not known is after none. */
  | { takes: 'date'; fact: FactOf<string | undefined>; test: 'after' }
  | { takes: ListTakes; fact: FactOf<string | undefined | readonly string[]>; test: 'any-of' | 'none-of' }
  | { takes: ListTakes; fact: Listed; test: 'all-of' };
export type FilterTest = FilterRow['test'];

/** Every given one must hold. Of an empty list nothing is any, and everything is none, and has all. */
export const CLAIM_FILTERS = {
  standingAtLeast: { takes: 'level', fact: 'rank', test: 'at-least' },
  standingAtMost: { takes: 'level', fact: 'rank', test: 'at-most' },
  originsAtLeast: { takes: 'count', fact: 'origins', test: 'at-least' },
  originsAtMost: { takes: 'count', fact: 'origins', test: 'at-most' },
  uninvolvedAtLeast: { takes: 'count', fact: 'uninvolvedOrigins', test: 'at-least' },
  uninvolvedAtMost: { takes: 'count', fact: 'uninvolvedOrigins', test: 'at-most' },
  contested: { takes: 'flag', fact: 'contested', test: 'is' },
  disputedOnly: { takes: 'flag', fact: 'disputedOnly', test: 'is' },
  openOnly: { takes: 'flag', fact: 'originsOpen', test: 'is' },
  /** By a date certainly later than the one asked for: not known is not later. */
  firstPublishedAfter: { takes: 'date', fact: 'firstPublished', test: 'after' },
  groups: { takes: 'groups', fact: 'group', test: 'any-of' },
  predicates: { takes: 'predicates', fact: 'predicate', test: 'any-of' },
  predicatesNot: { takes: 'predicates', fact: 'predicate', test: 'none-of' },
  entities: { takes: 'entities', fact: 'entities', test: 'any-of' },
  types: { takes: 'types', fact: 'endTypes', test: 'any-of' },
  typesNot: { takes: 'types', fact: 'drawnTypes', test: 'none-of' },
  sources: { takes: 'sources', fact: 'sources', test: 'any-of' },
  voices: { takes: 'voices', fact: 'originVoices', test: 'any-of' },
  voicesAll: { takes: 'voices', fact: 'originVoices', test: 'all-of' },
  datasets: { takes: 'datasets', fact: 'datasets', test: 'any-of' },
} as const satisfies Readonly<Record<string, FilterRow>>;
export type FilterName = keyof typeof CLAIM_FILTERS;
/** The rows in order, each with its name. */
export const FILTER_ROWS: readonly (FilterRow & { name: FilterName })[] = Object.entries(CLAIM_FILTERS).map(([name, row]) => ({
  ...row,
  name: name as FilterName,
}));
