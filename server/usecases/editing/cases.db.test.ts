/** Whole cases on genuine Neo4j: copied and removed by one change set each, and by another process where they are large. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { ownJson } from '../../exchange/exporters/own-json.ts';
import { wholeInput } from '../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { demoDatabase, editsOf, signed } from '../testing/edit-demo.ts';
import { verifyRecords } from '../verifying/verify-records.ts';
import { carryOutChange } from './carry-out-change.ts';
import { copyCase } from './copy-case.ts';
import { createLargeChanges, LARGE_CASE, type LargeChange } from './large-changes.ts';
import { removeCase, sizeCase } from './remove-case.ts';

const SLOW = 240_000;
let db: Database;
beforeEach(async () => {
  await db?.close();
  db = await demoDatabase();
});
afterAll(async () => db?.close());

const { undo, everything } = editsOf(() => db);
const copy = (dataset: string) => copyCase(db, { params: { id: 'demo' }, body: { ...signed(), dataset, title: 'A copy' } });
const recordsNow = () => db.read((tx) => loadAllRecords(tx));
/** The own JSON of a case, without the prefix of its ids and without its header. */
async function bodyOf(dataset: string): Promise<string[]> {
  const files = writtenFiles(ownJson, wholeInput(await recordsNow()));
  const { dataset: _header, ...content } = JSON.parse(files.find(({ name }) => name === `${dataset}.json`)?.text ?? '{}');
  // Sorted by line, since ids under another prefix come in another order.
  return JSON.stringify(content, null, 1)
    .replaceAll(/"(?:demo|second):/g, '"')
    .replaceAll(',\n', '\n')
    .split('\n')
    .sort();
}

test('a copy says what the case says, under ids of its own; undone nothing of it is left', { timeout: SLOW }, async () => {
  const before = await everything();
  const made = await copy('second');
  expect(made.outcome).toBe('done');
  const { claims, datasets, citations } = await recordsNow();
  expect(datasets.get('second')).toMatchObject({ title: 'A copy' });
  const ofCase = (id: string) => [...claims.values()].filter(({ dataset }) => dataset === id).length;
  expect(ofCase('second')).toBe(ofCase('demo'));
  expect([...citations.values()].flat().filter(({ dataset }) => dataset === 'second')).toHaveLength(
    [...citations.values()].flat().filter(({ dataset }) => dataset === 'demo').length,
  );
  expect(await bodyOf('second')).toEqual(await bodyOf('demo'));
  expect((await verifyRecords(db)).faults).toEqual([]);
  await expect(copy('second')).rejects.toMatchObject({ code: 'conflict' });
  await expect(copyCase(db, { params: { id: 'nobody' }, body: { ...signed(), dataset: 'third', title: 'x' } })).rejects.toMatchObject({ code: 'not-found' });
  await undo(made.changeSet ?? '');
  expect(await everything()).toBe(before);
});

test('a case is removed where its number of records is given, and its undo brings it back', { timeout: SLOW }, async () => {
  const before = await everything();
  const { records } = await sizeCase(db, { params: { id: 'demo' } });
  const remove = (given: number) => removeCase(db, { params: { id: 'demo' }, body: { ...signed(), records: given } });
  await expect(remove(records - 1)).rejects.toMatchObject({ code: 'refused', details: { problems: [{ code: 'other-size', pointer: '/records' }] } });
  const gone = await remove(records);
  expect((await recordsNow()).datasets.has('demo')).toBe(false);
  expect((await recordsNow()).claims.size).toBe(0);
  await undo(gone.changeSet ?? '');
  expect(await everything()).toBe(before);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('a large removal is handed on, and answered whoever sends it again', { timeout: SLOW }, async () => {
  const handed: LargeChange['act'][] = [];
  const large = createLargeChanges((change) => (handed.push(change.act), carryOutChange(db, change)));
  const body = { ...signed(), records: LARGE_CASE + 1 };
  const remove = () => removeCase(db, { params: { id: 'demo' }, body }, { large });
  await expect(remove()).rejects.toMatchObject({ code: 'refused' });
  await expect(remove()).rejects.toMatchObject({ code: 'refused' });
  expect(handed).toEqual(['remove-case']);
});
