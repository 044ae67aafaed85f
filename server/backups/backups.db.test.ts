/** A backup holds everything at one revision, and restored into an empty database it is the same, to the digest; a torn one is refused by name. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, statSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import { coreFile, demoFile } from '../domain/testing/curated-demo.ts';
import { AppError } from '../domain/model/errors.ts';
import type { Database } from '../store/connect.ts';
import { digestOf, refuseHalfRestored } from '../store/copying/write-copy.ts';
import { loadAllRecords } from '../store/load-records.ts';
import { recordsText } from '../store/testing/records-text.ts';
import { commitChange } from '../usecases/editing/commit-change.ts';
import { readHistory } from '../usecases/editing/read-history.ts';
import { undoChange } from '../usecases/editing/undo/undo-change.ts';
import { importFiles } from '../usecases/importing/import-files.ts';
import { saveSet } from '../usecases/keeping/save-set.ts';
import { verifyRecords } from '../usecases/verifying/verify-records.ts';
import { listWatches } from '../usecases/watching/list-watches.ts';
import { saveWatch } from '../usecases/watching/save-watch.ts';
import { checkBackup, writeBackup } from './backup-file.ts';
import { BACKUP_LIMITS, createBackups } from './backup-folder.ts';
import { restoreBackup } from './restore-backup.ts';

const SLOW = 240_000;
const about = { at: '2026-11-30T00:00:00Z', version: '0.0.0' };
let db: Database;
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'attest-backups-'));
});
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
});
afterAll(async () => {
  await db?.close();
  rmSync(dir, { recursive: true, force: true });
});

const file = (name: string, content: object) => ({ name, bytes: new TextEncoder().encode(JSON.stringify(content)) });
const signed = () => ({ who: 'Ada', why: 'a test', operation: randomUUID() });
const person = (id: string) => ({ id, type: 'Person' as const, names: [{ text: id, lang: 'en', kind: 'primary' as const }] });
const revision = async () => (await db.ready()).revision;
const empty = async () => {
  await db.close();
  db = await freshDatabase();
};
/** A case with history: imported, edited, a record removed, the edit undone; with a set, and a node of a kind that no code here knows. */
async function history(): Promise<string> {
  await importFiles(db, { files: [file('core.json', coreFile()), file('demo.json', demoFile())], dryRun: false, prune: false, overwrite: false, who: 'test' });
  const change = async (body: object) =>
    commitChange(db, { body: { dataset: 'demo', revision: await revision(), records: {}, remove: [], ...signed(), ...body } });
  const made = await change({ records: { entities: [person('constructor'), person('__proto__x')] } });
  await change({ remove: [{ kind: 'entity', id: 'constructor' }] });
  const gone = await change({ records: { entities: [person('another')] } });
  await undoChange(db, { params: { id: gone.changeSet ?? '' }, body: { ...signed(), revision: await revision(), also: [], dryRun: false } });
  await saveSet(db, { params: { id: 'a-set' }, body: { name: 'A set', ids: ['ivan'] } });
  await db.write(randomUUID(), (tx) =>
    tx.run("MATCH (s:Source) WITH s LIMIT 1 CREATE (s)-[:HAS_TEXT {n: 1}]->(:_Unheard {words: 'private', lines: ['a', 'b'], n: 7, isOld: false})", {}),
  );
  return made.changeSet ?? '';
}

test('everything is backed up and restored: records, versions, change sets, sets, nodes of any kind, figures and ties', { timeout: SLOW }, async () => {
  const id = await history();
  const before = { digest: await digestOf(db), revision: await revision(), text: recordsText(await db.read(loadAllRecords)) };
  const states = await readHistory(db, { params: { kind: 'entity', id: 'constructor' } });
  const path = join(dir, 'whole.jsonl.gz');
  const made = await writeBackup(db, path, about);
  expect(made).toMatchObject({ digest: before.digest, revision: before.revision });
  expect(await checkBackup(path)).toMatchObject({ end: { digest: before.digest }, head: { revision: before.revision } });
  await expect(restoreBackup(db, path)).rejects.toMatchObject({ code: 'refused', details: { remedy: expect.stringContaining('ATTEST_DATA') } });
  await empty();
  await restoreBackup(db, path);
  expect(await digestOf(db)).toBe(before.digest);
  expect(await revision()).toBe(before.revision);
  expect(recordsText(await db.read(loadAllRecords))).toBe(before.text);
  expect((await verifyRecords(db)).faults).toEqual([]);
  expect(await readHistory(db, { params: { kind: 'entity', id: 'constructor' } })).toEqual(states);
  // What is restored can be worked on: the change that was undone by a removal later on is still refused to be lost.
  await expect(undoChange(db, { params: { id }, body: { ...signed(), revision: await revision(), also: [], dryRun: false } })).rejects.toMatchObject({
    code: 'refused',
  });
  await importFiles(db, { files: [file('core.json', coreFile()), file('demo.json', demoFile())], dryRun: false, prune: false, overwrite: true, who: 'test' });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('watches come back as they were, and say the same of what changed since', { timeout: SLOW }, async () => {
  await importFiles(db, { files: [file('core.json', coreFile()), file('demo.json', demoFile())], dryRun: false, prune: false, overwrite: false, who: 'test' });
  const question = { kind: 'claims' as const, filter: { entities: ['ivan'] } };
  for (const id of ['constructor', 'mine']) await saveWatch(db, { params: { id }, body: { title: `Watch ${id}`, who: 'Ada', question } });
  await saveWatch(db, { params: { id: 'mine' }, body: { title: 'Watch mine, renamed', who: 'Ada', question } });
  const records = { entities: [person('later')] };
  await commitChange(db, { body: { dataset: 'demo', revision: await revision(), records, remove: [], ...signed() } });
  const before = await listWatches(db, { query: {} });
  expect(before.watches.map(({ id, version, seen }) => [id, version, seen < before.asOf])).toEqual([
    ['constructor', 1, true],
    ['mine', 2, true],
  ]);
  const path = join(dir, 'watches.jsonl.gz');
  await writeBackup(db, path, about);
  await empty();
  expect((await listWatches(db, { query: {} })).watches).toEqual([]);
  await restoreBackup(db, path);
  expect(await listWatches(db, { query: {} })).toEqual(before);
  // The restored ones are found by their ids: one of the same id is replaced, not kept twice.
  await expect(saveWatch(db, { params: { id: 'mine' }, body: { title: 'Again', who: 'Ada', question, version: 2 } })).resolves.toMatchObject({ version: 3 });
  expect((await listWatches(db, { query: {} })).watches).toHaveLength(2);
});

describe('a file that is', () => {
  const refused = async (path: string): Promise<AppError> => {
    const error: unknown = await restoreBackup(db, path).catch((thrown: unknown) => thrown);
    if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
    expect(await revision()).toBe(0);
    return error;
  };
  test('torn, changed, of another kind or not there is refused by name, and nothing is written', { timeout: SLOW }, async () => {
    await history();
    const path = join(dir, 'good.jsonl.gz');
    await writeBackup(db, path, about);
    await empty();
    const good = readFileSync(path);
    const lines = gunzipSync(good).toString('utf8').trimEnd().split('\n');
    const put = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(join(dir, name), bytes);
      return join(dir, name);
    };
    const packed = (some: readonly string[]) => gzipSync(`${some.join('\n')}\n`);
    const changed = lines.map((line, i) => (i === 5 ? line.replace(/"properties":\{/, '"properties":{"more":"x",') : line));
    const told: [string, Uint8Array | string, RegExp][] = [
      ['torn.jsonl.gz', good.subarray(0, Math.floor(good.length / 2)), /torn\.jsonl\.gz is no whole backup: it ends in the middle/],
      ['short.jsonl.gz', packed(lines.slice(0, -1)), /its last line is missing/],
      ['changed.jsonl.gz', packed(changed), /its digest is another/],
      ['without-a-line.jsonl.gz', packed(lines.filter((_, i) => i !== 4)), /its digest is another|has an end that is not there/],
      ['longer.jsonl.gz', packed([...lines, lines[1] ?? '']), /something follows its last line/],
      ['empty.jsonl.gz', '', /is no whole backup/],
      ['plain.json', '{"format":"attest/1"}', /is not packed as a backup is/],
      ['other.jsonl.gz', gzipSync('{"format":"attest/1"}\n'), /a line of it is not as a backup has it/],
    ];
    for (const [name, bytes, message] of told)
      expect({ name, message: (await refused(put(name, bytes))).message }).toEqual({ name, message: expect.stringMatching(message) });
    expect((await refused(join(dir, 'nowhere.jsonl.gz'))).code).toBe('not-found');
    const newer = lines.map((line, i) => (i === 0 ? line.replace(/("migrations":\[)/, '$1{"id":"V999","file":"V999__later.cypher","checksum":"x"},') : line));
    expect(await refused(put('newer.jsonl.gz', packed(newer)))).toMatchObject({
      message: expect.stringContaining('V999__later.cypher'),
      details: { remedy: expect.any(String) },
    });
    await restoreBackup(db, path);
  });
});

test('a restore that was cut short is not taken for all, and begun anew by the same command', { timeout: SLOW }, async () => {
  await history();
  const before = await digestOf(db);
  const path = join(dir, 'cut.jsonl.gz');
  await writeBackup(db, path, about);
  await empty();
  const cut = restoreBackup(db, path, {
    onProgress: () => {
      throw new Error('killed');
    },
  });
  await expect(cut).rejects.toThrow('killed');
  expect(await revision()).toBe(0);
  await expect(refuseHalfRestored(db)).rejects.toMatchObject({ code: 'refused', details: { remedy: expect.stringContaining('npm run restore') } });
  await restoreBackup(db, path);
  await refuseHalfRestored(db);
  expect(await digestOf(db)).toBe(before);
});

test('while others write, the backup is still of one revision', { timeout: SLOW }, async () => {
  await history();
  const path = join(dir, 'busy.jsonl.gz');
  let writes = 0;
  let isDone = false;
  const writing = (async () => {
    for (; !isDone; writes += 1) {
      const id = `w${writes}`;
      await commitChange(db, { body: { dataset: 'demo', revision: await revision(), records: { entities: [person(id)] }, remove: [], ...signed() } });
    }
  })();
  const made = await writeBackup(db, path, about);
  isDone = true;
  await writing;
  expect(writes).toBeGreaterThan(0);
  await empty();
  await restoreBackup(db, path);
  expect(await revision()).toBe(made.revision);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('the newest are kept, one is made before the first import of a day and before the schema is changed, and none of nothing', { timeout: SLOW }, async () => {
  const folder = join(dir, 'folder');
  const backups = createBackups({ db, folder, version: '0.0.0' });
  expect(await backups.makeDaily()).toBeUndefined();
  await expect(backups.make('asked')).rejects.toMatchObject({ code: 'refused' });
  await history();
  const first = await backups.makeDaily();
  expect(first).toMatchObject({ why: 'daily', revision: await revision() });
  expect(await backups.makeDaily()).toBeUndefined();
  expect(await backups.makeBeforeMigration()).toBeUndefined();
  // As in a database of an earlier version: the newest migration was not applied yet.
  await db.write(randomUUID(), (tx) => tx.run('MATCH (m:_Migration) WITH m ORDER BY m.id DESC LIMIT 1 DELETE m', {}));
  expect(await backups.makeBeforeMigration()).toMatchObject({ why: 'migration', revision: await revision() });
  for (let i = 0; i < BACKUP_LIMITS.keptBackups + 2; i += 1)
    writeFileSync(join(folder, `attest-2026-01-${String(i + 1).padStart(2, '0')}T00-00-00Z-r1-daily.jsonl.gz`), 'old');
  writeFileSync(join(folder, 'a note of mine.txt'), 'stays');
  chmodSync(folder, 0o755);
  const asked = await backups.ask();
  const listed = await backups.list();
  expect(listed).toHaveLength(BACKUP_LIMITS.keptBackups);
  expect(listed.slice(0, 3).map(({ name }) => name)).toEqual(expect.arrayContaining([asked.name]));
  expect(readdirSync(folder)).toContain('a note of mine.txt');
  // It holds private texts: nobody else on the machine reads it.
  expect([folder, backups.pathOf(asked.name)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  expect(() => backups.pathOf('../whole.jsonl.gz')).toThrow(AppError);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a full disk is named, and no piece of a file is left', { timeout: SLOW }, async () => {
  await history();
  await expect(writeBackup(db, '/dev/full/backup.jsonl.gz', about)).rejects.toThrow();
  const full = createBackups({ db, folder: join(dir, 'full'), version: '0.0.0', disk: { folder: dir, free: () => 1 } });
  await expect(full.make('asked')).rejects.toMatchObject({ code: 'disk-full' });
});
