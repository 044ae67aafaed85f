import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mirror, mirrorAll } from './mirror.ts';

const place = fc.record({ x: fc.integer({ min: -9000, max: 9000 }), y: fc.integer({ min: -9000, max: 9000 }) });

describe('mirrored positions', () => {
  it('are the same again when mirrored twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), place)), fc.boolean(), (list, on) => {
        const places = new Map(list);
        expect(mirrorAll(mirrorAll(places, on), on)).toEqual(places);
      }),
    );
  });
  it('swap left and right, keep the height, and never hold -0', () => {
    expect(mirror({ x: 5, y: 3 }, true)).toEqual({ x: -5, y: 3 });
    expect(Object.is(mirror({ x: 0, y: 1 }, true).x, 0)).toBe(true);
    expect(mirror({ x: 5, y: 3 }, false)).toEqual({ x: 5, y: 3 });
  });
});
