import { describe, expect, it } from 'vitest';
import { composeInNode } from '../../../server/domain/picturing/testing/compose-in-node.ts';
import { generateNetwork, SHAPES } from '../../../server/domain/picturing/testing/generate-network.ts';
import { measureOurs } from '../bench/drawing-measures.ts';
import { crossingsOf, hiddenHeadsOf, hitsOf, lostOf, overlapsOf, strayOf } from '../../../server/domain/picturing/testing/picture-faults.ts';

describe('the picture of a generated network', () => {
  it.each(SHAPES)('has at 60 and 120 entities no line through a body or name, in the shape "%s"', { timeout: 120_000 }, async (shape) => {
    for (const size of [60, 120]) {
      const input = { ...generateNetwork(shape, size, 1), room: { width: 1400, height: 800 }, keep: [], fixed: new Map<string, never>(), opened: [] };
      const picture = await composeInNode(input);
      expect({ lost: lostOf(picture, input), overlaps: overlapsOf(picture), hits: hitsOf(picture), stray: strayOf(picture) }).toEqual({
        lost: [],
        overlaps: [],
        hits: [],
        stray: [],
      });
    }
  });

  it.each(SHAPES)(
    'shows at 60 and 120 entities every name, and at 60, 120 and 250 the predicates that it should, in the shape "%s"',
    { timeout: 240_000 },
    async (shape) => {
      for (const room of [
        { width: 1400, height: 800 },
        { width: 750, height: 784 },
      ])
        for (const [size, share] of [
          [60, 0.75],
          [120, 0.65],
          [250, 0.5],
        ] as const) {
          // The goal for predicates is that of the wide room.
          const wide = room.width === 1400;
          if (size === 250 && !wide) continue;
          const input = { ...generateNetwork(shape, size, 1), room, keep: [], fixed: new Map<string, never>(), opened: [] };
          const picture = await composeInNode(input);
          const { names, predicates, crossings } = measureOurs(picture, room);
          expect([size, room.width, size > 120 || names === 1, !wide || predicates >= share]).toEqual([size, room.width, true, true]);
          if (wide && size <= 120) expect(crossings).toBeLessThanOrEqual(picture.lines.length / 2);
        }
    },
  );

  it('counts two lines that cross once, and lines that only meet not at all', () => {
    const line = (...points: [number, number][]): { points: [number, number][] } => ({ points });
    expect(crossingsOf([line([0, 0], [10, 10]), line([0, 10], [10, 0])])).toBe(1);
    expect(crossingsOf([line([0, 0], [10, 10]), line([10, 10], [20, 0])])).toBe(0);
  });

  it('finds an arrowhead that comes from below to lie under the name', async () => {
    const input = { ...generateNetwork('hub', 6, 1), room: { width: 1400, height: 800 }, keep: [], fixed: new Map<string, never>(), opened: [] };
    const picture = await composeInNode(input);
    expect([picture.form, hiddenHeadsOf(picture)]).toEqual(['plain', []]);
    const [line] = picture.lines;
    const { body } = picture.boxes.find(({ id }) => id === line!.to)!;
    const bottom = body.y + body.size / 2;
    const wrong = {
      ...line!,
      points: [
        [body.x, bottom + 60],
        [body.x, bottom + 12],
      ] as const,
    };
    expect(hiddenHeadsOf({ ...picture, lines: [wrong] })).toEqual([`the head of ${line!.id} lies under a text of ${line!.to}`]);
  });
});
