import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside } from './lasso.tsx';

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

describe('the lasso', () => {
  it('selects what is inside the loop, and not what is in a bay of it', () => {
    expect(isInside({ x: 5, y: 5 }, square)).toBe(true);
    expect(isInside({ x: 15, y: 5 }, square)).toBe(false);
    const bay = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 2 },
      { x: 0, y: 10 },
    ];
    expect(isInside({ x: 5, y: 8 }, bay)).toBe(false);
    expect(isInside({ x: 1, y: 1 }, [])).toBe(false);
  });
  it('depends neither on the direction nor on the start of the loop', () => {
    const points = fc.array(fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) }), { minLength: 3, maxLength: 12 });
    // Halves are on no corner and no vertical edge.
    const at = fc.record({ x: fc.integer({ min: -60, max: 60 }).map((n) => n + 0.5), y: fc.integer({ min: -60, max: 60 }).map((n) => n + 0.5) });
    fc.assert(
      fc.property(points, at, fc.nat(), (polygon, p, n) => {
        const turn = n % polygon.length;
        const begun = [...polygon.slice(turn), ...polygon.slice(0, turn)];
        expect(isInside(p, begun)).toBe(isInside(p, polygon));
      }),
    );
  });
});
