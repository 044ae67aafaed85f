/** Places the predicates of lines last: each in the first free place along its line, in one row, else in two or three, else beside its line. */
import { overlaps, SMALL } from '../plan/boxes.ts';
import type { Corner, Measure, Rectangle, RoutedLine, TextRow } from '../picture.ts';
import { passes } from './route.ts';
import { textRows } from '../plan/text-rows.ts';

const ROW = 13;
const TWO_ROWS_WIDTH = 80;
const ONE_ROW_WIDTH = 170;
const STEP = 4;
/** Fewer units are not worth another row. */
const NARROWER = 8;
/** Between a line and a predicate beside it. */
const BESIDE = 2;
/** Between a predicate beside its line and any other line, so that it is clear whose it is. */
const BESIDE_OTHERS = 6;
/** Between a predicate and others, and between it and boxes. */
const CLEAR = { texts: 2, boxes: 1, end: 5 };

export interface PredicateForms {
  one: TextRow[];
  two: TextRow[];
  /** In more rows than its length needs: as narrow as two rows can be, and as three can. Empty where that is no narrower. */
  narrow: TextRow[][];
}

const widest = (rows: readonly TextRow[]): number => Math.max(0, ...rows.map(({ width }) => width));

/** In at most `most` rows, broken at spaces only, as narrow as that can be. */
function narrowest(text: string, most: number, measure: Measure): TextRow[] {
  const words = text.split(/\s+/u).map((word) => measure(word, SMALL.size, SMALL.weight));
  for (let width = Math.ceil(Math.max(...words)); width <= TWO_ROWS_WIDTH; width += 4) {
    const { rows, cut } = textRows(text, width, most, SMALL, measure);
    if (!cut) return rows;
  }
  return [];
}

export function formsOf(text: string, measure: Measure): PredicateForms {
  const one = textRows(text, ONE_ROW_WIDTH, 1, SMALL, measure);
  const two = textRows(text, TWO_ROWS_WIDTH, 2, SMALL, measure);
  const forms = { one: one.cut ? [] : one.rows, two: two.cut || two.rows.length < 2 ? [] : two.rows };
  const narrow: TextRow[][] = [];
  for (const most of [2, 3]) {
    const rows = narrowest(text, most, measure);
    const before = narrow.at(-1) ?? (forms.two.length > 0 ? forms.two : forms.one);
    if (rows.length > 1 && widest(rows) < widest(before) - NARROWER) narrow.push(rows);
  }
  return { ...forms, narrow };
}

interface Spot {
  at: Corner;
  /** Direction of the line there, 1 long. */
  along: Corner;
}

/** Points along a way, those nearest to its middle first. */
function along(points: readonly Corner[]): Spot[] {
  const spots: (Spot & { far: number })[] = [];
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  for (const [i, length] of lengths.entries()) {
    const [[ax, ay], [bx, by]] = [points[i]!, points[i + 1]!];
    const way: Corner = [(bx - ax) / length, (by - ay) / length];
    for (let at = STEP / 2; at < length; at += STEP)
      spots.push({ at: [ax + way[0] * at, ay + way[1] * at], along: way, far: Math.abs(before + at - total / 2) });
    before += length;
  }
  return spots.toSorted((a, b) => a.far - b.far);
}

/**
 * @param solids boxes, frames and headings
 * @param forms by line id; a line without an entry has no predicate
 * @param within where they may stand
 */
export function placePredicates(
  lines: readonly RoutedLine[],
  solids: readonly Rectangle[],
  forms: ReadonlyMap<string, PredicateForms>,
  within: Rectangle,
): RoutedLine[] {
  const taken: Rectangle[] = [];
  const spots = new Map(lines.filter(({ id }) => forms.has(id)).map((line) => [line.id, along(line.points)]));
  const placed = new Map<string, NonNullable<RoutedLine['predicate']>>();
  const length = new Map(
    lines.map((line) => [line.id, line.points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line.points[i]![0], y - line.points[i]![1]), 0)]),
  );
  // Short lines have the fewest places, so they choose first.
  const order = lines.filter(({ id }) => forms.has(id)).toSorted((a, b) => length.get(a.id)! - length.get(b.id)! || (a.id < b.id ? -1 : 1));
  const place = (line: RoutedLine, rows: TextRow[], { crossing, beside }: { crossing: boolean; beside: boolean }): void => {
    const width = Math.ceil(widest(rows));
    const height = rows.length * ROW;
    const ends = [line.points[0]!, line.points.at(-1)!];
    const isFree = ([x, y]: Corner): boolean => {
      const at = { x: x - width / 2, y: y - height / 2, width, height };
      if (at.x < within.x || at.y < within.y || at.x + width > within.x + within.width || at.y + height > within.y + within.height) return false;
      if (ends.some(([ex, ey]) => ex > at.x - CLEAR.end && ex < at.x + width + CLEAR.end && ey > at.y - CLEAR.end && ey < at.y + height + CLEAR.end))
        return false;
      if (solids.some((solid) => overlaps(at, solid, CLEAR.boxes)) || taken.some((other) => overlaps(at, other, CLEAR.texts))) return false;
      return !lines.some(({ id, points }) => {
        const own = id === line.id;
        if (own ? !beside : crossing) return false;
        return passes(points, at, !beside ? 0 : own ? BESIDE - 0.5 : BESIDE_OTHERS);
      });
    };
    for (const spot of spots.get(line.id)!) {
      const found = (beside ? besideOf(spot, width, height) : [spot.at]).find(isFree);
      if (!found) continue;
      taken.push({ x: found[0] - width / 2, y: found[1] - height / 2, width, height });
      placed.set(line.id, { rows, x: Math.round(found[0] * 10) / 10, y: Math.round(found[1] * 10) / 10, width, height });
      return;
    }
  };
  // On its line and over no other; then close beside its own and far from others; then over others, which it hides for a piece.
  for (const how of [
    { crossing: false, beside: false },
    { crossing: false, beside: true },
    { crossing: true, beside: false },
  ])
    for (const form of [0, 1, 2, 3])
      for (const line of order) {
        const { one, two, narrow } = forms.get(line.id)!;
        const rows = [one, two, ...narrow][form] ?? [];
        if (!placed.has(line.id) && rows.length > 0) place(line, rows, how);
      }
  return lines.map((line) => (placed.has(line.id) ? { ...line, predicate: placed.get(line.id) } : line));
}

/** Middles of a text at either side of a line, with a corner or an edge close to it. */
function besideOf({ at: [x, y], along: [ux, uy] }: Spot, width: number, height: number): Corner[] {
  const reach = (Math.abs(uy) * width + Math.abs(ux) * height) / 2 + BESIDE;
  return [
    [x + uy * reach, y - ux * reach],
    [x - uy * reach, y + ux * reach],
  ];
}
