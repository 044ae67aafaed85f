/**
 * Places the predicates of lines last: each in the first free place along its line, in one row, else in two or three, else beside its line. Where there is none, one
 * that stands in the way moves.
 */
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
/** Between a predicate and others, between it and boxes where there is room for that and where there is not, and between it and the ends of its line. */
const CLEAR = { texts: 2, roomy: 5, tight: 1, end: 5 };

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

/** How a predicate may stand: over other lines, which it hides for a piece; beside its line; and how far from boxes. */
interface How {
  crossing: boolean;
  beside: boolean;
  clear: number;
}
/** On its line and over no other; then close beside its own and far from others; then over others. */
const HOW: readonly How[] = [
  { crossing: false, beside: false, clear: CLEAR.roomy },
  { crossing: false, beside: false, clear: CLEAR.tight },
  { crossing: false, beside: true, clear: CLEAR.roomy },
  { crossing: false, beside: true, clear: CLEAR.tight },
  { crossing: true, beside: false, clear: CLEAR.tight },
];
/** In one row, in two, and in each of the narrow forms. */
const FORMS = [0, 1, 2, 3] as const;
type Placed = NonNullable<RoutedLine['predicate']> & { box: Rectangle };

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
  const spots = new Map(lines.filter(({ id }) => forms.has(id)).map((line) => [line.id, along(line.points)]));
  const placed = new Map<string, Placed>();
  const length = new Map(
    lines.map((line) => [line.id, line.points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line.points[i]![0], y - line.points[i]![1]), 0)]),
  );
  // Short lines have the fewest places, so they choose first.
  const order = lines.filter(({ id }) => forms.has(id)).toSorted((a, b) => length.get(a.id)! - length.get(b.id)! || (a.id < b.id ? -1 : 1));
  const rowsOf = ({ id }: RoutedLine, form: number): TextRow[] => {
    const { one, two, narrow } = forms.get(id)!;
    return [one, two, ...narrow][form] ?? [];
  };
  /** Places of a predicate where no box and no line is in its way, the best first. */
  function* places(line: RoutedLine, rows: TextRow[], { crossing, beside, clear }: How): Generator<Placed> {
    const width = Math.ceil(widest(rows));
    const height = rows.length * ROW;
    const ends = [line.points[0]!, line.points.at(-1)!];
    const isFree = (at: Rectangle): boolean => {
      if (at.x < within.x || at.y < within.y || at.x + width > within.x + within.width || at.y + height > within.y + within.height) return false;
      if (ends.some(([ex, ey]) => ex > at.x - CLEAR.end && ex < at.x + width + CLEAR.end && ey > at.y - CLEAR.end && ey < at.y + height + CLEAR.end))
        return false;
      if (solids.some((solid) => overlaps(at, solid, clear))) return false;
      return !lines.some(({ id, points }) => {
        const own = id === line.id;
        if (own ? !beside : crossing) return false;
        return passes(points, at, !beside ? 0 : own ? BESIDE - 0.5 : BESIDE_OTHERS);
      });
    };
    for (const spot of spots.get(line.id)!)
      for (const [x, y] of beside ? besideOf(spot, width, height) : [spot.at]) {
        const box = { x: x - width / 2, y: y - height / 2, width, height };
        if (isFree(box)) yield { rows, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, width, height, box };
      }
  }
  /** Ids of the predicates that one at this place would lie over. */
  const under = ({ box }: Placed): string[] => [...placed].filter(([, other]) => overlaps(box, other.box, CLEAR.texts)).map(([id]) => id);
  const freePlace = (line: RoutedLine, form: number, how: How): Placed | undefined => {
    const rows = rowsOf(line, form);
    if (rows.length > 0) for (const place of places(line, rows, how)) if (under(place).length === 0) return place;
    return undefined;
  };
  for (const how of HOW)
    for (const form of FORMS)
      for (const line of order) {
        const place = placed.has(line.id) ? undefined : freePlace(line, form, how);
        if (place) placed.set(line.id, place);
      }
  /** Where a predicate has no free place, one that stands in its way moves, if it has another place. */
  const moveAside = (line: RoutedLine): boolean =>
    HOW.some((how) =>
      FORMS.some((form) => {
        const rows = rowsOf(line, form);
        if (rows.length === 0) return false;
        const tried = new Set<string>();
        for (const place of places(line, rows, how)) {
          const [id, more] = under(place);
          if (id === undefined || more !== undefined || tried.has(id)) continue;
          tried.add(id);
          const was = placed.get(id)!;
          placed.delete(id);
          placed.set(line.id, place);
          const other = lines.find((one) => one.id === id)!;
          const found = HOW.flatMap((way) => FORMS.map((n) => [n, way] as const)).reduce<Placed | undefined>(
            (at, [n, way]) => at ?? freePlace(other, n, way),
            undefined,
          );
          if (found) {
            placed.set(id, found);
            return true;
          }
          placed.delete(line.id);
          placed.set(id, was);
        }
        return false;
      }),
    );
  for (const line of order) if (!placed.has(line.id)) moveAside(line);
  return lines.map((line) => {
    const place = placed.get(line.id);
    if (!place) return line;
    const { box: _, ...predicate } = place;
    return { ...line, predicate };
  });
}

/** Middles of a text at either side of a line, with a corner or an edge close to it. */
function besideOf({ at: [x, y], along: [ux, uy] }: Spot, width: number, height: number): Corner[] {
  const reach = (Math.abs(uy) * width + Math.abs(ux) * height) / 2 + BESIDE;
  return [
    [x + uy * reach, y - ux * reach],
    [x - uy * reach, y + ux * reach],
  ];
}
