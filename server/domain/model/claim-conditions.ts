/** A claim filter as conditions on the facts of a claim: the one meaning that the graph in memory, the statements and a page's own filters share. */
import { CLAIM_FILTERS, type Fact, type FilterName, type FilterTakes, type FilterTest } from './claim-filters.ts';
import { RANK_OF_LEVEL, type SupportLevel } from './lists.ts';
import type { ClaimFilter } from './questions.ts';

/** One given part of a filter, its value as the fact is compared with it. */
export type Condition = { fact: Fact } & (
  | { test: 'at-least' | 'at-most'; value: number }
  | { test: 'is'; value: boolean }
  | { test: 'any-of' | 'none-of'; value: readonly string[] }
);
/** What a claim has for a fact. */
export type FactReader = (fact: Fact) => unknown;

/** The conditions of the parts that are given. */
export function conditionsOf(filter: ClaimFilter): Condition[] {
  return Object.entries(CLAIM_FILTERS).flatMap(([name, { takes, fact, test }]) => {
    const asked = filter[name as FilterName];
    if (asked === undefined) return [];
    const value = takes === 'level' ? RANK_OF_LEVEL[asked as SupportLevel] : asked;
    // The table pairs what a row takes with how it is tested.
    return [{ fact, test, value } as Condition];
  });
}

const KIND_NAMED = { predicates: 'predicate', entities: 'entity', sources: 'source', voices: 'voice', datasets: 'dataset' } as const;
type Named = keyof typeof KIND_NAMED;
const namesRecords = (takes: FilterTakes): takes is Named => Object.hasOwn(KIND_NAMED, takes);

/** The records that a filter names: by which of its parts, and of which kind. */
export function recordsNamedBy(filter: ClaimFilter): { part: FilterName; kind: (typeof KIND_NAMED)[Named]; ids: string[] }[] {
  return Object.entries(CLAIM_FILTERS).flatMap(([name, { takes }]) => {
    const part = name as FilterName;
    return namesRecords(takes) && filter[part] !== undefined ? [{ part, kind: KIND_NAMED[takes], ids: filter[part] as string[] }] : [];
  });
}

/** Tells of a claim, by its facts, whether all conditions of the filter hold; made once for many claims. */
export function filterTest(filter: ClaimFilter): (factOf: FactReader) => boolean {
  const tests = conditionsOf(filter).map((condition) => ({ fact: condition.fact, holds: conditionTest(condition) }));
  return (factOf) => tests.every(({ fact, holds }) => holds(factOf(fact)));
}

const HOLDS: { readonly [T in FilterTest]: (value: never) => (fact: never) => boolean } = {
  'at-least': (value: number) => (fact: number) => fact >= value,
  'at-most': (value: number) => (fact: number) => fact <= value,
  is: (value: boolean) => (fact: boolean) => fact === value,
  'any-of': (value: readonly string[]) => someOf(value),
  'none-of': (value: readonly string[]) => {
    const isAny = someOf(value);
    return (fact: string | readonly string[] | undefined) => !isAny(fact);
  },
};

function conditionTest({ test, value }: Condition): (fact: unknown) => boolean {
  return HOLDS[test](value as never) as (fact: unknown) => boolean;
}

/** Whether a value, or one of several, is among those asked for. */
function someOf(asked: readonly string[]): (fact: string | readonly string[] | undefined) => boolean {
  const wanted = new Set(asked);
  return (fact) => (typeof fact === 'string' ? wanted.has(fact) : (fact?.some((one) => wanted.has(one)) ?? false));
}
