import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentric } from './concentric.ts';
import { grid } from './grid.ts';
import type { LayoutInput } from './layered.ts';
import { timeline } from './timeline.ts';

const nodes = Array.from({ length: 30 }, (_, i) => `n${String(i).padStart(2, '0')}`);
const input: LayoutInput = {
  nodes,
  edges: nodes.slice(1, 25).map((id, i) => ({ id: `e${i}`, source: nodes[Math.floor(i / 3)]!, target: id })),
  tiers: new Map(),
  parents: new Map(),
  fixed: { n03: { x: 5, y: 6 } },
  centre: ['n01'],
  dates: new Map(nodes.slice(0, 12).map((id, i) => [id, `20${10 + i}-01-01`])),
  types: new Map(nodes.map((id) => [id, 'Person'])),
  names: new Map(nodes.map((id) => [id, id])),
};

describe.each([
  ['grid', grid],
  ['concentric', concentric],
  ['timeline', timeline],
] as const)('the %s layout', (_, layout) => {
  it('gives every entity a place, keeps the fixed, and does so again', async () => {
    const one = await layout(input).done;
    expect(Object.keys(one).toSorted()).toEqual(nodes);
    expect(one['n03']).toEqual({ x: 5, y: 6 });
    expect(await layout(input).done).toEqual(one);
    expect(Object.values(one).every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true);
  });
});

/** Any graph of up to 60 entities, some dated, some held. */
const anyInput = fc
  .record({
    n: fc.integer({ min: 1, max: 60 }),
    joins: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 90 }),
    years: fc.array(fc.option(fc.integer({ min: 1979, max: 2024 }), { nil: undefined }), { maxLength: 60 }),
  })
  .map(({ n, joins, years }): LayoutInput => {
    const ids = Array.from({ length: n }, (_, i) => `n${String(i).padStart(2, '0')}`);
    return {
      nodes: ids,
      edges: joins.map(([a, b], i) => ({ id: `e${i}`, source: ids[a % n]!, target: ids[b % n]! })),
      tiers: new Map(),
      parents: new Map(),
      fixed: {},
      centre: [],
      dates: new Map(ids.flatMap((id, i) => (years[i] === undefined ? [] : [[id, `${years[i]}-06-01`] as const]))),
      types: new Map(ids.map((id, i) => [id, i % 3 === 0 ? 'Person' : 'Plot'])),
      names: new Map(ids.map((id) => [id, id])),
    };
  });

describe.each([
  ['grid', grid],
  ['concentric', concentric],
  ['timeline', timeline],
] as const)('the %s layout of any graph', (_, layout) => {
  it('puts no body on another, and does not depend on the order it is told in', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (any) => {
        const places = await layout(any).done;
        const shuffled = { ...any, nodes: any.nodes.toReversed(), edges: any.edges.toReversed() };
        expect(await layout(shuffled).done).toEqual(places);
        const all = Object.values(places);
        expect(all.flatMap((a, i) => all.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 80 && Math.abs(a.y - b.y) < 70))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the plain layouts', () => {
  it('put the middle in the middle, and what is further off further out', async () => {
    const at = await concentric(input).done;
    expect(at['n01']).toEqual({ x: 0, y: 0 });
    expect(Math.hypot(at['n04']!.x, at['n04']!.y)).toBeLessThan(Math.hypot(at['n29']!.x, at['n29']!.y));
  });
  it('put what hangs from one side on that side of the next ring', async () => {
    const at = await concentric({
      ...input,
      nodes: ['m', 'a', 'b', 'z', 'y'],
      fixed: {},
      centre: ['m'],
      edges: [
        ['m', 'a'],
        ['m', 'b'],
        ['a', 'z'],
        ['b', 'y'],
      ].map(([source, target], i) => ({ id: `e${i}`, source: source!, target: target! })),
    }).done;
    expect(Math.hypot(at['a']!.x - at['z']!.x, at['a']!.y - at['z']!.y)).toBeLessThan(Math.hypot(at['b']!.x - at['z']!.x, at['b']!.y - at['z']!.y));
  });
  it('put the earlier before the later, and the undated below', async () => {
    const at = await timeline(input).done;
    expect(at['n00']!.x).toBeLessThan(at['n11']!.x);
    expect(at['n20']!.y).toBeGreaterThan(at['n11']!.y);
  });
});
