/** The filters over what is drawn: do claims pass, which would, and the filters in words; all from the declared filters. */
import type { FilterKey } from '../../../server/contract/view-filters.ts';
import type { EdgeView } from '../../../server/contract/views.ts';
import { filterTest } from '../../../server/domain/model/claim-conditions.ts';
import type { ClaimFilter } from '../../../server/domain/model/questions.ts';
import { type Filters, NO_FILTERS } from '../view.ts';
import { lastDay } from './as-of-dates.ts';
import { DECLARED_FILTERS, type DeclaredFilter } from './declared-filters.ts';
import { factsOf, type TypeOf } from './facts-of-edge.ts';

interface Active {
  key: FilterKey;
  declared: DeclaredFilter<unknown>;
  value: unknown;
}
const isDefault = (value: unknown, usual: unknown): boolean => value === undefined || JSON.stringify(value) === JSON.stringify(usual);

/** The filters that are not as usual. Each value is handed to the entry of its own key, which the compiler cannot see through a list. */
function active(filters: Filters): Active[] {
  return Object.entries(DECLARED_FILTERS).flatMap(([name, declared]) => {
    const key = name as FilterKey;
    return isDefault(filters[key], NO_FILTERS[key]) ? [] : [{ key, declared: declared as DeclaredFilter<unknown>, value: filters[key] }];
  });
}

/** Tells of a claim whether it is shown under the filters: what an expansion with them would bring. */
export function passing(filters: Filters, typeOf: TypeOf): (edge: EdgeView) => boolean {
  const passes = filterTest(expandFilterOf(filters), (date) => lastDay(date) ?? date);
  return (edge) => passes(factsOf(edge, typeOf));
}

/** The claims that would be shown with one part of the filters changed: what the count beside each choice counts. */
export function remaining(edges: readonly EdgeView[], filters: Filters, change: Partial<Filters>, typeOf: TypeOf): EdgeView[] {
  return edges.filter(passing({ ...filters, ...change }, typeOf));
}

/** The claims by a value each may have several of, the most frequent first. */
export function tallied(edges: readonly EdgeView[], valuesOf: (edge: EdgeView) => readonly string[]): [value: string, claims: EdgeView[]][] {
  const of = new Map<string, EdgeView[]>();
  for (const edge of edges)
    for (const value of new Set(valuesOf(edge))) {
      const claims = of.get(value);
      if (claims) claims.push(edge);
      else of.set(value, [edge]);
    }
  return [...of].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}

/** The choice of the cases on view: it is made, and shown, in the top bar, and is not cleared with the filters. */
const CASES: FilterKey = 'datasets';

/** True where a filter leaves something out; how it does (`manner`), and which cases are on view, is no filter. */
export function isFiltering(filters: Filters): boolean {
  return active(filters).some(({ key }) => key !== CASES);
}

/** Without any filter: the cases on view, and whether claims are dimmed or hidden, stay. */
export function cleared({ manner, datasets }: Filters): Filters {
  return { ...NO_FILTERS, manner, datasets };
}

/** The filters as an expansion is asked with them: what comes is what the view shows. Each asks for a part of its own. */
export function expandFilterOf(filters: Filters): ClaimFilter {
  return Object.assign({}, ...active(filters).map(({ declared, value }) => declared.asks(value)));
}

export interface ActiveFilter {
  id: FilterKey;
  line: string;
  /** The change that drops it. */
  without: Partial<Filters>;
}
/** Each active filter in words, with the way to drop it alone. */
export function activeFilters(filters: Filters, nameOf: (id: string) => string): ActiveFilter[] {
  return active(filters).map(({ key, declared, value }) => ({ id: key, line: declared.line(value, nameOf), without: { [key]: NO_FILTERS[key] } }));
}

/** Those of them that are cleared together, in words. */
export function clearedLines(filters: Filters, nameOf: (id: string) => string): string[] {
  return activeFilters(filters, nameOf).flatMap(({ id, line }) => (id === CASES ? [] : [line]));
}

/** The active filters in words, as the disclosure shows and exports print them; empty: none. */
export function describeFilters(filters: Filters, nameOf: (id: string) => string): string[] {
  return activeFilters(filters, nameOf).map((filter) => filter.line);
}
