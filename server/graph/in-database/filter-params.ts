/** A claim filter as the parameters of the statements that list claims: all of them, those around an entity, those around a hub. */
import { lastDayText } from '../../domain/dates/edtf-dates.ts';
import { conditionsOf, type Condition } from '../../domain/model/claim-conditions.ts';
import type { Fact } from '../../domain/model/claim-filters.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { ClaimFilter } from '../../domain/model/questions.ts';

/** Below every rank that supports, and the highest. */
const LOWEST_RANK = -1;
const HIGHEST_RANK = 6;

/** Names of the parts that are given: `asks` of a statement. An empty list is a question too; nothing passes it. */
export function asked(parts: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(parts).filter((name) => parts[name] !== undefined);
}

export function listOf(values: readonly string[] | undefined): string[] {
  return values ? [...values] : [];
}

/** What follows from the proposition and the sources read. Every other fact is a figure: a claim whose figures wait to be worked out has none to be asked for. */
const NO_FIGURES: Readonly<Record<Exclude<Fact, keyof Figures | 'disputedOnly'>, true>> = {
  group: true,
  predicate: true,
  entities: true,
  endTypes: true,
  drawnTypes: true,
  sources: true,
  datasets: true,
};

/** Conditions on what the stored claim has no property for under the name of the fact: the statements have a parameter for each. */
const ASKED_OTHERWISE = new Map([
  ['any-of entities', 'entities'],
  ['any-of endTypes', 'types'],
  ['none-of drawnTypes', 'typesNot'],
  ['any-of datasets', 'datasets'],
]);

/** The conditions by the way they are tested, each a property of the claim and what it is compared with; `asks` names the others that are given. */
export function filterParams(filter: ClaimFilter) {
  const conditions = conditionsOf(filter, lastDayText);
  const otherwise = new Map<string, string[]>();
  const properties: Condition[] = [];
  for (const condition of conditions) {
    const part = ASKED_OTHERWISE.get(`${condition.test} ${condition.fact}`);
    if (part === undefined) properties.push(condition);
    else otherwise.set(part, condition.value as string[]);
  }
  const tested = <T extends Condition['test']>(test: T) =>
    properties.flatMap((condition) =>
      condition.test === test ? [{ fact: condition.fact, value: condition.value as (Condition & { test: T })['value'] }] : [],
    );
  const atLeast = tested('at-least');
  const atMost = tested('at-most');
  const ranks = (range: readonly { fact: Fact; value: number }[]) => range.flatMap(({ fact, value }) => (fact === 'rank' ? [value] : []));
  return {
    rankAtLeast: Math.max(LOWEST_RANK, ...ranks(atLeast)),
    rankAtMost: Math.min(HIGHEST_RANK, ...ranks(atMost)),
    filter: {
      atLeast,
      atMost,
      after: tested('after'),
      is: tested('is'),
      // All of several: any of each by itself.
      anyOf: [
        ...tested('any-of').map(({ fact, value }) => ({ fact, value: [...value] })),
        ...tested('all-of').flatMap(({ fact, value }) => value.map((one) => ({ fact, value: [one] }))),
      ],
      noneOf: tested('none-of').map(({ fact, value }) => ({ fact, value: [...value] })),
      asks: [...otherwise.keys()],
      entities: listOf(otherwise.get('entities')),
      types: listOf(otherwise.get('types')),
      typesNot: listOf(otherwise.get('typesNot')),
      datasets: listOf(otherwise.get('datasets')),
      filtersFigures: conditions.some(({ fact }) => !Object.hasOwn(NO_FIGURES, fact)),
    },
  };
}
