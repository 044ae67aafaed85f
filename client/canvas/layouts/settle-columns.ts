/** Reorders each column so that entities joined within it stand side by side, as long as no line elsewhere grows much for it. */
import type { Places, Point } from '../../state/view.ts';

/** What a line running past an entity costs against one drawing unit of vertical length elsewhere. */
const PASSING_COSTS = 400;
const LARGEST_COLUMN = 14;

type Edges = readonly { source: string; target: string }[];

function cost(places: Places, column: readonly string[], edges: Edges): number {
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

/** The places after the one swap that saves most; undefined where none saves anything. */
function bestSwap(places: Places, column: readonly string[], edges: Edges): Map<string, Point> | undefined {
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

/** Swaps two entities of a column while that makes it cheaper; the same input gives the same order. */
export function settleColumns(positions: Places, edges: Edges): Map<string, Point> {
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

/** How far an entity is set aside, in drawing units. */
const ASIDE = 46;

/** Sets every second entity of a column a little aside where lines run within the column: they no longer run through bodies. */
export function stagger(positions: Places, edges: readonly { source: string; target: string }[]): Map<string, Point> {
  const columns = new Map<number, string[]>();
  for (const [id, p] of positions) columns.set(p.x, [...(columns.get(p.x) ?? []), id]);
  const out = new Map(positions);
  for (const [x, ids] of columns) {
    const order = ids.toSorted((a, b) => (positions.get(a)?.y ?? 0) - (positions.get(b)?.y ?? 0) || a.localeCompare(b));
    const place = new Map(order.map((id, i) => [id, i]));
    // Neighbours in the column are joined clear of everything; only longer lines need room.
    const passing = edges.some((e) => Math.abs((place.get(e.source) ?? 0) - (place.get(e.target) ?? 0)) > 1 && place.has(e.source) && place.has(e.target));
    if (!passing) continue;
    for (const [i, id] of order.entries()) if (i % 2 === 1) out.set(id, { x: x + ASIDE, y: positions.get(id)?.y ?? 0 });
  }
  return out;
}
