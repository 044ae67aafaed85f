import { describe, expect, it } from 'vitest';
import { inOneGo } from '../figures/in-slices.ts';
import { findPaths, findPathsInSlices } from './find-paths.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { graphOf } from '../testing/trace-graphs.ts';
import type { TraceGraph } from './trace-graph.ts';
import { DEFAULT_SWITCHES, effectiveSwitches } from './trace-switches.ts';

const search = (graph: TraceGraph, from: string[], to: string[], switches: TraceSwitches = {}) => {
  const types = (ids: string[]) => ids.flatMap((id) => graph.entities.get(id)?.type ?? []);
  return findPaths(graph, from, to, effectiveSwitches(switches, types(from), types(to)));
};
const texts = (paths: readonly string[][]) => paths.map((path) => path.join(' '));

describe('a trace', () => {
  it('ignores the direction of claims', () => {
    const graph = graphOf([
      { from: 'b', to: 'a' },
      { from: 'b', to: 'c' },
    ]);
    expect(search(graph, ['a'], ['c'])).toMatchObject({ paths: [['a', 'b', 'c']], shortest: 2 });
  });
  it('finds the shortest paths and those up to two hops longer, and with slack 0 the shortest only', () => {
    const graph = graphOf([
      { from: 'a', to: 'z' },
      { from: 'a', to: 'b' },
      { from: 'b', to: 'z' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'z' },
      { from: 'c', to: 'd' },
      { from: 'd', to: 'z' },
    ]);
    expect(texts(search(graph, ['a'], ['z']).paths)).toEqual(['a z', 'a b z', 'a b c z']);
    expect(texts(search(graph, ['a'], ['z'], { slack: 0 }).paths)).toEqual(['a z']);
    expect(texts(search(graph, ['a'], ['z'], { slack: 3 }).paths)).toHaveLength(4);
  });
  it('never passes an entity twice', () => {
    const graph = graphOf([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
      { from: 'c', to: 'd' },
      { from: 'd', to: 'd' },
    ]);
    expect(texts(search(graph, ['a'], ['d']).paths)).toEqual(['a b c d']);
  });
  it.each(['Country', 'Place', 'Case', 'Measure'] as const)('does not pass through a %s unless told to', (type) => {
    const graph = graphOf(
      [
        { from: 'a', to: 'm' },
        { from: 'm', to: 'b' },
      ],
      { m: type },
    );
    expect(search(graph, ['a'], ['b']).paths).toEqual([]);
    expect(texts(search(graph, ['a'], ['b'], { throughTypes: [type] }).paths)).toEqual(['a m b']);
  });
  it.each(['generic', 'aggregate'] as const)('does not pass through what is %s unless told to', (flag) => {
    const graph = graphOf(
      [
        { from: 'a', to: 'm' },
        { from: 'm', to: 'b' },
      ],
      { m: { [flag]: true } },
    );
    expect(search(graph, ['a'], ['b']).paths).toEqual([]);
    const on = flag === 'generic' ? { throughGeneric: true } : { throughAggregate: true };
    expect(search(graph, ['a'], ['b'], on).paths).toHaveLength(1);
  });
  it('may start or end at what it may not pass through', () => {
    const graph = graphOf(
      [
        { from: 'a', to: 'm' },
        { from: 'm', to: 'b' },
      ],
      { a: 'Country', b: { generic: true } },
    );
    expect(search(graph, ['a'], ['b']).paths).toHaveLength(1);
  });
  it.each(['justice', 'geography', 'statement', 'identity'] as const)('does not use a claim of the group %s unless told to', (group) => {
    const graph = graphOf([{ from: 'a', to: 'b', group }]);
    expect(search(graph, ['a'], ['b']).paths).toEqual([]);
    expect(search(graph, ['a'], ['b'], { groups: [group] }).paths).toHaveLength(1);
  });
  it('never uses a claim that is disputed only, or whose predicate is not traversed, whatever is switched on', () => {
    const all: TraceSwitches = {
      groups: ['justice', 'geography', 'statement', 'identity'],
      throughGeneric: true,
      throughAggregate: true,
    };
    for (const never of [{ disputedOnly: true, rank: -1 }, { traversed: false }]) {
      expect(search(graphOf([{ from: 'a', to: 'b', ...never }]), ['a'], ['b'], all).paths).toEqual([]);
    }
  });
  it('reaches a Place by geography, a Case or Measure by justice, and a Country by neither', () => {
    const graph = graphOf(
      [
        { from: 'a', to: 'home', group: 'geography' },
        { from: 'home', to: 'city', group: 'geography' },
        { from: 'a', to: 'case', group: 'justice' },
        { from: 'b', to: 'land', group: 'geography' },
        { from: 'c', to: 'law', group: 'justice' },
      ],
      { home: 'Place', city: 'Place', case: 'Case', land: 'Country', law: 'Measure' },
    );
    expect(texts(search(graph, ['a'], ['city']).paths)).toEqual(['a home city']);
    expect(texts(search(graph, ['case'], ['a']).paths)).toEqual(['case a']);
    expect(texts(search(graph, ['c'], ['law']).paths)).toEqual(['c law']);
    expect(search(graph, ['b'], ['land']).paths).toEqual([]);
  });
  it('passes through no entity above the degree limit, names it, and may still end at it', () => {
    const graph = graphOf([
      { from: 'a', to: 'hub' },
      { from: 'hub', to: 'b' },
      { from: 'hub', to: 'x' },
    ]);
    expect(search(graph, ['a'], ['b'], { degreeLimit: 2 })).toMatchObject({
      paths: [],
      hubsNotPassed: ['hub'],
    });
    expect(search(graph, ['a'], ['b'], { degreeLimit: 3 }).paths).toHaveLength(1);
    expect(search(graph, ['a'], ['hub'], { degreeLimit: 2 }).paths).toHaveLength(1);
    const known = graphOf(
      [
        { from: 'a', to: 'hub' },
        { from: 'hub', to: 'b' },
      ],
      { hub: { degree: 500 } },
    );
    expect(search(known, ['a'], ['b']).hubsNotPassed).toEqual(['hub']);
  });
  it('makes each via a hop: from the sponsor through the go-between to the gunman', () => {
    const graph = graphOf([
      { claim: 'ordered', n: 0, from: 'state', to: 'go-between' },
      { claim: 'ordered', n: 1, from: 'go-between', to: 'gunman' },
    ]);
    expect(texts(search(graph, ['gunman'], ['state']).paths)).toEqual(['gunman go-between state']);
  });
  it('leaves out claims below the standing or the uninvolved origins asked for', () => {
    const graph = graphOf([{ from: 'a', to: 'b', rank: 3, uninvolvedOrigins: 1 }]);
    expect(search(graph, ['a'], ['b'], { standingAtLeast: 'charged', uninvolvedAtLeast: 1 }).paths).toHaveLength(1);
    expect(search(graph, ['a'], ['b'], { standingAtLeast: 'found' }).paths).toEqual([]);
    expect(search(graph, ['a'], ['b'], { uninvolvedAtLeast: 2 }).paths).toEqual([]);
  });
  it('ends at the first entity of a set that it meets', () => {
    const graph = graphOf([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'd' },
    ]);
    expect(texts(search(graph, ['a', 'b'], ['c', 'd']).paths)).toEqual(['b c']);
    expect(texts(search(graph, ['a', 'b'], ['a', 'b']).paths)).toEqual(['a b']);
  });
  it('gives a common body only between ends that no path joins, and does not count it as the shortest', () => {
    const graph = graphOf(
      [
        { from: 'unit', to: 'corps', within: true, group: 'structure' },
        { from: 'man', to: 'corps', within: true, group: 'structure' },
        { from: 'unit', to: 'x' },
        { from: 'x', to: 'y' },
        { from: 'y', to: 'man' },
      ],
      { corps: 'Agency' },
    );
    expect(search(graph, ['unit'], ['man'])).toMatchObject({ paths: [['unit', 'x', 'y', 'man']], shortest: 3 });
    // The link between another end and the man does not join the unit to him.
    expect(texts(search(graph, ['unit', 'x'], ['man']).paths)).toEqual(['x y man']);
    const bodyOnly = graphOf(
      [
        { from: 'unit', to: 'corps', within: true },
        { from: 'man', to: 'corps', within: true },
        { from: 'other', to: 'man' },
      ],
      { corps: 'Agency' },
    );
    expect(search(bodyOnly, ['unit'], ['man'])).toMatchObject({ paths: [['unit', 'corps', 'man']] });
    expect(search(bodyOnly, ['unit'], ['man']).shortest).toBeUndefined();
    expect(search(bodyOnly, ['unit', 'other'], ['man'], { slack: 1 })).toMatchObject({
      paths: [
        ['other', 'man'],
        ['unit', 'corps', 'man'],
      ],
      shortest: 1,
    });
  });
  it('says how many entities it saw, whether there are more paths, and when it stopped at a limit', () => {
    const graph = graphOf([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'x', to: 'y' },
    ]);
    expect(search(graph, ['a'], ['y'])).toMatchObject({
      paths: [],
      entitiesSeen: 5,
      stoppedAtLimit: false,
    });
    const fan = graphOf(
      [1, 2, 3, 4].flatMap((i) => [
        { from: 'a', to: `m${i}` },
        { from: `m${i}`, to: 'z' },
      ]),
    );
    const limited = findPaths(fan, ['a'], ['z'], DEFAULT_SWITCHES, {
      paths: 3,
      commonBodyPaths: 3,
      steps: 1e6,
    });
    expect(limited).toMatchObject({ more: true, stoppedAtLimit: false });
    expect(limited.paths).toHaveLength(3);
    expect(findPaths(fan, ['a'], ['z'], DEFAULT_SWITCHES, { paths: 9, commonBodyPaths: 3, steps: 2 }).stoppedAtLimit).toBe(true);
    expect(findPaths(fan, ['a'], ['z'], DEFAULT_SWITCHES).stoppedAtLimit).toBe(false);
  });
  it('ends with what it has found when it is told that its time is over', () => {
    // Eight layers of eight, each joined to the next: 262,144 paths of nine hops, which take a few hundred slices to find.
    const layers = Array.from({ length: 7 }, (_, layer) =>
      Array.from({ length: 64 }, (_each, i) => ({ from: `m${layer}-${i % 8}`, to: `m${layer + 1}-${Math.floor(i / 8)}` })),
    ).flat();
    const wide = graphOf([{ from: 'a', to: 'm0-0' }, { from: 'm7-0', to: 'z' }, ...layers]);
    const inSlices = (steps: number) => findPathsInSlices(wide, ['a'], ['z'], { ...DEFAULT_SWITCHES, maxHops: 9 }, { paths: 1e9, commonBodyPaths: 1, steps });
    // What reads the graph and looks out from both sides before the search; the first time it is more, and is kept.
    inOneGo(inSlices(0));
    const before = inSlices(0);
    let looking = 0;
    while (!before.next(false).done) looking += 1;
    const slices = inSlices(1e9);
    for (let slice = 0; slice < looking + 20; slice += 1) expect(slices.next(false).done).toBe(false);
    let slice = slices.next(true);
    for (let after = 0; after < looking && !slice.done; after += 1) slice = slices.next(true);
    if (!slice.done) throw new Error('it was expected to end');
    expect(slice.value.stoppedAtLimit).toBe(true);
    expect(slice.value.paths.length).toBeGreaterThan(0);
    expect(slice.value.paths.length).toBeLessThan(262_144);
  });
  it('goes no further than the hops allowed', () => {
    const graph = graphOf(['ab', 'bc', 'cd', 'de'].map(([from = '', to = '']) => ({ from, to })));
    expect(search(graph, ['a'], ['e'], { maxHops: 3 }).paths).toEqual([]);
    expect(search(graph, ['a'], ['e'], { maxHops: 4 }).paths).toHaveLength(1);
  });
});

describe('entities seen', () => {
  const line = (ids: string) => graphOf([...ids].slice(1).map((to, i) => ({ from: ids[i] ?? '', to })));
  const seen = (graph: TraceGraph, from: string[], to: string[], switches: TraceSwitches = {}) => search(graph, from, to, switches).entitiesSeen;
  it('are the ends and what lies within half the hops searched, rounded up, of either side', () => {
    const apart = graphOf(
      [...'bcdefg'].map((to, i) => ({ from: 'abcdef'[i] ?? '', to })).concat([...'uvwxyz'].slice(1).map((to, i) => ({ from: 'uvwxyz'[i] ?? '', to }))),
    );
    expect(seen(apart, ['a'], ['u'])).toBe(8);
    expect(seen(apart, ['a'], ['u'], { maxHops: 5 })).toBe(8);
    expect(seen(apart, ['a'], ['u'], { maxHops: 4 })).toBe(6);
    expect(seen(apart, ['a'], ['u'], { maxHops: 1 })).toBe(4);
  });
  it('are no further than links were looked for, where there is one', () => {
    expect(search(line('abcdefgh'), ['a'], ['b'], { slack: 1 })).toMatchObject({ searchedHops: 2, entitiesSeen: 3 });
  });
  it('are the same from either side', () => {
    const graph = line('abcdefghij');
    expect(seen(graph, ['a'], ['e'])).toBe(seen(graph, ['e'], ['a']));
  });
  it('lie within hops through entities that may be passed; one that may not is seen itself', () => {
    const graph = graphOf(['ab', 'bc', 'cd'].map(([from = '', to = '']) => ({ from, to })).concat([{ from: 'x', to: 'y' }]), { b: 'Country' });
    expect(seen(graph, ['a'], ['x'])).toBe(4);
    expect(seen(graph, ['a'], ['x'], { throughTypes: ['Country'] })).toBe(6);
  });
});
