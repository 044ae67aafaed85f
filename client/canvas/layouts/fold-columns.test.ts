import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Positions } from '../../state/view.ts';
import { foldColumns } from './fold-columns.ts';

/** Columns 200 apart with the given numbers of entities, 114 below one another. */
function reading(sizes: readonly number[]): Positions {
  return new Map(
    sizes.flatMap((n, part) => Array.from({ length: n }, (_, i) => [`p${part}-${String(i).padStart(3, '0')}`, { x: part * 200, y: i * 114 }] as const)),
  );
}
const sizesOf = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 });

describe('the columns of the layered layout', () => {
  it('stay as they are as long as the whole is not too tall', () => {
    const small = reading([2, 4, 3]);
    expect(foldColumns(small)).toEqual(small);
    expect(foldColumns(new Map()).size).toBe(0);
  });
  it('are folded where it would be, so that it is about as wide as high', () => {
    const places = [...foldColumns(reading([20, 90, 60, 10])).values()];
    const [xs, ys] = [places.map((p) => p.x), places.map((p) => p.y)];
    const proportion = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
    expect(proportion).toBeGreaterThan(0.9);
    expect(proportion).toBeLessThan(1.6);
  });
  it('keep each entity in its part and in order, with no two at one position', () => {
    fc.assert(
      fc.property(sizesOf, (sizes) => {
        const before = reading(sizes);
        const after = foldColumns(before);
        expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
        const places = [...after];
        expect(new Set(places.map(([, p]) => `${p.x} ${p.y}`)).size).toBe(places.length);
        for (const [part] of sizes.entries()) {
          const own = places.filter(([id]) => id.startsWith(`p${part}-`));
          const next = places.filter(([id]) => id.startsWith(`p${part + 1}-`));
          if (next.length > 0) expect(Math.max(...own.map(([, p]) => p.x))).toBeLessThan(Math.min(...next.map(([, p]) => p.x)));
          const inTurn = own.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, p]) => p.y);
          expect(inTurn).toEqual(inTurn.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });
});
