/** Folds the columns of a large reading: many entities of one part stand in several columns side by side, so that the whole is not a strip. */
import type { Places, Point } from '../../state/view.ts';

/** Room of an entity within a folded column, and between one part of the reading and the next. */
const ROOM = { x: 124, y: 100 };
const BETWEEN = 150;
/** Width over height that is sought; what is at least `STRIP` of it is left as it is. */
const SOUGHT = 1.15;
const STRIP = 0.4;

/** Columns side by side that a part of `n` takes at so many rows. */
const foldsOf = (n: number, rows: number): number => Math.ceil(n / rows);

function proportionAt(sizes: readonly number[], rows: number): number {
  const folds = sizes.reduce((sum, n) => sum + foldsOf(n, rows), 0);
  return (folds * ROOM.x + (sizes.length - 1) * BETWEEN) / (rows * ROOM.y);
}

/** From top to bottom and from left to right every entity keeps its turn: rows are filled one after the other. */
export function foldColumns(positions: Places): Map<string, Point> {
  const columns = new Map<number, string[]>();
  for (const [id, { x }] of [...positions].toSorted(([a], [b]) => (a < b ? -1 : 1))) columns.set(x, [...(columns.get(x) ?? []), id]);
  const xs = [...columns.keys()].toSorted((a, b) => a - b);
  const ys = [...positions.values()].map((p) => p.y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (xs.length === 0 || xs.at(-1)! - xs[0]! >= STRIP * (bottom - top)) return new Map(positions);
  const sizes = xs.map((x) => columns.get(x)!.length);
  // The more rows, the narrower: the most that still are wide enough.
  let rows = Math.max(...sizes);
  while (rows > 1 && proportionAt(sizes, rows) < SOUGHT) rows -= 1;
  const out = new Map<string, Point>();
  let left = 0;
  for (const x of xs) {
    const ids = columns.get(x)!.toSorted((a, b) => positions.get(a)!.y - positions.get(b)!.y || (a < b ? -1 : 1));
    const folds = foldsOf(ids.length, rows);
    const high = Math.ceil(ids.length / folds);
    for (const [i, id] of ids.entries()) out.set(id, { x: left + (i % folds) * ROOM.x, y: Math.round((Math.floor(i / folds) + (rows - high) / 2) * ROOM.y) });
    left += (folds - 1) * ROOM.x + BETWEEN + ROOM.x;
  }
  return out;
}
