/** Another writer who writes while a change is being planned, before each of its statements: what the change had not read is never written over. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../domain/model/errors.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { demoDatabase, editsOf, person, signed } from '../testing/edit-demo.ts';
import { verifyRecords } from '../verifying/verify-records.ts';
import { commitChange } from './commit-change.ts';
import { removeCase, sizeCase } from './remove-case.ts';

let db: Database;
beforeAll(async () => {
  db = await demoDatabase();
});
afterAll(() => db.close());

const SLOW = 300_000;
const { revision, commit } = editsOf(() => db);

/** The database, in which something happens once, before the nth statement that is read through it. */
function interrupted(nth: number, happens: () => Promise<unknown>): { of: Database; wasReached: () => boolean } {
  let n = 0;
  const before = async (): Promise<void> => {
    n += 1;
    if (n === nth) await happens();
  };
  const watched = (tx: Tx): Tx => ({
    checkRows: tx.checkRows,
    async run(statement, parameters) {
      await before();
      return tx.run(statement, parameters);
    },
    async *stream(statement, parameters) {
      await before();
      yield* tx.stream(statement, parameters);
    },
  });
  const of: Database = Object.assign(Object.create(db) as Database, {
    read: (work: (tx: Tx) => Promise<unknown>, o?: object) => db.read((tx) => work(watched(tx)), o),
  });
  return { of, wasReached: () => n >= nth };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'written',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

test('a name that another gives meanwhile is told as a conflict, whenever it is given', { timeout: SLOW }, async () => {
  for (let nth = 1; ; nth += 1) {
    await commit({ records: { entities: [person('two-hands', `first ${nth}`)] } });
    const read = await revision();
    const { of, wasReached } = interrupted(nth, () => commit({ records: { entities: [person('two-hands', `theirs ${nth}`)] } }, { who: 'Bob' }));
    const body = { dataset: 'demo', revision: read, records: { entities: [person('two-hands', `mine ${nth}`)] }, remove: [], ...signed() };
    const code = await codeOf(commitChange(of, { body }));
    if (!wasReached()) {
      expect([nth > 5, code]).toEqual([true, 'written']);
      break;
    }
    expect(code, `before statement ${nth}`).toBe('conflict');
  }
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('a record that another adds to a case meanwhile does not go with it unseen, whenever it is added', { timeout: SLOW }, async () => {
  for (let nth = 1; ; nth += 1) {
    const dataset = `going-${nth}`;
    await commit({ dataset, records: { dataset: { id: dataset, title: 'A case that goes' }, entities: [person(`${dataset}-a`, 'Anna')] } } as never);
    const { records } = await sizeCase(db, { params: { id: dataset } });
    const { of, wasReached } = interrupted(nth, () => commit({ dataset, records: { entities: [person(`${dataset}-b`, 'Boris')] } } as never, { who: 'Bob' }));
    const code = await codeOf(removeCase(of, { params: { id: dataset }, body: { records, ...signed() } }));
    if (!wasReached()) {
      expect([nth > 5, code]).toEqual([true, 'written']);
      break;
    }
    expect(code, `before statement ${nth}`).toBe('refused');
    expect((await sizeCase(db, { params: { id: dataset } })).records).toBe(records + 1);
  }
  expect((await verifyRecords(db)).faults).toEqual([]);
});
