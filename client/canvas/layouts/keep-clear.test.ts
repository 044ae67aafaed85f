import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Positions, Point } from '../../state/view.ts';
import { keepClear } from './keep-clear.ts';
import { spread } from './spread.ts';

const point = fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.integer({ min: -600, max: 600 }) });
const named = (points: readonly Point[], as: string): Positions => new Map(points.map((p, i) => [`${as}${i}`, p]));
const covers = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 100 && Math.abs(a.y - b.y) < 80;

describe('an entity placed by hand', () => {
  it('is neither moved nor covered', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 25 }), fc.array(point, { minLength: 1, maxLength: 5 }), (free, held) => {
        const fixed = named(held, 'held');
        const out = keepClear(new Map([...named(free, 'free'), ...fixed]), fixed);
        for (const [id, at] of fixed) expect(out.get(id)).toEqual(at);
        for (const i of free.keys()) for (const there of held) expect(covers(out.get(`free${i}`)!, there)).toBe(false);
      }),
    );
  });
});

describe('a fast layout moved apart', () => {
  it('has no overlapping nodes, is the same each time, and keeps fixed positions', () => {
    const heap = new Map(Array.from({ length: 300 }, (_, i) => [`n${i}`, { x: (i * 37) % 700, y: (i * 91) % 700 }]));
    const fixed = new Map([['n7', heap.get('n7')!]]);
    const out = spread(heap, fixed);
    expect(spread(new Map([...heap].toReversed()), fixed)).toEqual(out);
    expect(out.get('n7')).toEqual(heap.get('n7'));
    const places = [...out.values()];
    const near = places.flatMap((a, i) => places.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 60 && Math.abs(a.y - b.y) < 45));
    expect(near.length).toBeLessThan(4);
  });
});
