import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInput } from './testing/any-network.ts';
import { composeInNode } from './testing/compose-in-node.ts';
import { generateNetwork } from './testing/generate-network.ts';
import { hitsOf, lostOf, overlapsOf } from './testing/picture-faults.ts';
import type { Picture, PictureInput } from './picture.ts';

/** The part of an input whose entities are among the first. */
function firstOf<T extends PictureInput>(input: T, count: number): T {
  const ids = new Set(input.entities.slice(0, count).map(({ id }) => id));
  return {
    ...input,
    entities: input.entities.filter(({ id }) => ids.has(id)),
    joins: input.joins.filter(({ source, target }) => ids.has(source) && (target === undefined || ids.has(target))),
    keep: input.keep.filter((id) => ids.has(id)),
  };
}
const bodiesOf = ({ boxes, folds }: Picture): Map<string, string> =>
  new Map([
    ...boxes.map(({ id, body }) => [id, `${body.x} ${body.y}`] as const),
    ...folds.flatMap(({ box, members }) => members.map((id) => [id, `in ${box}`] as const)),
  ]);
const faultsOf = (picture: Picture, input: PictureInput) => ({ lost: lostOf(picture, input), overlaps: overlapsOf(picture), hits: hitsOf(picture) });
const NONE = { lost: [], overlaps: [], hits: [] };

describe('a picture to which entities come', { timeout: 240_000 }, () => {
  it('keeps what it has in its place, loses nothing, and lets nothing overlap or be crossed, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput(2, 60), fc.double({ min: 0.2, max: 0.95, noNaN: true }), async (any, share) => {
        const before = await composeInNode(firstOf(any, Math.max(1, Math.floor(any.entities.length * share))));
        const after = await composeInNode({ ...any, before, parent: any.entities[0]!.id });
        expect(faultsOf(after, any)).toEqual(NONE);
        const now = bodiesOf(after);
        expect([...bodiesOf(before)].filter(([id, at]) => now.get(id) !== at)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps all in its place through four expansions of a hub, and is the same each time', async () => {
    const whole = { ...generateNetwork('hub', 140, 3), room: { width: 1400, height: 800 }, keep: [], fixed: new Map<string, never>(), opened: [] };
    const walk = async (): Promise<Picture> => {
      let picture = await composeInNode(firstOf(whole, 60));
      for (const count of [80, 100, 120, 140]) {
        const input = firstOf(whole, count);
        const next = await composeInNode({ ...input, before: picture, parent: whole.entities[0]!.id });
        expect(faultsOf(next, input)).toEqual(NONE);
        const now = bodiesOf(next);
        expect([...bodiesOf(picture)].filter(([id, at]) => now.get(id) !== at)).toEqual([]);
        picture = next;
      }
      return picture;
    };
    expect(await walk()).toEqual(await walk());
  });

  it('opens a fold beside what held it, moves nothing else, and closes it to what it was', async () => {
    const input = {
      ...generateNetwork('clusters', 120, 2),
      room: { width: 750, height: 784 },
      keep: [],
      fixed: new Map<string, never>(),
      opened: [] as string[],
    };
    const before = await composeInNode(input);
    const near = before.folds.find(({ why, members }) => why === 'near' && members.length > 1)!;
    const open = await composeInNode({ ...input, before, opened: [near.id], parent: near.box });
    expect(faultsOf(open, input)).toEqual(NONE);
    expect(near.members.filter((id) => !open.boxes.some((box) => box.id === id))).toEqual([]);
    const now = bodiesOf(open);
    expect([...bodiesOf(before)].filter(([id, at]) => !near.members.includes(id) && now.get(id) !== at)).toEqual([]);
    const closed = await composeInNode({ ...input, before: open, opened: [] });
    expect(bodiesOf(closed)).toEqual(bodiesOf(before));
    expect(closed.folds.map(({ id, members }) => [id, members])).toEqual(before.folds.map(({ id, members }) => [id, members]));
  });

  it('keeps the rest where it is when one is moved by hand, and when some are taken away', async () => {
    const input = {
      ...generateNetwork('lanes', 70, 5),
      room: { width: 1400, height: 800 },
      keep: [],
      fixed: new Map<string, { x: number; y: number }>(),
      opened: [],
    };
    const before = await composeInNode(input);
    const moved = before.boxes.find(({ frame, kind }) => frame === undefined && kind === 'entity')!;
    const to = { x: 40, y: before.bounds.height + 200 };
    const after = await composeInNode({ ...input, before, fixed: new Map([[moved.id, to]]) });
    expect(after.boxes.find(({ id }) => id === moved.id)!.body).toMatchObject(to);
    expect(faultsOf(after, input)).toEqual(NONE);
    const fewer = firstOf(input, 40);
    const less = await composeInNode({ ...fewer, before: after });
    expect(faultsOf(less, fewer)).toEqual(NONE);
    const was = bodiesOf(after);
    expect([...bodiesOf(less)].filter(([id, at]) => was.get(id) !== at)).toEqual([]);
  });

  it('takes a name that changed, and leaves its body where it is', async () => {
    const input = { ...generateNetwork('lanes', 50, 4), room: { width: 1400, height: 800 }, keep: [], fixed: new Map<string, never>(), opened: [] };
    const before = await composeInNode(input);
    const { id, body } = before.boxes.find(({ kind, frame }) => kind === 'entity' && frame === undefined)!;
    const entities = input.entities.map((one) => (one.id === id ? { ...one, name: 'وزارت اطلاعات جمهوری اسلامی ایران' } : one));
    const box = (await composeInNode({ ...input, entities, before })).boxes.find((one) => one.id === id)!;
    expect(box.name.whole).toBe('وزارت اطلاعات جمهوری اسلامی ایران');
    expect(box.body).toEqual(body);
  });
});
