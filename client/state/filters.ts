/** The filters over what is drawn: do claims pass, how many would, and the filters in words. */
import type { EdgeView } from "../../server/contract/views.ts";
import { ENTITY_TYPES, type EntityType, type Group, GROUPS, RANK_OF_LEVEL, type SupportLevel } from "../../server/domain/model.ts";
import { type Filters, NO_FILTERS } from "./view.ts";
import { words } from "../i18n/messages.ts";

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

/** How many of the claims would pass with one part of the filters changed: the count beside each choice. */
export function countWith(edges: readonly EdgeView[], filters: Filters, change: Partial<Filters>): number {
  const changed = { ...filters, ...change };
  return edges.filter((edge) => passes(edge, changed)).length;
}

/** True where a filter leaves something out; how it does (`manner`) is no filter. */
export function isFiltering(filters: Filters): boolean {
  return Object.entries(filters).some(
    ([key, value]) => key !== "manner" && value !== undefined && JSON.stringify(value) !== JSON.stringify(NO_FILTERS[key as keyof Filters]),
  );
}

interface ExpandFilter {
  groups?: Group[];
  types?: EntityType[];
  standingAtLeast?: SupportLevel;
  originsAtLeast?: number;
  uninvolvedAtLeast?: number;
  contested?: boolean;
}
/** What of the filters an expansion can be asked with, so that they hold before anything is drawn. */
export function expandFilterOf(filters: Filters): ExpandFilter {
  return {
    ...(filters.hiddenGroups.length > 0 ? { groups: GROUPS.filter((group) => !filters.hiddenGroups.includes(group)) } : {}),
    ...(filters.hiddenTypes.length > 0 ? { types: ENTITY_TYPES.filter((type) => !filters.hiddenTypes.includes(type)) } : {}),
    ...(filters.standingAtLeast === undefined ? {} : { standingAtLeast: filters.standingAtLeast }),
    ...(filters.originsAtLeast > 0 ? { originsAtLeast: filters.originsAtLeast } : {}),
    ...(filters.uninvolvedAtLeast > 0 ? { uninvolvedAtLeast: filters.uninvolvedAtLeast } : {}),
    ...(filters.contestedOnly ? { contested: true } : {}),
  };
}

/** The active filters in words, as the disclosure shows and exports print them; empty: none. */
export function describeFilters(filters: Filters, nameOf: (id: string) => string): string[] {
  const t = words.filters;
  const named = (ids: readonly string[]): string[] => ids.map(nameOf);
  return [
    filters.standingAtLeast !== undefined && t.standingLine(words.standing[filters.standingAtLeast]),
    filters.originsAtLeast > 0 && t.originsLine(filters.originsAtLeast),
    filters.uninvolvedAtLeast > 0 && t.uninvolvedLine(filters.uninvolvedAtLeast),
    filters.openOnly && t.openLine,
    filters.hiddenGroups.length > 0 && t.groupsLine(filters.hiddenGroups.map((group) => words.group[group])),
    filters.hiddenTypes.length > 0 && t.typesLine(filters.hiddenTypes.map((type) => words.types[type])),
    filters.hiddenPredicates.length > 0 && t.predicatesLine(named(filters.hiddenPredicates)),
    filters.contestedOnly && t.contestedLine,
    filters.sources.length > 0 && t.sourceLine(named(filters.sources)),
    filters.voices.length > 0 && t.voiceLine(named(filters.voices)),
    filters.datasets.length > 0 && t.datasetLine(named(filters.datasets)),
  ].filter((line) => line !== false);
}
