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

/** Width over height that is sought, and how far either may be drawn out for it. */
const NARROWEST = 0.95;
const FLATTEST = 2;
const WIDER_AT_MOST = 2;
const HIGHER_AT_MOST = 1.7;

/** Brings a reading into the proportions of the canvas: a tall one wider, a flat one higher, so that labels keep clear of each other. */
export function proportion(positions: Places): Map<string, Point> {
  const places = [...positions.values()];
  const extent = (of: number[]): number => Math.max(...of) - Math.min(...of);
  const width = extent(places.map((p) => p.x));
  const height = extent(places.map((p) => p.y));
  if (places.length < 2 || width === 0 || height === 0) return new Map(positions);
  const x = Math.min(WIDER_AT_MOST, Math.max(1, (height * NARROWEST) / width));
  const y = Math.min(HIGHER_AT_MOST, Math.max(1, width / FLATTEST / height));
  return new Map([...positions].map(([id, p]) => [id, { x: Math.round(p.x * x), y: Math.round(p.y * y) }]));
}
