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
        // A heading stands over what is of its lanes, and over nothing else but acts below all.
        for (const { lanes, x, width } of picture.lanes)
          for (const box of picture.boxes) if (box.lane !== 'below') expect(lanes.includes(box.lane)).toBe(box.x < x + width && box.x + box.width > x);
      }),
      { numRuns: 40 },
    );
  });

  it('has headings over what stands in lanes from left to right, and none over what stands in another order', async () => {
    const entities = ([0, 3, 4, 5] as const).flatMap((lane) =>
      [0, 1].map((row) => ({ id: `${lane} ${row}`, type: 'Person' as const, name: `Name ${lane}`, vague: false, lane, row })),
    );
    const placed = async (xOf: (lane: number) => number) => {
      const fixed = new Map(entities.map(({ id, lane, row }) => [id, { x: xOf(lane), y: row * 400 + (lane === 5 ? 200 : 0) }]));
      return composeAtInNode({ entities, joins: [], room: { width: 1400, height: 700 }, keep: [], fixed, opened: [] });
    };
    const { lanes, boxes } = await placed((lane) => lane * 300);
    expect(lanes.map((one) => one.lanes)).toEqual([[0], [3], [4], [5]]);
    expect(lanes.every(({ text }) => text !== '')).toBe(true);
    expect(Math.max(...lanes.map(({ y, height }) => y + height))).toBeLessThan(Math.min(...boxes.map(({ y }) => y)));
    expect((await placed((lane) => (lane === 4 ? 4.95 : lane) * 300)).lanes.map((one) => one.lanes)).toEqual([[0], [3], [4, 5]]);
    expect((await placed((lane) => lane * -300)).lanes).toEqual([]);
    expect((await placed(() => 0)).lanes).toEqual([]);
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
