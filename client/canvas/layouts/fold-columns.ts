/** Folds the columns of a large layered layout: a tier with many entities is drawn as several columns side by side, so that the whole is not too tall. */
import type { Positions, Point } from '../../state/view.ts';

/** Room of an entity within a folded column, and between one tier and the next, in drawing units. */
const ROOM = { x: 124, y: 100 };
const BETWEEN = 150;
/** Ratio of width to height to aim at. A drawing with at least `STRIP` of it is not folded. */
const SOUGHT = 1.15;
const STRIP = 0.4;

/** Columns that a tier of `n` entities needs with so many rows. */
const foldsOf = (n: number, rows: number): number => Math.ceil(n / rows);

function proportionAt(sizes: readonly number[], rows: number): number {
  const folds = sizes.reduce((sum, n) => sum + foldsOf(n, rows), 0);
  return (folds * ROOM.x + (sizes.length - 1) * BETWEEN) / (rows * ROOM.y);
}

/** Entities keep their order from top to bottom and left to right: the rows of a tier are filled one after the other. */
export function foldColumns(positions: Positions): Map<string, Point> {
  const columns = new Map<number, string[]>();
  for (const [id, { x }] of [...positions].toSorted(([a], [b]) => (a < b ? -1 : 1))) columns.set(x, [...(columns.get(x) ?? []), id]);
  const xs = [...columns.keys()].toSorted((a, b) => a - b);
  const ys = [...positions.values()].map((p) => p.y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (xs.length === 0 || xs.at(-1)! - xs[0]! >= STRIP * (bottom - top)) return new Map(positions);
  const sizes = xs.map((x) => columns.get(x)!.length);
  // More rows make it narrower: the largest number of rows is taken that is still wide enough.
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

/** Ratio of width to height to aim at, and how far either may be stretched for it. */
const NARROWEST = 0.95;
const FLATTEST = 2;
const WIDER_AT_MOST = 2;
const HIGHER_AT_MOST = 1.7;

/** Stretches a layout towards the proportions of the canvas, a tall one in width and a flat one in height, so that labels have more room. */
export function proportion(positions: Positions): Map<string, Point> {
  const places = [...positions.values()];
  const extent = (of: number[]): number => Math.max(...of) - Math.min(...of);
  const width = extent(places.map((p) => p.x));
  const height = extent(places.map((p) => p.y));
  if (places.length < 2 || width === 0 || height === 0) return new Map(positions);
  const x = Math.min(WIDER_AT_MOST, Math.max(1, (height * NARROWEST) / width));
  const y = Math.min(HIGHER_AT_MOST, Math.max(1, width / FLATTEST / height));
  return new Map([...positions].map(([id, p]) => [id, { x: Math.round(p.x * x), y: Math.round(p.y * y) }]));
}
