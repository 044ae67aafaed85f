import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyId } from '../../../server/domain/testing/any-id.ts';
import { positionsOf } from '../../testing/build-views.ts';
import { placeBeside } from './place-beside.ts';

describe('positions beside a parent', () => {
  it('never overlap, however many there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId, { minLength: 1, maxLength: 60 }), (ids) => {
        const start = positionsOf({ 'the-parent': { x: 0, y: 0 } });
        const beside = placeBeside(ids, () => 'the-parent', start);
        expect([...beside.keys()].toSorted()).toEqual(ids.toSorted());
        const places = [...start.values(), ...beside.values()];
        for (const [i, a] of places.entries()) for (const b of places.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 130 || Math.abs(a.y - b.y) >= 92).toBe(true);
      }),
      { seed: 7, numRuns: 60, verbose: 1 },
    );
  });
  it('are to the right of everything where there is no parent', () => {
    const spot = placeBeside(['b'], () => undefined, positionsOf({ a: { x: 300, y: 40 } })).get('b');
    expect(spot?.x).toBeGreaterThan(400);
  });
});
