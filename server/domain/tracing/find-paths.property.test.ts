import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonBodies, isBodyHop } from './common-body.ts';
import { findPaths, SEARCH_LIMITS } from './find-paths.ts';
import { hopIndex } from './hop-index.ts';
import { ENTITY_TYPES, GROUPS, WITHHELD_GROUPS, WITHHELD_TYPES } from '../model/lists.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { rankPaths } from './rank-paths.ts';
import { checkProperty } from '../testing/check-property.ts';
import { graphOf } from '../testing/trace-graphs.ts';
import { samePlaces } from './same-places.ts';
import type { TraceGraph } from './trace-graph.ts';
import { effectiveSwitches, mayPass } from './trace-switches.ts';

const texts = (paths: readonly string[][]) => paths.map((path) => path.join(' '));

/** Every simple path, found by trying all of them without the shortcuts of the search. */
function bruteForce(graph: TraceGraph, from: string[], to: string[], switches: Required<TraceSwitches>): string[][] {
  const index = hopIndex(graph.segments, switches, samePlaces([]));
  const degree = (id: string) => graph.segments.filter((s) => s.from === id || s.to === id).length;
  const every = (starts: readonly string[], goals: readonly string[]): string[][] => {
    const passes = (id: string) => {
      const entity = graph.entities.get(id);
      if (entity === undefined || [...starts, ...goals, ...switches.mustAvoid].includes(id)) return false;
      return switches.mustPass.includes(id) || (mayPass(entity, switches) && degree(id) <= switches.degreeLimit);
    };
    const all: string[][] = [];
    const extend = (path: string[]) => {
      for (const next of index.get(path.at(-1) ?? '')?.keys() ?? []) {
        if (path.includes(next)) continue;
        if (goals.includes(next)) all.push([...path, next]);
        else if (passes(next) && path.length < switches.maxHops) extend([...path, next]);
      }
    };
    starts.forEach((start) => extend([start]));
    return all;
  };
  const typeOf = (id: string) => graph.entities.get(id)?.type;
  const isBodyHopAt = (body: string, other: string) => isBodyHop((id) => id === body, typeOf, index.get(body)?.get(other) ?? []);
  const isLink = (path: string[]) => commonBodies(path, isBodyHopAt).length === 0;
  const isBoth = (id: string | undefined) => id !== undefined && from.includes(id) && to.includes(id);
  const musts = switches.mustPass.filter((id) => graph.entities.has(id));
  const holding = every(from, to).filter((p) => musts.every((id) => p.includes(id)));
  const once = holding.filter((p) => !(isBoth(p[0]) && isBoth(p.at(-1))) || (p[0] ?? '') < (p.at(-1) ?? ''));
  const links = once.filter(isLink);
  const bodies = once.filter((path) => !isLink(path) && !every(path.slice(0, 1), path.slice(-1)).some(isLink));
  const shortest = (paths: string[][]) => Math.min(Infinity, ...paths.map((path) => path.length));
  const longest = shortest(links) + switches.slack;
  const longestBody = Math.min(longest, shortest(bodies) + switches.slack);
  return [...links.filter((p) => p.length <= longest), ...bodies.filter((p) => p.length <= longestBody)];
}

const arbitraryGraph = fc
  .record({
    size: fc.integer({ min: 2, max: 7 }),
    types: fc.array(fc.constantFrom(...ENTITY_TYPES, 'Person', 'Agency', 'Agency', 'Organization'), { minLength: 7, maxLength: 7 }),
    flags: fc.array(fc.constantFrom('plain', 'plain', 'plain', 'generic', 'aggregate'), {
      minLength: 7,
      maxLength: 7,
    }),
    hops: fc.array(
      fc.record({
        from: fc.nat(6),
        to: fc.nat(6),
        group: fc.constantFrom(...GROUPS, 'association', 'structure'),
        within: fc.boolean(),
        traversed: fc.constantFrom(true, true, true, false),
        rank: fc.integer({ min: -1, max: 6 }),
        uninvolvedOrigins: fc.nat(2),
        origins: fc.nat(3),
        accusatory: fc.boolean(),
        contested: fc.constantFrom(false, false, true),
      }),
      { maxLength: 24 },
    ),
  })
  .map(({ size, types, flags, hops }) => {
    const name = (i: number) => `e${i % size}`;
    const briefs = hops.map((hop) => ({
      ...hop,
      from: name(hop.from),
      to: name(hop.to),
      disputedOnly: hop.rank < 0,
    }));
    const kinds = Object.fromEntries(types.map((type, i) => [`e${i}`, { type, generic: flags[i] === 'generic', aggregate: flags[i] === 'aggregate' }]));
    return graphOf([...briefs, { from: 'e0', to: 'e1', traversed: false }], kinds);
  });
const arbitrarySwitches: fc.Arbitrary<TraceSwitches> = fc.record(
  {
    throughTypes: fc.subarray([...WITHHELD_TYPES]).map((types) => [...types]),
    throughGeneric: fc.boolean(),
    throughAggregate: fc.boolean(),
    groups: fc.subarray([...WITHHELD_GROUPS]).map((groups) => [...groups]),
    degreeLimit: fc.integer({ min: 2, max: 12 }),
    maxHops: fc.integer({ min: 1, max: 6 }),
    slack: fc.nat(3),
    standingAtLeast: fc.constantFrom('unstated', 'alleged', 'charged'),
    uninvolvedAtLeast: fc.nat(1),
    originsAtLeast: fc.nat(2),
    uncontested: fc.boolean(),
    mustPass: fc.uniqueArray(
      fc.nat(6).map((i) => `e${i}`),
      { maxLength: 2 },
    ),
    mustAvoid: fc.uniqueArray(
      fc.nat(6).map((i) => `e${i}`),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: [] },
);
const someIds = fc.uniqueArray(
  fc.nat(6).map((i) => `e${i}`),
  { minLength: 1, maxLength: 3 },
);

describe('the search and a search that tries everything', () => {
  it('find the same paths on small graphs, and ranking drops none of them', () => {
    checkProperty(
      'findPaths equals brute force',
      fc.property(arbitraryGraph, someIds, someIds, arbitrarySwitches, (graph, from, to, given) => {
        const switches = effectiveSwitches(given, [], []);
        const found = findPaths(graph, from, to, switches);
        const expected = texts(bruteForce(graph, from, to, switches)).sort();
        expect(texts(found.paths).sort()).toEqual(expected);
        const { paths, commonBody } = rankPaths(found.paths, graph, switches, { from, to });
        expect(texts([...paths, ...commonBody].map((path) => path.entities)).sort()).toEqual(expected);
        expect(found.shortest).toBe(paths.length === 0 ? undefined : Math.min(...paths.map((path) => path.hops.length)));
      }),
      { runs: 5_000 },
    );
  });
  it('find the same best paths, in either order, however many there are', () => {
    checkProperty(
      'the best paths',
      fc.property(
        arbitraryGraph,
        someIds,
        someIds,
        arbitrarySwitches,
        fc.constantFrom('weakest-hop' as const, 'hops' as const),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (graph, from, to, given, order, most, sortedAtOnce) => {
          const switches = effectiveSwitches({ throughTypes: [...WITHHELD_TYPES], groups: [...WITHHELD_GROUPS], ...given, order }, [], []);
          const links = (sequences: string[][]) => texts(rankPaths(sequences, graph, switches, { from, to }).paths.map((path) => path.entities));
          const all = links(bruteForce(graph, from, to, switches));
          const found = findPaths(graph, from, to, switches, { ...SEARCH_LIMITS, paths: most, sortedAtOnce });
          expect(links(found.paths)).toEqual(all.slice(0, most));
          expect(found.more).toBe(all.length > most);
        },
      ),
      { runs: 5_000 },
    );
  });
});
