/** The earliest day of each entity among the drawn claims. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge } from './drawable.ts';

/** Entity → YYYY-MM-DD; undated entities are absent. */
export function firstDays(edges: readonly EdgeView[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const edge of edges)
    for (const { from } of edge.happened)
      for (const id of from === undefined ? [] : entitiesOfEdge(edge)) if (from !== undefined && from < (days.get(id) ?? '9999')) days.set(id, from);
  return days;
}
