import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInput } from './testing/any-network.ts';
import { composeInNode } from './testing/compose-in-node.ts';
import { hiddenHeadsOf, hitsOf, lostOf, overlapsOf, strayOf } from './testing/picture-faults.ts';
import type { DrawnEntity, Join, PictureInput } from './picture.ts';

const ROOM = { width: 1400, height: 800 };
const entity = (id: string, more: Partial<DrawnEntity> = {}): DrawnEntity => ({ id, type: 'Person', name: `Name of ${id}`, vague: false, lane: 3, ...more });
const join = (source: string, target: string | undefined, more: Partial<Join> = {}): Join => ({
  id: `${source} ${target ?? ''}`,
  source,
  target,
  predicate: 'hired',
  claims: 1,
  rank: 1,
  bothWays: false,
  ...more,
});
const input = (entities: DrawnEntity[], joins: Join[], more: Partial<PictureInput> = {}): PictureInput => ({
  entities,
  joins,
  room: ROOM,
  keep: [],
  fixed: new Map(),
  opened: [],
  ...more,
});
const chain = (n: number): PictureInput => {
  const ids = Array.from({ length: n }, (_, i) => `e${String(i).padStart(3, '0')}`);
  return input(
    ids.map((id, i) => entity(id, { lane: ([0, 1, 3, 4] as const)[i % 4]! })),
    ids.slice(1).flatMap((id, i) => [join(ids[i]!, id), ...(i > 5 ? [join(ids[i - 5]!, id)] : [])]),
  );
};

describe('the picture of a network', { timeout: 120_000 }, () => {
  it('loses nothing, and lets nothing overlap or be crossed, whatever is drawn', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput(1, 90), async (any) => {
        const picture = await composeInNode(any);
        expect({ lost: lostOf(picture, any), overlaps: overlapsOf(picture), hits: hitsOf(picture) }).toEqual({ lost: [], overlaps: [], hits: [] });
        expect(hiddenHeadsOf(picture)).toEqual([]);
        expect(strayOf(picture)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same input in any order', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput(1, 40), async (any) => {
        const again = { ...any, entities: any.entities.toReversed(), joins: any.joins.toReversed(), keep: any.keep.toReversed() };
        expect(await composeInNode(again)).toEqual(await composeInNode(any));
      }),
      { numRuns: 15 },
    );
  });

  it('is empty for nothing', async () => {
    const { boxes, lines, bounds } = await composeInNode(input([], []));
    expect({ boxes, lines, bounds }).toEqual({ boxes: [], lines: [], bounds: { x: 0, y: 0, width: 0, height: 0 } });
  });

  it('has bodies of 40 units where they fit, else of 24', async () => {
    expect((await composeInNode(chain(12))).form).toBe('plain');
    expect((await composeInNode({ ...chain(12), room: { width: 300, height: 300 } })).form).toBe('row');
    expect((await composeInNode(chain(80))).form).toBe('row');
  });

  it('folds until its names are legible in the room', async () => {
    const { bounds, folds } = await composeInNode({ ...chain(150), room: { width: 750, height: 784 } });
    expect(folds.length).toBeGreaterThan(0);
    expect(bounds.width * 0.88).toBeLessThanOrEqual(790);
  });

  it('leaves what was placed by hand where it is, and covers it with nothing', async () => {
    const net = chain(60);
    const fixed = new Map([
      ['e003', { x: 300, y: 300 }],
      ['e010', { x: -200, y: 40 }],
    ]);
    const picture = await composeInNode({ ...net, fixed });
    for (const [id, at] of fixed) expect(picture.boxes.find((box) => box.id === id)!.body).toMatchObject(at);
    expect(overlapsOf(picture)).toEqual([]);
    expect(hitsOf(picture)).toEqual([]);
  });
});
