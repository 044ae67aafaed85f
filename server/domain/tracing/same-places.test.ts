/** In a trace, entities that the curator decided to be the same are one place, and stepping between them is no hop. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPaths } from './find-paths.ts';
import type { EntityType } from '../model/lists.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { rankPaths } from './rank-paths.ts';
import { samePlaces } from './same-places.ts';
import { checkProperty } from '../testing/check-property.ts';
import { graphOf, type HopBrief } from '../testing/trace-graphs.ts';
import type { TraceGraph } from './trace-graph.ts';
import { DEFAULT_SWITCHES, effectiveSwitches } from './trace-switches.ts';

const search = (graph: TraceGraph, from: string[], to: string[], switches: TraceSwitches = {}) =>
  findPaths(graph, from, to, effectiveSwitches(switches, [], []));

describe('entities decided the same', () => {
  const trace = (graph: TraceGraph, from: string[], to: string[], switches: TraceSwitches = {}) => {
    const types = (ids: string[]) => ids.flatMap((id) => graph.entities.get(id)?.type ?? []);
    const effective = effectiveSwitches(switches, types(from), types(to));
    return rankPaths(findPaths(graph, from, to, effective).paths, graph, effective, { from, to });
  };
  const both = (one: Partial<HopBrief> = {}, other: Partial<HopBrief> = {}) => [
    { from: 'a', to: 'x', ...one },
    { from: 'y', to: 'b', ...other },
  ];
  it('are stepped through without a hop, by the decisions that join them', () => {
    const { paths } = trace(
      graphOf([{ from: 'c', to: 'contact' }], {}, [
        ['a', 'b'],
        ['b', 'c'],
      ]),
      ['a'],
      ['contact'],
    );
    expect(paths).toMatchObject([
      {
        entities: ['a', 'c', 'contact'],
        hops: [{ from: 'c', to: 'contact', best: 'c0' }],
        same: [
          {
            before: 0,
            from: 'a',
            to: 'c',
            decisions: [
              { a: 'a', b: 'b', why: 'a is b' },
              { a: 'b', b: 'c', why: 'b is c' },
            ],
          },
        ],
      },
    ]);
  });
  it('are stepped through within a path and at its end, from either side', () => {
    const graph = graphOf([...both(), { from: 'b', to: 'c' }], {}, [
      ['x', 'y'],
      ['c', 'd'],
    ]);
    const there = trace(graph, ['a'], ['d']).paths[0];
    expect(there).toMatchObject({
      entities: ['a', 'x', 'y', 'b', 'c', 'd'],
      same: [
        { before: 1, from: 'x', to: 'y' },
        { before: 3, from: 'c', to: 'd' },
      ],
    });
    expect(there?.hops).toHaveLength(3);
    expect(trace(graph, ['d'], ['a']).paths[0]?.entities).toEqual(['d', 'c', 'b', 'y', 'x', 'a']);
  });
  it('count no hop', () => {
    expect(search(graphOf(both(), {}, [['x', 'y']]), ['a'], ['b'], { maxHops: 2 }).shortest).toBe(2);
  });
  it('are passed only once by a path', () => {
    const graph = graphOf([...both(), { from: 'y', to: 'm' }, { from: 'm', to: 'x' }], {}, [['x', 'y']]);
    expect(trace(graph, ['a'], ['b']).paths.map((path) => path.entities.join(' '))).toEqual(['a x y b']);
  });
  it('are passed only if each of them may be passed', () => {
    const kinds: Record<string, EntityType | { generic: true } | { aggregate: true }> = {
      Country: 'Country',
      generic: { generic: true },
      aggregate: { aggregate: true },
    };
    for (const kind of Object.values(kinds)) {
      for (const barred of ['x', 'y', 'aside']) {
        const graph = graphOf(both(), { [barred]: kind }, [
          ['x', 'y'],
          ['y', 'aside'],
        ]);
        expect(trace(graph, ['a'], ['b']).paths).toEqual([]);
      }
    }
    const hub = graphOf([...both(), { from: 'y', to: 'z' }], {}, [['x', 'y']]);
    expect(search(hub, ['a'], ['b'], { degreeLimit: 1 })).toMatchObject({ paths: [], hubsNotPassed: ['y'] });
    expect(search(hub, ['a'], ['b'], { degreeLimit: 2 }).paths).toHaveLength(1);
  });
  it('give no path from one to the other', () => {
    expect(
      search(
        graphOf(
          [
            { from: 'a', to: 'm' },
            { from: 'm', to: 'b' },
          ],
          {},
          [['a', 'b']],
        ),
        ['a'],
        ['b'],
      ).paths,
    ).toEqual([]);
  });
  it('are one body in common', () => {
    const within = { within: true, group: 'structure' as const };
    const graph = graphOf(
      [
        { from: 'a', to: 'x', ...within },
        { from: 'b', to: 'y', ...within },
      ],
      { x: 'Agency', y: 'Organization' },
      [['x', 'y']],
    );
    const { paths, commonBody } = trace(graph, ['a'], ['b']);
    expect(paths).toEqual([]);
    expect(commonBody).toMatchObject([{ entities: ['a', 'x', 'y', 'b'], bodies: ['x'] }]);
  });
  it('give a path that begins and ends with the one asked for', () => {
    const graph = graphOf([{ from: 'b', to: 'z' }], {}, [
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect(trace(graph, ['c', 'a'], ['z']).paths[0]?.entities).toEqual(['a', 'b', 'z']);
    expect(trace(graph, ['b', 'a'], ['z']).paths[0]?.entities).toEqual(['b', 'z']);
  });
});

describe('a trace over places', () => {
  const id = fc.nat(8).map((n) => `e${n}`);
  it('finds what it would find if each place were one entity, and each path begins and ends with an entity that was asked for', () => {
    checkProperty(
      'places',
      fc.property(
        fc.array(fc.record({ from: id, to: id }), { minLength: 4, maxLength: 18 }),
        fc.array(fc.tuple(id, id), { maxLength: 4 }),
        fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
        fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
        (hops, pairs, from, to) => {
          const ends: HopBrief[] = [...from, ...to].map((end) => ({ from: end, to: end }));
          const graph = graphOf([...hops, ...ends], {}, pairs);
          const places = samePlaces(graph.same);
          const merged = graphOf([...hops, ...ends].map((hop) => ({ from: places.of(hop.from), to: places.of(hop.to) })));
          const found = search(graph, from, to);
          expect(found.paths).toEqual(search(merged, from.map(places.of), to.map(places.of)).paths);
          const { paths } = rankPaths(found.paths, graph, DEFAULT_SWITCHES, { from, to });
          expect(paths).toHaveLength(found.paths.length);
          for (const { entities, hops: taken, same } of paths) {
            expect(from).toContain(entities[0]);
            expect(to).toContain(entities.at(-1));
            expect(entities).toHaveLength(1 + taken.length + same.length);
            for (const step of same) {
              expect(places.of(step.from)).toBe(places.of(step.to));
              expect([step.decisions[0], step.decisions.at(-1)].every((decision) => decision !== undefined)).toBe(true);
            }
          }
        },
      ),
      { runs: 2_000 },
    );
  });
});
