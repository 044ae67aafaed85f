import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../figures/in-slices.ts';
import { ENTITY_TYPES, GROUPS } from '../model/lists.ts';
import { checkProperty } from '../testing/check-property.ts';
import { graphOf } from '../testing/trace-graphs.ts';
import { brokersBetween } from './brokers.ts';
import { compactOf } from './compact/build-compact.ts';
import { findPaths } from './find-paths.ts';
import { DEFAULT_SWITCHES } from './trace-switches.ts';

describe('brokers', () => {
  it('of one chain stand on all of it, of two ways on half of each', () => {
    const graph = graphOf(
      [
        { from: 's', to: 'a' },
        { from: 'a', to: 'b' },
        { from: 'a', to: 'c' },
        { from: 'b', to: 'p' },
        { from: 'b', to: 'p' },
        { from: 'c', to: 'p' },
      ],
      { p: 'Plot' },
    );
    const found = inOneGo(brokersBetween(inOneGo(compactOf(graph)), { from: ['s', 'nobody'], to: ['p'] }, DEFAULT_SWITCHES, 10));
    expect(found).toEqual({
      brokers: [
        { entity: 'a', score: 1, pairs: 1 },
        { entity: 'b', score: 0.5, pairs: 1 },
        { entity: 'c', score: 0.5, pairs: 1 },
      ],
      linked: 1,
      pairs: 1,
      stopped: false,
    });
  });

  it('have of each pair the share of its shortest links that passes them', () => {
    let several = 0;
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    checkProperty(
      'scores as counted over every shortest link',
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 1, arbitrary: fc.constantFrom(...ENTITY_TYPES) },
            { weight: 4, arbitrary: fc.constantFrom('Person' as const, 'Person' as const, 'Agency' as const) },
          ),
          { minLength: 7, maxLength: 7 },
        ),
        fc.array(
          fc.record({
            from: fc.constantFrom(...ids),
            to: fc.constantFrom(...ids),
            group: fc.oneof(
              { weight: 1, arbitrary: fc.constantFrom(...GROUPS) },
              { weight: 4, arbitrary: fc.constantFrom('association' as const, 'execution' as const) },
            ),
            within: fc.boolean(),
          }),
          { minLength: 6, maxLength: 16 },
        ),
        fc.subarray(ids, { minLength: 1, maxLength: 3 }),
        fc.subarray(ids, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(2, 3, 6),
        fc.constantFrom(2, 200),
        (types, hops, from, to, maxHops, degreeLimit) => {
          const graph = graphOf(
            hops.filter((hop) => hop.from !== hop.to),
            Object.fromEntries(ids.map((id, i) => [id, types[i]!])),
          );
          const switches = { ...DEFAULT_SWITCHES, maxHops, degreeLimit, slack: 0 };
          const scores = new Map<string, { score: number; pairs: number }>();
          const seen = new Set<string>();
          let linked = 0;
          for (const a of from) {
            for (const b of to) {
              const key = [a, b].sort().join(' ');
              if (a === b || (seen.has(key) && [a, b].every((id) => from.includes(id) && to.includes(id)))) continue;
              seen.add(key);
              const search = findPaths(graph, [a], [b], switches);
              if (search.shortest === undefined) continue;
              linked += 1;
              const through = new Map<string, number>();
              for (const path of search.paths) for (const id of path.slice(1, -1)) through.set(id, (through.get(id) ?? 0) + 1);
              for (const [id, n] of through) {
                const known = scores.get(id) ?? { score: 0, pairs: 0 };
                scores.set(id, { score: known.score + n / search.paths.length, pairs: known.pairs + 1 });
              }
            }
          }
          const found = inOneGo(brokersBetween(inOneGo(compactOf(graph)), { from, to }, switches, 10));
          expect(found.linked).toBe(linked);
          expect(new Map(found.brokers.map(({ entity, pairs }) => [entity, pairs]))).toEqual(new Map([...scores].map(([id, { pairs }]) => [id, pairs])));
          for (const { entity, score } of found.brokers) expect(score).toBeCloseTo(scores.get(entity)!.score, 9);
          if (found.brokers.length > 1) several += 1;
        },
      ),
      { runs: 1_000 },
    );
    expect(several).toBeGreaterThan(50);
  });
});
