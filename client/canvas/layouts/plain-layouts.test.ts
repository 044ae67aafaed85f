import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyId } from '../../../server/domain/testing/any-id.ts';
import { concentric } from './concentric.ts';
import { grid } from './grid.ts';
import type { LayoutInput } from './layered.ts';

const nodes = Array.from({ length: 30 }, (_, i) => `n${String(i).padStart(2, '0')}`);
const input: LayoutInput = {
  nodes,
  edges: nodes.slice(1, 25).map((id, i) => ({ id: `e${i}`, source: nodes[Math.floor(i / 3)]!, target: id })),
  tiers: new Map(),
  parents: new Map(),
  fixed: new Map([['n03', { x: 5, y: 6 }]]),
  centre: ['n01'],
  types: new Map(nodes.map((id) => [id, 'Person'])),
  names: new Map(nodes.map((id) => [id, id])),
};

describe.each([
  ['grid', grid],
  ['concentric', concentric],
] as const)('the %s layout', (_, layout) => {
  it('gives every entity a position, keeps fixed ones, and gives the same again', async () => {
    const one = await layout(input).done;
    expect([...one.keys()].toSorted()).toEqual(nodes);
    expect(one.get('n03')).toEqual({ x: 5, y: 6 });
    expect(await layout(input).done).toEqual(one);
    expect([...one.values()].every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true);
  });
});

/** Any graph of up to 60 entities, some placed by hand. */
const anyInput = fc
  .record({
    n: fc.integer({ min: 1, max: 60 }),
    joins: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 90 }),
  })
  .map(({ n, joins }): LayoutInput => {
    const ids = Array.from({ length: n }, (_, i) => `n${String(i).padStart(2, '0')}`);
    return {
      nodes: ids,
      edges: joins.map(([a, b], i) => ({ id: `e${i}`, source: ids[a % n]!, target: ids[b % n]! })),
      tiers: new Map(),
      parents: new Map(),
      fixed: new Map(),
      centre: [],
      types: new Map(ids.map((id, i) => [id, i % 3 === 0 ? 'Person' : 'Plot'])),
      names: new Map(ids.map((id) => [id, id])),
    };
  });

describe.each([
  ['grid', grid],
  ['concentric', concentric],
] as const)('the %s layout of any graph', (_, layout) => {
  it('overlaps no nodes, and does not depend on the order of its input', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (any) => {
        const places = await layout(any).done;
        const shuffled = { ...any, nodes: any.nodes.toReversed(), edges: any.edges.toReversed() };
        expect(await layout(shuffled).done).toEqual(places);
        const all = [...places.values()];
        expect(all.flatMap((a, i) => all.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 80 && Math.abs(a.y - b.y) < 70))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each([
  ['grid', grid],
  ['concentric', concentric],
] as const)('the %s layout of any ids', (_, layout) => {
  it('gives a position to each entity, and to no other', async () => {
    const ids = fc.uniqueArray(anyId, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(ids, async (nodesOf) => {
        const edges = nodesOf.slice(1).map((id, i) => ({ id: `e${i}`, source: nodesOf[0]!, target: id }));
        const none: LayoutInput = { ...input, nodes: nodesOf, edges, fixed: new Map(), centre: [], types: new Map(), names: new Map() };
        const places = await layout(none).done;
        expect([...places.keys()].toSorted()).toEqual(nodesOf.toSorted());
        expect([...places.values()].every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true);
      }),
      { numRuns: 60, verbose: 1 },
    );
  });
});

describe('the plain layouts', () => {
  it('put the centre in the middle, and entities farther away farther out', async () => {
    const at = await concentric(input).done;
    expect(at.get('n01')).toEqual({ x: 0, y: 0 });
    expect(Math.hypot(at.get('n04')!.x, at.get('n04')!.y)).toBeLessThan(Math.hypot(at.get('n29')!.x, at.get('n29')!.y));
  });
  it('put an entity on the side of its neighbours on the inner ring', async () => {
    const at = await concentric({
      ...input,
      nodes: ['m', 'a', 'b', 'z', 'y'],
      fixed: new Map(),
      centre: ['m'],
      edges: [
        ['m', 'a'],
        ['m', 'b'],
        ['a', 'z'],
        ['b', 'y'],
      ].map(([source, target], i) => ({ id: `e${i}`, source: source!, target: target! })),
    }).done;
    expect(Math.hypot(at.get('a')!.x - at.get('z')!.x, at.get('a')!.y - at.get('z')!.y)).toBeLessThan(
      Math.hypot(at.get('b')!.x - at.get('z')!.x, at.get('b')!.y - at.get('z')!.y),
    );
  });
});
