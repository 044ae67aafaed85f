/** The filters over what is drawn: do claims pass, which would, and the filters in words. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { ENTITY_TYPES, type EntityType, GROUPS, RANK_OF_LEVEL } from '../../../server/domain/model/lists.ts';
import type { ClaimFilter } from '../../../server/domain/model/questions.ts';
import { neededEntities } from '../canvas/drawable.ts';
import { type Filters, NO_FILTERS } from '../view.ts';
import { words } from '../../i18n/messages.ts';

const meets = (chosen: readonly string[], has: readonly string[]): boolean => chosen.length === 0 || chosen.some((id) => has.includes(id));

/** True where the claim is shown under the filters. Types are asked of the entities, not here. */
export function passes(edge: EdgeView, filters: Filters): boolean {
  if (filters.standingAtLeast !== undefined && edge.rank < RANK_OF_LEVEL[filters.standingAtLeast]) return false;
  if (edge.origins < filters.originsAtLeast || edge.uninvolvedOrigins < filters.uninvolvedAtLeast) return false;
  if (filters.openOnly && !edge.originsOpen) return false;
  if (filters.contestedOnly && !edge.contested) return false;
  if (filters.hiddenGroups.includes(edge.group) || filters.hiddenPredicates.includes(edge.predicate)) return false;
  return meets(filters.sources, edge.sources) && meets(filters.voices, edge.originVoices) && meets(filters.datasets, edge.datasets);
}

/** The claims that would be shown with one part of the filters changed: what the count beside each choice counts. */
export function remaining(edges: readonly EdgeView[], filters: Filters, change: Partial<Filters>, typeOf: (id: string) => EntityType | undefined): EdgeView[] {
  const changed = { ...filters, ...change };
  const types = new Set<EntityType | undefined>(changed.hiddenTypes);
  return edges.filter((edge) => passes(edge, changed) && (types.size === 0 || !neededEntities(edge).some((id) => types.has(typeOf(id)))));
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

/** True where a filter leaves something out; how it does (`manner`) is no filter. */
export function isFiltering(filters: Filters): boolean {
  return Object.entries(filters).some(
    ([key, value]) => key !== 'manner' && value !== undefined && JSON.stringify(value) !== JSON.stringify(NO_FILTERS[key as keyof Filters]),
  );
}

export interface ExpandFilter {
  filter: ClaimFilter;
  /** One of the other entities is of one of these types. */
  types?: EntityType[];
}
/** The filters as an expansion is asked with them: what comes is what the view shows. */
export function expandFilterOf(filters: Filters): ExpandFilter {
  return {
    filter: {
      ...(filters.standingAtLeast === undefined ? {} : { standingAtLeast: filters.standingAtLeast }),
      ...(filters.originsAtLeast > 0 ? { originsAtLeast: filters.originsAtLeast } : {}),
      ...(filters.uninvolvedAtLeast > 0 ? { uninvolvedAtLeast: filters.uninvolvedAtLeast } : {}),
      ...(filters.openOnly ? { openOnly: true } : {}),
      ...(filters.contestedOnly ? { contested: true } : {}),
      ...(filters.hiddenGroups.length > 0 ? { groups: GROUPS.filter((group) => !filters.hiddenGroups.includes(group)) } : {}),
      ...(filters.hiddenPredicates.length > 0 ? { predicatesNot: filters.hiddenPredicates } : {}),
      ...(filters.sources.length > 0 ? { sources: filters.sources } : {}),
      ...(filters.voices.length > 0 ? { voices: filters.voices } : {}),
      ...(filters.datasets.length > 0 ? { datasets: filters.datasets } : {}),
    },
    ...(filters.hiddenTypes.length > 0 ? { types: ENTITY_TYPES.filter((type) => !filters.hiddenTypes.includes(type)) } : {}),
  };
}

export interface ActiveFilter {
  id: keyof Filters;
  line: string;
  /** The change that drops it. */
  without: Partial<Filters>;
}
/** Each active filter in words, with the way to drop it alone. */
export function activeFilters(filters: Filters, nameOf: (id: string) => string): ActiveFilter[] {
  const t = words.filters;
  const named = (ids: readonly string[]): string[] => ids.map(nameOf);
  const list = <T>(all: readonly T[], line: (all: readonly T[]) => string): string | false => all.length > 0 && line(all);
  const lines: [keyof Filters, string | false][] = [
    ['standingAtLeast', filters.standingAtLeast !== undefined && t.standingLine(words.standing[filters.standingAtLeast])],
    ['originsAtLeast', filters.originsAtLeast > 0 && t.originsLine(filters.originsAtLeast)],
    ['uninvolvedAtLeast', filters.uninvolvedAtLeast > 0 && t.uninvolvedLine(filters.uninvolvedAtLeast)],
    ['openOnly', filters.openOnly && t.openLine],
    ['hiddenGroups', list(filters.hiddenGroups, (all) => t.groupsLine(all.map((group) => words.group[group])))],
    ['hiddenTypes', list(filters.hiddenTypes, (all) => t.typesLine(all.map((type) => words.types[type])))],
    ['hiddenPredicates', list(filters.hiddenPredicates, (all) => t.predicatesLine(named(all)))],
    ['contestedOnly', filters.contestedOnly && t.contestedLine],
    ['sources', list(filters.sources, (all) => t.sourceLine(named(all)))],
    ['voices', list(filters.voices, (all) => t.voiceLine(named(all)))],
    ['datasets', list(filters.datasets, (all) => t.datasetLine(named(all)))],
  ];
  return lines.flatMap(([id, line]) => (line === false ? [] : [{ id, line, without: { [id]: NO_FILTERS[id] } }]));
}

/** The active filters in words, as the disclosure shows and exports print them; empty: none. */
export function describeFilters(filters: Filters, nameOf: (id: string) => string): string[] {
  return activeFilters(filters, nameOf).map((filter) => filter.line);
}
