/** A drawing whose entities have places keeps them as far as it can, and lets no name lie over another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInput } from './testing/any-network.ts';
import { composeAtInNode } from './testing/compose-in-node.ts';
import { lostOf, overlapsOf } from './testing/picture-faults.ts';

const place = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -300, max: 300 }) });

describe('the picture of a drawing', { timeout: 120_000 }, () => {
  it('loses nothing, and lets nothing overlap, wherever its entities stood, be it on one spot', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput(1, 40), fc.array(place, { minLength: 40, maxLength: 40 }), fc.nat(10), async (any, places, without) => {
        const fixed = new Map(any.entities.slice(without).map(({ id }, i) => [id, places[i % 17 === 0 ? 0 : i]!]));
        const given = { ...any, fixed };
        const picture = await composeAtInNode(given);
        expect({ lost: lostOf(picture, given), overlaps: overlapsOf(picture) }).toEqual({ lost: [], overlaps: [] });
        expect(picture.lanes).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves every body where it stood where no name lies over another', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput(1, 20), async (any) => {
        const fixed = new Map(any.entities.map(({ id }, i) => [id, { x: (i % 5) * 260, y: Math.floor(i / 5) * 220 }]));
        const picture = await composeAtInNode({ ...any, fixed });
        for (const { id, body } of picture.boxes) expect({ id, x: body.x, y: body.y }).toEqual({ id, ...fixed.get(id)! });
      }),
      { numRuns: 25 },
    );
  });
});
