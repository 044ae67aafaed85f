import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOneGo } from '../figures/in-slices.ts';
import { ENTITY_TYPES, GROUPS } from '../model/lists.ts';
import { checkProperty } from '../testing/check-property.ts';
import { graphOf } from '../testing/trace-graphs.ts';
import { compactOf } from './compact/build-compact.ts';
import { findPaths } from './find-paths.ts';
import { firstLink } from './first-link.ts';
import { hopTest } from './hop-test.ts';
import { DEFAULT_SWITCHES } from './trace-switches.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const type = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...ENTITY_TYPES) },
  { weight: 4, arbitrary: fc.constantFrom('Person' as const, 'Agency' as const) },
);
const group = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...GROUPS) },
  { weight: 4, arbitrary: fc.constantFrom('association' as const, 'execution' as const) },
);

it('one link is there exactly where a trace finds one, and is a shortest of those', () => {
  let linked = 0;
  checkProperty(
    'one link against the trace',
    fc.property(
      fc.array(type, { minLength: 8, maxLength: 8 }),
      fc.array(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), group, within: fc.boolean(), rank: fc.integer({ min: 0, max: 3 }) }), {
        minLength: 5,
        maxLength: 18,
      }),
      fc.tuple(fc.subarray(ids, { minLength: 1, maxLength: 3 }), fc.subarray(ids, { minLength: 1, maxLength: 3 })),
      fc.record({
        maxHops: fc.integer({ min: 1, max: 6 }),
        degreeLimit: fc.constantFrom(2, 4, 200),
        standingAtLeast: fc.constantFrom('unstated' as const, 'alleged' as const),
        mustPass: fc.subarray(['d', 'e'], { maxLength: 1 }),
        mustAvoid: fc.subarray(['f'], { maxLength: 1 }),
      }),
      fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 1 }),
      (types, hops, [from, to], chosen, same) => {
        const graph = graphOf(
          hops.filter((hop) => hop.from !== hop.to),
          Object.fromEntries(ids.map((id, i) => [id, types[i]!])),
          same.filter(([a, b]) => a !== b),
        );
        const switches = { ...DEFAULT_SWITCHES, ...chosen };
        const compact = inOneGo(compactOf(graph));
        const { shortest, paths } = findPaths(graph, from, to, switches);
        for (let again = 0; again < 2; again += 1) {
          const link = inOneGo(firstLink(compact, { from, to }, switches, hopTest(compact, switches), { steps: 1_000_000 }));
          if (link === 'stopped') expect.fail('no limit was met');
          expect(link?.claims.length).toBe(shortest);
          if (!link) continue;
          linked += 1;
          const joins = link.claims.map((claim) => graph.segments.find((segment) => segment.claim === claim)!);
          const isOn = (path: string[]) => path.length === joins.length + 1;
          expect(paths.some(isOn)).toBe(true);
        }
      },
    ),
    { runs: 2_000 },
  );
  expect(linked).toBeGreaterThan(300);
});
