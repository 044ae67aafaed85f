/** Reorders each column so that entities joined within it are next to each other, as long as edges elsewhere do not get much longer. */
import type { Positions, Point } from '../../state/view.ts';

/** Cost of an edge that passes an entity, in drawing units of vertical length elsewhere. */
const PASSING_COSTS = 400;
const LARGEST_COLUMN = 14;

type Edges = readonly { source: string; target: string }[];

function cost(places: Positions, column: readonly string[], edges: Edges): number {
  const rank = new Map(column.toSorted((a, b) => places.get(a)!.y - places.get(b)!.y).map((id, i) => [id, i]));
  let sum = 0;
  for (const { source, target } of edges) {
    const a = rank.get(source);
    const b = rank.get(target);
    if (a !== undefined && b !== undefined) sum += PASSING_COSTS * Math.max(0, Math.abs(a - b) - 1);
    else if (a !== undefined || b !== undefined) {
      const [from, to] = [places.get(source), places.get(target)];
      if (from && to) sum += Math.abs(from.y - to.y);
    }
  }
  return sum;
}

/** The positions after the swap that saves most; undefined where no swap saves anything. */
function bestSwap(places: Positions, column: readonly string[], edges: Edges): Map<string, Point> | undefined {
  let best = cost(places, column, edges);
  let found: Map<string, Point> | undefined;
  for (const [i, a] of column.entries())
    for (const b of column.slice(i + 1)) {
      const swapped = new Map(places).set(a, places.get(b)!).set(b, places.get(a)!);
      const now = cost(swapped, column, edges);
      if (now < best) [best, found] = [now, swapped];
    }
  return found;
}

/** Swaps entities of a column as long as that lowers the cost. The same input gives the same order. */
export function settleColumns(positions: Positions, edges: Edges): Map<string, Point> {
  let places = new Map(positions);
  const columns = new Map<number, string[]>();
  for (const [id, { x }] of [...places].toSorted(([a], [b]) => (a < b ? -1 : 1))) columns.set(x, [...(columns.get(x) ?? []), id]);
  for (const column of columns.values()) {
    const inside = new Set(column);
    if (column.length > LARGEST_COLUMN || !edges.some((e) => e.source !== e.target && inside.has(e.source) && inside.has(e.target))) continue;
    for (let next = bestSwap(places, column, edges); next; next = bestSwap(places, column, edges)) places = next;
  }
  return places;
}

/** How far an entity is moved aside, in drawing units. */
const ASIDE = 46;

/** Moves every second entity of a column aside where edges within the column would cross nodes. */
export function stagger(positions: Positions, edges: readonly { source: string; target: string }[]): Map<string, Point> {
  const columns = new Map<number, string[]>();
  for (const [id, p] of positions) columns.set(p.x, [...(columns.get(p.x) ?? []), id]);
  const out = new Map(positions);
  for (const [x, ids] of columns) {
    const order = ids.toSorted((a, b) => (positions.get(a)?.y ?? 0) - (positions.get(b)?.y ?? 0) || a.localeCompare(b));
    const place = new Map(order.map((id, i) => [id, i]));
    // An edge between two that are next to each other in the column crosses no node; only longer ones need room.
    const passing = edges.some((e) => Math.abs((place.get(e.source) ?? 0) - (place.get(e.target) ?? 0)) > 1 && place.has(e.source) && place.has(e.target));
    if (!passing) continue;
    for (const [i, id] of order.entries()) if (i % 2 === 1) out.set(id, { x: x + ASIDE, y: positions.get(id)?.y ?? 0 });
  }
  return out;
}
