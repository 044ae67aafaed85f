/** Where an arrow key leads from an entity: to the best neighbour in that direction, else to the best other entity. */
import type { EdgeView } from '../../../server/contract/views.ts';
import type { Positions, Point } from '../../state/view.ts';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const WAY: Record<Arrow, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function best(from: Point, way: Point, ids: Iterable<string>, positions: Positions): string | undefined {
  let found: string | undefined;
  let score = Infinity;
  for (const id of ids) {
    const at = positions.get(id);
    if (!at) continue;
    const along = (at.x - from.x) * way.x + (at.y - from.y) * way.y;
    const aside = Math.abs((at.x - from.x) * way.y) + Math.abs((at.y - from.y) * way.x);
    // Only entities within 60 degrees of the arrow.
    if (along <= 0 || aside > along * 1.74) continue;
    const cost = along + aside * 1.5;
    if (cost < score || (cost === score && id < (found ?? ''))) [found, score] = [id, cost];
  }
  return found;
}

/**
 * The entity that an arrow key leads to; undefined where there is none in that direction. Without a start: the leftmost.
 * @param standIn what is drawn for an entity: itself, or the fold that counts it
 */
export function stepFocus(
  current: string | undefined,
  arrow: Arrow,
  nodes: readonly { id: string }[],
  edges: readonly EdgeView[],
  positions: Positions,
  standIn: (id: string) => string = (id) => id,
): string | undefined {
  const here = current === undefined ? undefined : positions.get(current);
  if (current === undefined || !here)
    return nodes
      .map((n) => n.id)
      .filter((id) => positions.has(id))
      .toSorted((a, b) => positions.get(a)!.x - positions.get(b)!.x || a.localeCompare(b))[0];
  const near = new Set<string>();
  for (const edge of edges)
    for (const segment of edge.segments) {
      const [from, to] = [standIn(segment.from), standIn(segment.to)];
      if (from === current) near.add(to);
      if (to === current) near.add(from);
    }
  near.delete(current);
  return (
    best(here, WAY[arrow], near, positions) ??
    best(
      here,
      WAY[arrow],
      nodes.map((n) => n.id).filter((id) => id !== current),
      positions,
    )
  );
}
