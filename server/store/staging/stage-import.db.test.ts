/** A large import is staged invisibly and can be resumed; an abandoned one does not block other writers for long. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { emptyPut } from '../../domain/importing/change-plan.ts';
import { records } from '../../domain/testing/build-records.ts';
import { verifyRecords } from '../../usecases/verifying/verify-records.ts';
import { connectDatabase, type Database } from '../connect.ts';
import { ABANDONED_AFTER_MS, discardAbandoned } from './discard-staged.ts';
import { loadAllRecords, loadClaimRecords } from '../load-records.ts';
import { currentRevision } from '../statements/recording/change-sets.ts';
import { countCase } from '../statements/counts.ts';
import { stageImport } from './stage-import.ts';
import { change, emptyDatabase, planOf, putAll } from '../testing/change-database.ts';
import { base, within } from '../testing/small-case.ts';

let db: Database;
beforeAll(() => {
  db = connectDatabase({ ...testNeo4j(), checkRows: true });
});
beforeEach(() => emptyDatabase(db));
afterAll(() => db.close());

/** Many new records, with references to the base case. */
function many(n: number) {
  return records({
    dataset: 'many',
    entities: Object.fromEntries(Array.from({ length: n }, (_, i) => [`m${i}`, 'Person' as const])),
    sources: [{ id: 'm-source', voice: 'm-voice' }],
    predicates: [{ id: 'm:met', group: 'association' }],
    claims: Array.from({ length: n }, (_, i) => ({
      id: `mc${i}`,
      predicate: 'm:met',
      subject: `m${i}`,
      object: i % 3 === 0 ? 'ann' : `m${(i + 1) % n}`,
      citations: [{ source: 'm-source', standing: 'reported' as const }],
    })),
  });
}
function manyNew(n: number) {
  const made = many(n);
  made.entities.delete('ann');
  return putAll(made);
}

test('a staged import is invisible until its last batch, and then visible whole', async () => {
  await change(db, putAll(base()));
  const plan = await planOf(db, manyNew(60));
  const seen: number[] = [];
  const watch = async () => seen.push((await db.read((tx) => loadClaimRecords(tx, ['mc0', 'mc59']))).claims.size);
  const watching: Promise<unknown>[] = [];
  const done = await stageImport(db, plan, { batchRecords: 40, onProgress: (written, total) => written < total && watching.push(watch()) });
  await Promise.all(watching);
  expect(done).toEqual({ revision: 2, applied: true });
  expect(seen.length).toBeGreaterThan(3);
  expect((await db.read(loadAllRecords)).claims.size).toBe(62);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('an interrupted staged import is invisible, blocks other writers, and is resumed by its digest exactly once', async () => {
  await change(db, putAll(base()));
  const delta = manyNew(60);
  const cut = new AbortController();
  let batches = 0;
  const first = stageImport(db, await planOf(db, delta), {
    batchRecords: 40,
    signal: cut.signal,
    onProgress: () => (batches += 1) === 3 && cut.abort(new Error('killed')),
  });
  await expect(first).rejects.toThrow('killed');
  expect((await db.read(loadAllRecords)).entities.has('m0')).toBe(false);
  expect((await verifyRecords(db)).faults).toEqual([]);
  await expect(change(db, { put: { ...emptyPut(), ...within() }, remove: [] })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('staged'),
  });
  await expect(stageImport(db, await planOf(db, manyNew(61)))).rejects.toMatchObject({ code: 'conflict' });
  // As after a restart: a new plan with another operation id and another change set.
  const again = await planOf(db, delta);
  expect(await stageImport(db, again, { batchRecords: 40 })).toEqual({ revision: 2, applied: true });
  expect(await stageImport(db, again, { batchRecords: 40 })).toEqual({ revision: 2, applied: false });
  expect((await db.read(loadAllRecords)).claims.size).toBe(62);
  expect((await verifyRecords(db)).faults).toEqual([]);
  await change(db, { put: { ...emptyPut(), ...within() }, remove: [] });
});

/** Stages some batches of an import and interrupts it, as a kill does. */
async function cutShort(n: number, batches: number): Promise<void> {
  const cut = new AbortController();
  let done = 0;
  const staged = stageImport(db, await planOf(db, manyNew(n)), {
    batchRecords: 40,
    signal: cut.signal,
    onProgress: () => (done += 1) === batches && cut.abort(new Error('killed')),
  });
  await expect(staged).rejects.toThrow('killed');
}
/** Changes the ledger as if the import had been interrupted so many milliseconds ago. */
const age = (ms: number) =>
  db.write(`age/${ms}/${Math.random()}`, (tx) =>
    tx.run("MATCH (i:_Import {state: 'staging'}) SET i.touched = $at", { at: new Date(Date.now() - ms).toISOString() }),
  );
const leftovers = async () => {
  const [left] = await db.read((tx) => tx.run("MATCH (n) WHERE n.id STARTS WITH 'm' AND n._rev > 1 OR n.from > 1 RETURN count(n) AS n", {}));
  return left?.['n'];
};
const oneMore = () => ({ put: { ...emptyPut(), ...within() }, remove: [] });

test('the next change removes all that an abandoned staged import left', async () => {
  await change(db, putAll(base()));
  await cutShort(40, 4);
  await age(ABANDONED_AFTER_MS + 1_000);
  expect(await change(db, oneMore())).toMatchObject({ revision: 2, applied: true });
  expect(await leftovers()).toBe(0);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('while it is recent, the next change is refused with whose it is, since when, and what to do', async () => {
  await change(db, putAll(base()));
  await cutShort(40, 4);
  const told = expect.stringMatching(/"many".*change set [0-9a-f-]{36}, last written at \d{4}-.*import the same files again.*after \d{4}-/s);
  await expect(change(db, oneMore())).rejects.toMatchObject({ code: 'conflict', message: told });
  await expect(stageImport(db, await planOf(db, manyNew(61)))).rejects.toMatchObject({ code: 'conflict', message: told });
  expect(await leftovers()).toBeGreaterThan(0);
});

test('an import that continues after it was given up writes nothing more, and never becomes visible in part', async () => {
  await change(db, putAll(base()));
  let batches = 0;
  let given: Promise<void> | undefined;
  const late = stageImport(db, await planOf(db, manyNew(60)), {
    batchRecords: 40,
    onProgress: () => {
      batches += 1;
      if (batches === 2) given = discardAbandoned(db, Date.now() + ABANDONED_AFTER_MS + 60_000);
    },
  });
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  await given;
  expect((await db.ready()).revision).toBe(1);
  expect(await leftovers()).toBe(0);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('staged records are not counted', async () => {
  await change(db, putAll(base()));
  const count = () => db.read(async (tx) => countCase(tx, await currentRevision(tx)));
  expect(await count()).toEqual({ claims: 2, entities: 5 });
  await cutShort(40, 4);
  expect(await count()).toEqual({ claims: 2, entities: 5 });
});
