/** Places the predicates of lines last: each in the first free place along its line, in one row, else in two. */
import { overlaps, SMALL } from '../plan/boxes.ts';
import type { Corner, Measure, Rectangle, RoutedLine, TextRow } from '../picture.ts';
import { passes } from './route.ts';
import { textRows } from '../plan/text-rows.ts';

const ROW = 13;
const TWO_ROWS_WIDTH = 80;
const ONE_ROW_WIDTH = 170;
const STEP = 6;
/** Between a predicate and others, and between it and boxes. */
const CLEAR = { texts: 2, boxes: 1, end: 5 };

export interface PredicateForms {
  one: TextRow[];
  two: TextRow[];
}

export function formsOf(text: string, measure: Measure): PredicateForms {
  const one = textRows(text, ONE_ROW_WIDTH, 1, SMALL, measure);
  const two = textRows(text, TWO_ROWS_WIDTH, 2, SMALL, measure);
  return { one: one.cut ? [] : one.rows, two: two.cut || two.rows.length < 2 ? [] : two.rows };
}

/** Points along a way, those nearest to its middle first. */
function along(points: readonly Corner[]): Corner[] {
  const spots: { at: Corner; far: number }[] = [];
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  for (const [i, length] of lengths.entries()) {
    const [[ax, ay], [bx, by]] = [points[i]!, points[i + 1]!];
    for (let at = STEP / 2; at < length; at += STEP)
      spots.push({ at: [ax + ((bx - ax) * at) / length, ay + ((by - ay) * at) / length], far: Math.abs(before + at - total / 2) });
    before += length;
  }
  return spots.toSorted((a, b) => a.far - b.far).map(({ at }) => at);
}

/**
 * @param solids boxes, frames and headings
 * @param forms by line id; a line without an entry has no predicate
 */
export function placePredicates(lines: readonly RoutedLine[], solids: readonly Rectangle[], forms: ReadonlyMap<string, PredicateForms>): RoutedLine[] {
  const taken: Rectangle[] = [];
  const spots = new Map(lines.filter(({ id }) => forms.has(id)).map((line) => [line.id, along(line.points)]));
  const placed = new Map<string, NonNullable<RoutedLine['predicate']>>();
  const length = new Map(
    lines.map((line) => [line.id, line.points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line.points[i]![0], y - line.points[i]![1]), 0)]),
  );
  // Short lines have the fewest places, so they choose first.
  const order = lines.filter(({ id }) => forms.has(id)).toSorted((a, b) => length.get(a.id)! - length.get(b.id)! || (a.id < b.id ? -1 : 1));
  for (const crossing of [false, true])
    for (const rows of ['one', 'two'] as const)
      for (const line of order) {
        const text = forms.get(line.id)![rows];
        if (placed.has(line.id) || text.length === 0) continue;
        const width = Math.ceil(Math.max(...text.map((row) => row.width)));
        const height = text.length * ROW;
        const ends = [line.points[0]!, line.points.at(-1)!];
        const spot = spots.get(line.id)!.find(([x, y]) => {
          const at = { x: x - width / 2, y: y - height / 2, width, height };
          if (ends.some(([ex, ey]) => ex > at.x - CLEAR.end && ex < at.x + width + CLEAR.end && ey > at.y - CLEAR.end && ey < at.y + height + CLEAR.end))
            return false;
          if (solids.some((solid) => overlaps(at, solid, CLEAR.boxes)) || taken.some((other) => overlaps(at, other, CLEAR.texts))) return false;
          return crossing || !lines.some((other) => other.id !== line.id && passes(other.points, at));
        });
        if (!spot) continue;
        taken.push({ x: spot[0] - width / 2, y: spot[1] - height / 2, width, height });
        placed.set(line.id, { rows: text, x: Math.round(spot[0] * 10) / 10, y: Math.round(spot[1] * 10) / 10, width, height });
      }
  return lines.map((line) => (placed.has(line.id) ? { ...line, predicate: placed.get(line.id) } : line));
}
