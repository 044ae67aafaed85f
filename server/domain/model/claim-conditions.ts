/** A claim filter as conditions on the facts of a claim: the one meaning that the graph in memory, the statements and a page's own filters share. */
import { FILTER_ROWS, type Fact, type FilterName, type FilterTakes, type FilterTest } from './claim-filters.ts';
import { RANK_OF_LEVEL, type SupportLevel } from './lists.ts';
import type { ClaimFilter } from './questions.ts';

/** One given part of a filter, its value as the fact is compared with it. */
export type Condition = { fact: Fact } & (
  | { test: 'at-least' | 'at-most'; value: number }
  | { test: 'is'; value: boolean }
  | { test: 'after'; value: string }
  | { test: 'any-of' | 'none-of' | 'all-of'; value: readonly string[] }
);
/** The last possible day of a date as written, as a text like 2022-07-31: the domain has the grammar of dates, a page only the plain ones. */
export type LastDay = (edtf: string) => string;
/** What a claim has for a fact. */
export type FactReader = (fact: Fact) => unknown;

/** The conditions of the parts that are given. */
export function conditionsOf(filter: ClaimFilter, lastDay: LastDay): Condition[] {
  return FILTER_ROWS.flatMap(({ name, takes, fact, test }) => {
    const asked = filter[name];
    if (asked === undefined) return [];
    const value = takes === 'level' ? RANK_OF_LEVEL[asked as SupportLevel] : takes === 'date' ? lastDay(asked as string) : asked;
    // The table pairs what a row takes with how it is tested.
    return [{ fact, test, value } as Condition];
  });
}

const KIND_NAMED = { predicates: 'predicate', entities: 'entity', sources: 'source', voices: 'voice', datasets: 'dataset' } as const;
type Named = keyof typeof KIND_NAMED;
const namesRecords = (takes: FilterTakes): takes is Named => Object.hasOwn(KIND_NAMED, takes);

/** The records that a filter names: by which of its parts, and of which kind. */
export function recordsNamedBy(filter: ClaimFilter): { part: FilterName; kind: (typeof KIND_NAMED)[Named]; ids: string[] }[] {
  return FILTER_ROWS.flatMap(({ name: part, takes }) =>
    namesRecords(takes) && filter[part] !== undefined ? [{ part, kind: KIND_NAMED[takes], ids: filter[part] as string[] }] : [],
  );
}

/** Tells of a claim, by its facts, whether all conditions of the filter hold; made once for many claims. */
export function filterTest(filter: ClaimFilter, lastDay: LastDay): (factOf: FactReader) => boolean {
  const tests = conditionsOf(filter, lastDay).map((condition) => ({ fact: condition.fact, holds: conditionTest(condition) }));
  return (factOf) => tests.every(({ fact, holds }) => holds(factOf(fact)));
}

const HOLDS: { readonly [T in FilterTest]: (value: never) => (fact: never) => boolean } = {
  'at-least': (value: number) => (fact: number) => fact >= value,
  'at-most': (value: number) => (fact: number) => fact <= value,
  after: (value: string) => (fact: string | undefined) => fact !== undefined && fact > value,
  is: (value: boolean) => (fact: boolean) => fact === value,
  'any-of': (value: readonly string[]) => someOf(value),
  'none-of': (value: readonly string[]) => {
    const isAny = someOf(value);
    return (fact: string | readonly string[] | undefined) => !isAny(fact);
  },
  'all-of': (value: readonly string[]) => (fact: readonly string[]) => value.every((one) => fact.includes(one)),
};

function conditionTest({ test, value }: Condition): (fact: unknown) => boolean {
  return HOLDS[test](value as never) as (fact: unknown) => boolean;
}

/** Whether a value, or one of several, is among those asked for. */
function someOf(asked: readonly string[]): (fact: string | readonly string[] | undefined) => boolean {
  const wanted = new Set(asked);
  return (fact) => (typeof fact === 'string' ? wanted.has(fact) : (fact?.some((one) => wanted.has(one)) ?? false));
}
