/** Who denies another claim of the same matter is told alike by both adapters: out of the database only what is asked for is at hand, and bodies above it. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import type { Clocks } from '../domain/model/questions.ts';
import { responsesOf } from '../domain/telling/responses.ts';
import { records, type ClaimBrief } from '../domain/testing/build-records.ts';
import type { Database } from '../store/connect.ts';
import { ADAPTERS, answeredBy } from '../usecases/testing/both-adapters.ts';
import { emptyDatabase, openTestDatabase, storeRecords } from '../usecases/testing/store-records.ts';
import type { Graph } from './graph.ts';
import { readGraph } from './open-graph.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
});
afterAll(() => db.close());

const BODIES = ['state', 'ministry', 'embassy', 'corps'];
const PLOTS = ['plot', 'rally'];

/** Deeds laid to bodies and a man, some denied, by bodies of which some stand above or below others. */
const arbitraryClaims = fc.record({
  within: fc.uniqueArray(fc.tuple(fc.constantFrom(...BODIES), fc.constantFrom(...BODIES)), { minLength: 1, maxLength: 4, selector: ([a, b]) => `${a}-${b}` }),
  deeds: fc.array(
    fc.record({
      predicate: fc.constantFrom('hired', 'killed'),
      subject: fc.constantFrom(...BODIES, 'man'),
      object: fc.constantFrom('other', 'man', ...BODIES),
      in: fc.constantFrom(...PLOTS),
      denied: fc.option(fc.constantFrom(...BODIES, 'man'), { nil: undefined }),
      read: fc.constantFrom('early', 'late'),
    }),
    { minLength: 6, maxLength: 12 },
  ),
});
type Deeds = typeof arbitraryClaims extends fc.Arbitrary<infer T> ? T : never;

function caseOf({ within, deeds }: Deeds) {
  const claims = deeds.map(({ predicate, subject, object, in: plot, denied, read }, i): ClaimBrief => ({
    id: `deed-${i}`,
    predicate,
    subject,
    object,
    in: [plot],
    occasion: `${i}`,
    citations: [
      { source: 'early' },
      ...(denied === undefined ? [] : [{ source: read, stance: 'disputes' as const, standing: { level: 'denied' as const, by: denied } }]),
    ],
  }));
  const bodies = within.filter(([a, b]) => a !== b).map(([a, b]): ClaimBrief => ({ id: `${a}-${b}`, predicate: 'organ-of', subject: a, object: b }));
  return records({
    voices: [{ id: 'paper' }],
    sources: [
      { id: 'early', voice: 'paper', published: '2019' },
      { id: 'late', voice: 'paper', published: '2022' },
    ],
    entities: { state: 'Country', ministry: 'Agency', embassy: 'Agency', corps: 'Agency', man: 'Person', other: 'Person', plot: 'Plot', rally: 'Event' },
    predicates: [
      { id: 'hired', group: 'sponsorship', accuses: ['subject', 'object'] },
      { id: 'killed', group: 'execution', accuses: ['subject'] },
      { id: 'organ-of', group: 'structure', within: true },
    ],
    claims: [...claims, ...bodies],
  });
}

/** What is told of who answers each claim by itself, and the first three together. */
async function answersOf(graph: Graph, ids: readonly string[]): Promise<string[][]> {
  const asked = [...ids.map((id) => [id]), ids.slice(0, 3)];
  const told: string[][] = [];
  for (const claims of asked) {
    const { records: found, figures, ...ctx } = await graph.context({ claims });
    const here = claims.flatMap((id) => found.claims.get(id) ?? []);
    told.push(responsesOf(here, { ...ctx, records: found, figures }).map(({ text, onRecord }) => `${onRecord} ${text}`));
  }
  return told;
}

const seed = Math.floor(Math.random() * 0x7fff_ffff);
test(`both adapters tell who denies another claim of the same matter (seed ${seed})`, { timeout: 300_000 }, async () => {
  let beside = 0;
  for (const sample of fc.sample(arbitraryClaims, { seed, numRuns: 12 })) {
    await emptyDatabase(db);
    const built = caseOf(sample);
    await storeRecords(db, built);
    const deeds = [...built.claims.keys()].filter((id) => id.startsWith('deed-'));
    for (const clocks of [undefined, { published: '2019' }, { published: '9999' }] as (Clocks | undefined)[]) {
      const [resident, inDatabase] = await Promise.all(
        ADAPTERS.map((adapter) => readGraph(answeredBy(adapter, db), clocks, (graph) => answersOf(graph, deeds))),
      );
      expect({ sample, clocks, told: inDatabase }).toEqual({ sample, clocks, told: resident });
      beside += resident?.flat().filter((text) => text.includes('another claim of the same matter')).length ?? 0;
    }
  }
  expect(beside).toBeGreaterThan(20);
});
