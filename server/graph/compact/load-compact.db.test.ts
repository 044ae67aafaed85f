/** The compact graph that is read from the database, and moved on by what is written, is that of the records. */
import fc from 'fast-check';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import { applyDelta } from '../../domain/importing/apply-delta.ts';
import type { Records } from '../../domain/model/records.ts';
import { compactOfRecords } from '../../domain/tracing/compact/build-compact.ts';
import { WORD, type CompactGraph } from '../../domain/tracing/compact/compact-graph.ts';
import { idAt } from '../../domain/tracing/compact/id-table.ts';
import { effectiveSwitches } from '../../domain/tracing/trace-switches.ts';
import type { Database } from '../../store/connect.ts';
import { arbitraryChanges, deltaTowards } from '../../store/testing/arbitrary-changes.ts';
import { change, putAll } from '../../store/testing/change-database.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { answeredBy } from '../../usecases/testing/both-adapters.ts';
import { curatedCase } from '../../usecases/testing/curated-case.ts';
import { emptyDatabase, openTestDatabase, storeRecords } from '../../usecases/testing/store-records.ts';
import { listBrokers } from '../../usecases/tracing/list-brokers.ts';
import { tracePaths } from '../../usecases/tracing/trace-paths.ts';
import { readGraph } from '../open-graph.ts';
import { openCompactCase } from './compact-case.ts';
import { loadCompact, moveOnCompact } from './load-compact.ts';

/** Writes that are followed: 1,000 with `npm run test:deep -- compact`. */
const WRITES = Number(process.env.ATTEST_FOLLOWED_WRITES ?? 40);
const WRITES_A_CASE = 20;
const SEED = Number(process.env.ATTEST_SEED ?? Math.floor(Math.random() * 0x7fff_ffff));

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
});
afterAll(() => db.close());

/** Without the bits of a word that only one reader writes. */
const compared = (word: number) => (word & ~WORD.at) >>> 0;

/** All that a graph holds, by ids, in an order of its own. */
function readable(graph: CompactGraph) {
  const { entities, claims, segments, predicates, holders } = graph;
  const segment = (s: number) =>
    [
      idAt(claims, segments.claim[s]!),
      segments.n[s],
      idAt(entities, segments.from[s]!),
      idAt(entities, segments.to[s]!),
      predicates[segments.predicate[s]!],
      segments.origins[s],
      [...(holders[segments.holder[s]!] ?? [])].sort().join(),
      compared(segments.word[s]!),
    ].join(' ');
  return {
    entities: Array.from({ length: entities.size }, (_, n) => [
      idAt(entities, n),
      graph.types[n],
      graph.traits[n],
      graph.degrees[n],
      idAt(entities, graph.places[n]!),
    ]),
    segments: Array.from({ length: segments.claim.length }, (_, s) => segment(s)).sort(),
    same: graph.same.map(({ a, b }) => `${a} ${b}`).sort(),
    rows: Array.from({ length: entities.size }, (_, n) =>
      Array.from({ length: graph.starts[n + 1]! - graph.starts[n]! }, (_each, i) => {
        const e = graph.starts[n]! + i;
        return `${idAt(entities, graph.neighbours[e]!)} ${segment(graph.joins[e]!)} ${compared(graph.words[e]!)}`;
      }),
    ),
  };
}

const derived = (records: Records) => readable(inOneGo(compactOfRecords(records, deriveFigures(records))));

const load = () =>
  db.read(async (tx) => {
    const revision = await currentRevision(tx);
    return { revision, graph: await loadCompact(tx, revision) };
  });

describe('the compact graph of the database', { timeout: 1_200_000 }, () => {
  it('is that of the records of the curated case', async () => {
    const records = curatedCase();
    await emptyDatabase(db);
    await storeRecords(db, records);
    expect(readable((await load()).graph)).toEqual(derived(records));
  });

  it(`is, moved on by each of ${WRITES} random changes, the one that is read afresh (seed ${SEED})`, async () => {
    let moved = 0;
    for (const { start, changes } of fc.sample(arbitraryChanges(WRITES_A_CASE), { numRuns: Math.ceil(WRITES / WRITES_A_CASE), seed: SEED })) {
      await emptyDatabase(db);
      let now = start;
      await change(db, putAll(start), { at: '2026-01-01T00:00:00.000Z' });
      let held = await load();
      for (const step of changes) {
        const delta = deltaTowards(now, step);
        await change(db, delta, { at: '2026-01-02T00:00:00.000Z' });
        now = applyDelta(now, delta);
        const before = held;
        const next = await db.read(async (tx) => {
          const revision = await currentRevision(tx);
          return { revision, graph: await moveOnCompact(tx, before.graph, before.revision, revision) };
        });
        if (!next.graph) throw new Error('A small change was not followed.');
        held = { revision: next.revision, graph: next.graph };
        moved += 1;
        expect(readable(held.graph)).toEqual(derived(now));
      }
    }
    expect(moved).toBeGreaterThanOrEqual(WRITES);
  });

  it('answers the traces of a case that is larger than the memory for cases, at its revision alone', async () => {
    await emptyDatabase(db);
    await storeRecords(db, curatedCase());
    const said: string[] = [];
    const compact = openCompactCase({ connect: testNeo4j(), megabytes: 64, log: (line) => said.push(line) });
    try {
      const inMemory = answeredBy('in-database', db, compact);
      const inDatabase = answeredBy('in-database', db);
      const body = { from: { role: 'intermediary' as const }, to: { role: 'sponsor' as const }, switches: {} };
      const first = await tracePaths(inMemory, { body });
      while (said.length === 0) await sleep(50);
      expect(said[0]).toMatch(/^Traces are searched in memory: \d+ entities, \d+ segments, \d+ MB\.$/);
      const revision = await readGraph(inMemory, undefined, async (graph) => graph.revision);
      const [from, to] = [['rafat-amirov'], ['masih-alinejad']];
      const question = { from, to, switches: effectiveSwitches({}, ['Person'], ['Person']) };
      expect((await compact.hops(revision, question))?.search.paths.length).toBeGreaterThan(0);
      expect(await compact.hops(revision + 1, question)).toBeUndefined();
      const second = await tracePaths(inMemory, { body });
      expect(second).toEqual(first);
      expect(second).toEqual(await tracePaths(inDatabase, { body }));
    } finally {
      await compact.close();
    }
  });

  it('tells who stands between, as the case in memory does; at a date, or where it is not read, that is refused', async () => {
    await emptyDatabase(db);
    await storeRecords(db, curatedCase());
    const said: string[] = [];
    const compact = openCompactCase({ connect: testNeo4j(), megabytes: 64, log: (line) => said.push(line) });
    try {
      const large = answeredBy('in-database', db, compact);
      const body = { switches: {}, limit: 20 };
      const isRefused = { code: 'limit', message: expect.stringContaining('fit the memory') };
      await expect(listBrokers(answeredBy('in-database', db), { body })).rejects.toMatchObject(isRefused);
      await tracePaths(large, { body: { from: { role: 'intermediary' }, to: { role: 'sponsor' }, switches: {} } });
      while (said.length === 0) await sleep(50);
      const inMemory = await listBrokers(answeredBy('resident', db), { body });
      expect(inMemory.brokers.length).toBeGreaterThan(0);
      expect(await listBrokers(large, { body })).toEqual(inMemory);
      await expect(listBrokers(large, { body: { ...body, clocks: { published: '2023' } } })).rejects.toMatchObject(isRefused);
    } finally {
      await compact.close();
    }
  });

  it('is read again once the database answers, where it did not', async () => {
    await emptyDatabase(db);
    await storeRecords(db, curatedCase());
    const said: string[] = [];
    const { uri, ...account } = testNeo4j();
    let refused = 0;
    const gate = createServer((socket) => {
      // The database is away for the first connections.
      if (refused < 3) {
        refused += 1;
        socket.destroy();
        return;
      }
      const { hostname, port } = new URL(uri);
      const there = connect(Number(port), hostname);
      socket.pipe(there).pipe(socket);
      for (const end of [socket, there]) end.on('error', () => [socket, there].forEach((one) => one.destroy()));
    });
    await new Promise<void>((ready) => void gate.listen(0, '127.0.0.1', ready));
    const { port } = gate.address() as AddressInfo;
    const compact = openCompactCase({ connect: { ...account, uri: `bolt://127.0.0.1:${port}` }, megabytes: 64, log: (line) => said.push(line) });
    try {
      while (said.length === 0) {
        compact.follow(1);
        await sleep(200);
      }
      expect(refused).toBe(3);
      expect(said[0]).toMatch(/^Traces are searched in memory/);
    } finally {
      await compact.close();
      gate.close();
    }
  });

  it('is not held where it needs more memory than it may, and says so', async () => {
    await emptyDatabase(db);
    await storeRecords(db, curatedCase());
    const said: string[] = [];
    const compact = openCompactCase({ connect: testNeo4j(), megabytes: 0.001, log: (line) => said.push(line) });
    compact.follow(1);
    while (said.length === 0) await sleep(50);
    expect(said[0]).toMatch(
      /^Traces are searched in the database: the \d+ entities and \d+ segments of this case need 1 MB, and ATTEST_TRACE_MEMORY is 0\.001 MB\.$/,
    );
    await compact.close();
  });
});
