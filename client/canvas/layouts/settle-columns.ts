/** Reorders each column so that entities joined within it stand side by side, as long as no line elsewhere grows much for it. */
import type { Point } from '../../state/view.ts';

/** What a line running past an entity costs against one drawing unit of vertical length elsewhere. */
const PASSING_COSTS = 400;
const LARGEST_COLUMN = 14;

type Places = Record<string, Point>;
type Edges = readonly { source: string; target: string }[];

function cost(places: Places, column: readonly string[], edges: Edges): number {
  const rank = new Map(column.toSorted((a, b) => places[a]!.y - places[b]!.y).map((id, i) => [id, i]));
  let sum = 0;
  for (const { source, target } of edges) {
    const a = rank.get(source);
    const b = rank.get(target);
    if (a !== undefined && b !== undefined) sum += PASSING_COSTS * Math.max(0, Math.abs(a - b) - 1);
    else if ((a !== undefined || b !== undefined) && places[source] && places[target]) sum += Math.abs(places[source].y - places[target].y);
  }
  return sum;
}

/** The places after the one swap that saves most; undefined where none saves anything. */
function bestSwap(places: Places, column: readonly string[], edges: Edges): Places | undefined {
  let best = cost(places, column, edges);
  let found: Places | undefined;
  for (const [i, a] of column.entries())
    for (const b of column.slice(i + 1)) {
      const swapped = { ...places, [a]: places[b]!, [b]: places[a]! };
      const now = cost(swapped, column, edges);
      if (now < best) [best, found] = [now, swapped];
    }
  return found;
}

/** Swaps two entities of a column while that makes it cheaper; the same input gives the same order. */
export function settleColumns(positions: Readonly<Record<string, Point>>, edges: Edges): Places {
  const places: Places = { ...positions };
  const columns = new Map<number, string[]>();
  for (const id of Object.keys(places).toSorted()) columns.set(places[id]!.x, [...(columns.get(places[id]!.x) ?? []), id]);
  for (const column of columns.values()) {
    const inside = new Set(column);
    if (column.length > LARGEST_COLUMN || !edges.some((e) => e.source !== e.target && inside.has(e.source) && inside.has(e.target))) continue;
    for (let next = bestSwap(places, column, edges); next; next = bestSwap(places, column, edges)) Object.assign(places, next);
  }
  return places;
}
