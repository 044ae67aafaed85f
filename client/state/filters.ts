/** The filters over what is drawn: do claims pass, how many would, and the filters in words. */
import type { EdgeView } from "../../server/contract/views.ts";
import { RANK_OF_LEVEL } from "../../server/domain/model.ts";
import type { Filters, OriginFilter } from "./view.ts";
import { words } from "../i18n/messages.ts";

function passesOrigins(edge: EdgeView, filter: OriginFilter): boolean {
  if (filter === "uninvolved") return edge.uninvolvedOrigins > 0;
  if (filter === "two") return edge.origins >= 2;
  if (filter === "open") return edge.originsOpen;
  return true;
}

/** True where the claim is shown under the filters. Types are asked of the entities, not here. */
export function passes(edge: EdgeView, filters: Filters): boolean {
  if (filters.standingAtLeast !== undefined && edge.rank < RANK_OF_LEVEL[filters.standingAtLeast]) return false;
  if (!passesOrigins(edge, filters.origins)) return false;
  if (filters.hiddenGroups.includes(edge.group)) return false;
  if (filters.contestedOnly && !edge.contested) return false;
  if (filters.source !== undefined && !edge.sources.includes(filters.source)) return false;
  return filters.voice === undefined || edge.originVoices.includes(filters.voice);
}

/** How many of the claims would pass with one part of the filters changed: the count beside each choice. */
export function countWith(edges: readonly EdgeView[], filters: Filters, change: Partial<Filters>): number {
  const changed = { ...filters, ...change };
  return edges.filter((edge) => passes(edge, changed)).length;
}

/** The active filters in words, as the disclosure shows and exports print them; empty: none. */
export function describeFilters(filters: Filters, nameOf: (id: string) => string): string[] {
  const lines: string[] = [];
  if (filters.standingAtLeast !== undefined) lines.push(words.filters.standingLine(words.standing[filters.standingAtLeast]));
  if (filters.origins !== "any") lines.push(words.filters.originLine[filters.origins]);
  if (filters.hiddenGroups.length > 0)
    lines.push(words.filters.groupsLine(filters.hiddenGroups.map((g) => words.group[g])));
  if (filters.hiddenTypes.length > 0)
    lines.push(words.filters.typesLine(filters.hiddenTypes.map((type) => words.types[type])));
  if (filters.contestedOnly) lines.push(words.filters.contestedLine);
  if (filters.source !== undefined) lines.push(words.filters.sourceLine(nameOf(filters.source)));
  if (filters.voice !== undefined) lines.push(words.filters.voiceLine(nameOf(filters.voice)));
  return lines;
}
