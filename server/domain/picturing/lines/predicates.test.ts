import { describe, expect, it } from 'vitest';
import { overlaps } from '../plan/boxes.ts';
import { measureByTable } from '../plan/measure.ts';
import type { Corner, Rectangle, RoutedLine } from '../picture.ts';
import { formsOf, placePredicates } from './predicates.ts';

const WITHIN = { x: 0, y: 0, width: 600, height: 300 };
const line = (id: string, ...points: Corner[]): RoutedLine => ({
  id,
  from: `${id} from`,
  to: `${id} to`,
  kind: 'claim',
  joins: [id],
  claims: 1,
  bothWays: false,
  text: 'directed',
  points,
});
const place = (lines: RoutedLine[], solids: Rectangle[] = []) =>
  new Map(
    placePredicates(lines, solids, new Map(lines.map(({ id, text }) => [id, formsOf(text, measureByTable)])), WITHIN).map(({ id, predicate }) => [
      id,
      predicate && { x: predicate.x - predicate.width / 2, y: predicate.y - predicate.height / 2, width: predicate.width, height: predicate.height },
    ]),
  );

describe('the predicates of lines', () => {
  it('keep away from a name where there is room for that', () => {
    // The free place nearest to the middle of the line is closer to the box.
    const name: Rectangle = { x: 0, y: 60, width: 123, height: 60 };
    const at = place([line('one', [60, 140], [240, 60])], [name]).get('one')!;
    expect(at.x - (name.x + name.width)).toBeGreaterThanOrEqual(5);
  });

  it('let one move aside where that is the only place of another', () => {
    // The predicate of the longer line has room only in the short piece that is not between boxes, below the middle of the other one.
    const solids: Rectangle[] = [
      { x: 0, y: 119.5, width: 168, height: 180 },
      { x: 182, y: 108, width: 418, height: 138 },
      { x: 182, y: 254, width: 418, height: 46 },
    ];
    const short = line('short', [0, 100], [300, 100]);
    const long = line('long', [125, 112], [175, 112], [175, 250], [500, 250]);
    expect(place([long], solids).get('long')).toBeDefined();
    const placed = place([short, long], solids);
    const [a, b] = [placed.get('short')!, placed.get('long')!];
    expect([a === undefined, b === undefined]).toEqual([false, false]);
    expect(overlaps(a, b)).toBe(false);
    expect(solids.filter((solid) => overlaps(a, solid) || overlaps(b, solid))).toEqual([]);
  });
});
