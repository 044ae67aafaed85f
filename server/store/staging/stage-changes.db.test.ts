/** A change too large for one transaction is written whole or not at all, wherever it is cut short, and nobody reads it half written. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { applyDelta } from '../../domain/importing/apply-delta.ts';
import type { Delta } from '../../domain/importing/change-plan.ts';
import type { Records } from '../../domain/model/records.ts';
import { readGraph, setGraphMemory } from '../../graph/open-graph.ts';
import { verifyRecords } from '../../usecases/verifying/verify-records.ts';
import { connectDatabase, type Database } from '../connect.ts';
import { loadRecordsAt } from '../load-past-records.ts';
import { loadAllRecords } from '../load-records.ts';
import { arbitraryChanges, deltaTowards, type ChangeCase } from '../testing/arbitrary-changes.ts';
import { change, emptyDatabase, planOf, putAll } from '../testing/change-database.ts';
import { recordsText } from '../testing/records-text.ts';
import { ABANDONED_AFTER_MS } from './discard-staged.ts';
import { finishStaged, LEFT_ALONE_MS, stageChanges } from './stage-changes.ts';

const SLOW = 240_000;
const seed = Date.now() % 2_147_483_647;
let db: Database;
beforeAll(() => {
  db = connectDatabase({ ...testNeo4j(), checkRows: true });
});
beforeEach(() => emptyDatabase(db));
afterAll(() => db.close());

const stored = async () => recordsText(await db.read(loadAllRecords));
/** Faults of kind `rules` are left out: random records break rules that an import checks before it writes. */
const faults = async () => (await verifyRecords(db)).faults.filter(({ kind }) => kind !== 'rules');
const parts = async () => Number((await db.read((tx) => tx.run('MATCH (p:_StagedPart) RETURN count(p) AS n', {})))[0]?.['n']);
const [first, ...further] = fc.sample(arbitraryChanges(2), { numRuns: 3, seed });
if (!first) throw new Error('there is no sample');

/** Stores the start of a sample, and gives its first change. */
async function startOf({ start, changes: [step] }: ChangeCase): Promise<{ before: string; delta: Delta; after: Records }> {
  await change(db, putAll(start), { at: '2026-01-01T00:00:00.000Z' });
  if (!step) throw new Error('there is no change');
  const delta = deltaTowards(start, { ...step, picks: [0, 1, 3, 8, ...step.picks] });
  return { before: recordsText(start), delta, after: applyDelta(start, delta) };
}

test.each([first, ...further].map((sample, i) => ({ sample, i })))(
  `written in batches of one to nine records it is what one transaction would write (seed ${seed}, case $i)`,
  { timeout: SLOW },
  async ({ sample, i }) => {
    let now = sample.start;
    await change(db, putAll(now), { at: '2026-01-01T00:00:00.000Z' });
    for (const [n, step] of sample.changes.entries()) {
      const delta = deltaTowards(now, step);
      const plan = await planOf(db, delta, { at: `2026-01-0${n + 2}T00:00:00.000Z`, kind: 'edit' });
      await stageChanges(db, plan, { batchRecords: 1 + ((i + n * 3) % 9) });
      now = applyDelta(now, delta);
      expect(await stored()).toBe(recordsText(now));
      expect(await faults()).toEqual([]);
    }
    expect(recordsText(await db.read((tx) => loadRecordsAt(tx, '2026-01-01T12:00:00.000Z', 1_000)))).toBe(recordsText(sample.start));
    expect(await parts()).toBe(0);
  },
);

describe('cut short', () => {
  const cutWhileWriting = async (plan: Awaited<ReturnType<typeof planOf>>, afterBatches: number) => {
    let batches = 0;
    const cut = stageChanges(db, plan, {
      batchRecords: 1,
      onProgress: () => {
        batches += 1;
        if (batches === afterBatches) throw new Error('killed');
      },
    });
    await expect(cut).rejects.toThrow('killed');
  };

  test('before it is decided nothing has changed, others are refused, and the same change is begun anew', { timeout: SLOW }, async () => {
    const { before, delta, after } = await startOf(first);
    const cut = new AbortController();
    cut.abort(new Error('killed'));
    const plan = await planOf(db, delta);
    await expect(stageChanges(db, plan, { signal: cut.signal })).rejects.toThrow('killed');
    expect(await stored()).toBe(before);
    expect(await faults()).toEqual([]);
    await expect(change(db, putAll(first.start))).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('large change') });
    expect(await finishStaged(db)).toBeUndefined();
    await stageChanges(db, await planOf(db, delta), { batchRecords: 3 });
    expect(await stored()).toBe(recordsText(after));
    expect(await parts()).toBe(0);
    expect(await stageChanges(db, plan)).toMatchObject({ applied: false });
  });

  test('before it is decided and left alone, it is taken away by the next change', { timeout: SLOW }, async () => {
    const { delta, before } = await startOf(first);
    const cut = new AbortController();
    let reads = 0;
    const watched: Database = {
      ...db,
      write: async (id, work, o) => {
        const written = await db.write(id, work, o);
        if (!id.startsWith('stage/') && ++reads === 2) cut.abort(new Error('killed'));
        return written;
      },
    };
    await expect(stageChanges(watched, await planOf(db, delta), { signal: cut.signal })).rejects.toThrow('killed');
    expect(await parts()).toBeGreaterThan(0);
    const long = new Date(Date.now() - ABANDONED_AFTER_MS - 1_000).toISOString();
    await db.write(randomUUID(), (tx) => tx.run("MATCH (i:_Import {state: 'staging'}) SET i.touched = $long", { long }));
    expect(await stored()).toBe(before);
    await change(db, { put: putAll(first.start).put, remove: [] });
    expect(await parts()).toBe(0);
    expect(await faults()).toEqual([]);
  });

  test('once it is decided it is not read half written, and finished by whoever comes by, after any number of batches', { timeout: SLOW }, async () => {
    const { delta, after } = await startOf(first);
    const plan = await planOf(db, delta);
    await cutWhileWriting(plan, 2);
    await expect(db.read(loadAllRecords)).rejects.toMatchObject({ code: 'not-ready', details: { retryAfter: expect.any(Number) } });
    await expect(planOf(db, delta)).rejects.toMatchObject({ code: 'not-ready' });
    expect(await db.ready()).toEqual({ revision: 1 });
    expect(await finishStaged(db, { leftAlone: LEFT_ALONE_MS })).toBeUndefined();
    // Two come by at once.
    const finished = await Promise.all([finishStaged(db), finishStaged(db)]);
    expect(finished.filter((one) => one?.revision === 2).length).toBeGreaterThan(0);
    expect(await stored()).toBe(recordsText(after));
    expect(await faults()).toEqual([]);
    expect(await parts()).toBe(0);
    expect(await finishStaged(db)).toBeUndefined();
    expect(await stageChanges(db, plan)).toEqual({ revision: 2, applied: false });
  });

  test('a case that is held in memory is read as it was until the change is whole', { timeout: SLOW }, async () => {
    const { delta, after } = await startOf(first);
    setGraphMemory(db, 256);
    const totals = async () => readGraph(db, undefined, (graph) => graph.totals());
    const before = await totals();
    const plan = await planOf(db, delta);
    await cutWhileWriting(plan, 2);
    expect(await totals()).toEqual(before);
    await finishStaged(db);
    await totals();
    expect(await stored()).toBe(recordsText(after));
  });
});
