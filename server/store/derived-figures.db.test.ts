/** After any change, what is stored is what follows from the records: figures, segments, relationships and versions. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { applyDelta } from '../domain/importing/apply-delta.ts';
import { verifyRecords } from '../usecases/verifying/verify-records.ts';
import { recomputeStale } from '../usecases/importing/recompute-stale.ts';
import { connectDatabase, type Database } from './connect.ts';
import { loadRecordsAt } from './load-past-records.ts';
import { loadAllRecords } from './load-records.ts';
import { arbitraryChanges, deltaTowards } from './testing/arbitrary-changes.ts';
import { change, emptyDatabase, putAll } from './testing/change-database.ts';
import { recordsText } from './testing/records-text.ts';

let db: Database;
beforeAll(() => {
  db = connectDatabase({ ...testNeo4j(), checkRows: true });
});
afterAll(() => db.close());

const CASES = 4;
const CHANGES = 5;
const seed = Date.now() % 2_147_483_647;
/** Seeds that once found a fault. 180524899: a source changed by the delta was overwritten by the stored one, loaded later as part of another's chain. */
const KEPT_SEEDS = [180_524_899];

/** Faults of kind `rules` are left out: random records break rules that an import checks before it writes. */
const faults = async () => (await verifyRecords(db)).faults.filter(({ kind }) => kind !== 'rules');

test.each([seed, ...KEPT_SEEDS])(
  'after any sequence of changes (seed %i) every stored figure, segment, tie and version is what the records say, and each past state can be read',
  async (seed) => {
    for (const sample of fc.sample(arbitraryChanges(CHANGES), { numRuns: CASES, seed })) {
      await emptyDatabase(db);
      let now = sample.start;
      const past: { at: string; text: string }[] = [];
      const commit = async (delta: Parameters<typeof change>[1], i: number) => {
        const at = `2026-01-0${i + 1}T00:00:00.000Z`;
        await change(db, delta, { at });
        now = applyDelta(now, delta);
        past.push({ at, text: recordsText(now) });
      };
      await commit(putAll(now), 0);
      for (const [i, step] of sample.changes.entries()) {
        const delta = deltaTowards(now, step);
        await commit(delta, i + 1);
        expect(await faults()).toEqual([]);
        expect(recordsText(await db.read(loadAllRecords))).toBe(recordsText(now));
      }
      for (const { at, text } of past) expect(recordsText(await db.read((tx) => loadRecordsAt(tx, at, 1_000)))).toBe(text);
    }
  },
  120_000,
);

test('affected claims beyond the limit are left stale, and a job derives them', async () => {
  for (const sample of fc.sample(arbitraryChanges(4), { numRuns: 3, seed: seed + 1 })) {
    await emptyDatabase(db);
    let now = sample.start;
    await change(db, putAll(now));
    for (const step of sample.changes) {
      const delta = deltaTowards(now, step);
      await change(db, delta, { beyondLimit: 0 });
      now = applyDelta(now, delta);
      expect(await faults()).toEqual([]);
    }
    await recomputeStale(db, { batch: 2 });
    const verdict = await verifyRecords(db);
    expect(verdict.stale).toBe(0);
    expect(await faults()).toEqual([]);
  }
}, 120_000);
