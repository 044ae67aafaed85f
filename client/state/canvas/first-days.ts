/** The earliest day any claim drawn tells of each entity. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge } from './drawable.ts';

/** As YYYY-MM-DD; the undated are absent. */
export function firstDays(edges: readonly EdgeView[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const edge of edges)
    for (const { from } of edge.happened)
      for (const id of from === undefined ? [] : entitiesOfEdge(edge)) if (from !== undefined && from < (days.get(id) ?? '9999')) days.set(id, from);
  return days;
}
