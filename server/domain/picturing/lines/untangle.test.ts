import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../testing/check-property.ts';
import { crossingsOf } from '../testing/picture-faults.ts';
import type { Corner } from '../picture.ts';
import { type Strung, untangle } from './untangle.ts';

const line = (from: string, to: string, ...points: Corner[]): Strung => ({ from, to, points });
const anywhere = (): boolean => true;

describe('untangling', () => {
  it('lets two lines to one body exchange their ways where they cross', () => {
    const lines = [line('a', 'hub', [0, 0], [60, 60], [100, 58]), line('b', 'hub', [0, 60], [60, 0], [100, 54])];
    expect(crossingsOf(lines)).toBe(1);
    untangle(lines, anywhere);
    expect(crossingsOf(lines)).toBe(0);
    expect(lines.map(({ points }) => [points[0], points.at(-1)])).toEqual([
      [
        [0, 0],
        [100, 54],
      ],
      [
        [0, 60],
        [100, 58],
      ],
    ]);
  });
  it('lets two lines that cross twice exchange what is between, and leaves a crossing that must be', () => {
    const twice = [line('a', 'b', [0, 0], [50, 40], [100, 0]), line('c', 'd', [0, 20], [100, 20])];
    untangle(twice, anywhere);
    expect(crossingsOf(twice)).toBe(0);
    const once = [line('a', 'b', [0, 0], [100, 100]), line('c', 'd', [0, 100], [100, 0])];
    untangle(once, anywhere);
    expect(once.map(({ points }) => points.length)).toEqual([2, 2]);
  });
  it('changes nothing where no other way is free', () => {
    const lines = [line('a', 'hub', [0, 0], [100, 60]), line('b', 'hub', [0, 60], [100, 0])];
    untangle(lines, () => false);
    expect(lines.map(({ points }) => points)).toEqual([
      [
        [0, 0],
        [100, 60],
      ],
      [
        [0, 60],
        [100, 0],
      ],
    ]);
  });
  it('never adds a crossing of two lines, and keeps what each begins and ends at', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })) as fc.Arbitrary<Corner>;
    const end = fc.constantFrom('a', 'b', 'c', 'd', 'constructor');
    const strung = fc.tuple(end, end, fc.array(corner, { minLength: 2, maxLength: 5 })).map(([from, to, points]) => line(from, to, ...points));
    checkProperty(
      'two lines cross no more often than before',
      fc.property(strung, strung, (a, b) => {
        const before = crossingsOf([a, b]);
        const ends = (lines: Strung[], box: string): string[] =>
          lines.flatMap(({ from, to, points }) => [...(from === box ? [String(points[0])] : []), ...(to === box ? [String(points.at(-1))] : [])]).toSorted();
        const were = ['a', 'b', 'c', 'd', 'constructor'].map((box) => ends([a, b], box));
        const lines = [
          { ...a, points: [...a.points] },
          { ...b, points: [...b.points] },
        ];
        untangle(lines, anywhere);
        expect(crossingsOf(lines)).toBeLessThanOrEqual(before);
        expect(['a', 'b', 'c', 'd', 'constructor'].map((box) => ends(lines, box))).toEqual(were);
      }),
    );
  });
});
