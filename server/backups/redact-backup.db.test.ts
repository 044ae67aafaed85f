/** A person who was redacted is in no backup that is kept, is not restored unseen from another, and is imported by nobody unseen. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import type { Database } from '../store/connect.ts';
import { readHistory } from '../usecases/editing/read-history.ts';
import { demoDatabase, editsOf, person, signed } from '../usecases/testing/edit-demo.ts';
import type { ChangeRequest } from '../usecases/editing/plan-change.ts';
import { liftRedaction } from '../usecases/redacting/lift-redaction.ts';
import { listRedactions } from '../usecases/redacting/list-redactions.ts';
import { createRedactions, finishRedactions } from '../usecases/redacting/redact-person.ts';
import { putText } from '../usecases/texts/put-text.ts';
import { verifyRecords } from '../usecases/verifying/verify-records.ts';
import { checkBackup } from './backup-file.ts';
import { createBackups } from './backup-folder.ts';
import { readKeptRedactions } from './kept-redactions.ts';
import { restoreBackup } from './restore-backup.ts';

const SLOW = 240_000;
const NAME = 'Quirin Zwölfnagel';
let db: Database;
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'attest-redacting-'));
});
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
});
afterAll(async () => {
  await db?.close();
  rmSync(dir, { recursive: true, force: true });
});

const { revision, commit, undo } = editsOf(() => db);
const unpacked = (path: string) => gunzipSync(readFileSync(path)).toString('utf8');
const edit = (records: ChangeRequest['records']) => commit({ records });

/** A case in which a person is named by a record, its past, a claim with its passage, a text, a note, and the reason of a change. */
async function named(): Promise<void> {
  await db.close();
  db = await demoDatabase();
  await edit({ entities: [person('quirin', 'Q. Zwölfnagel'), person('another', 'Another One')] });
  const { changeSet } = await edit({ entities: [person('quirin', NAME)] });
  expect(changeSet).toBeDefined();
}

const all = async () => {
  const path = join(dir, `${randomUUID()}.jsonl.gz`);
  const backups = createBackups({ db, folder: join(dir, randomUUID()), version: '0.0.0' });
  const { name } = await backups.make('asked');
  copyFileSync(backups.pathOf(name), path);
  return path;
};

test('a redaction rewrites the kept backups, ends undo, and keeps the person from coming back unseen', { timeout: SLOW }, async () => {
  await named();
  const folder = join(dir, 'kept');
  const backups = createBackups({ db, folder, version: '0.0.0' });
  const kept = await backups.make('asked');
  const elsewhere = join(dir, 'elsewhere.jsonl.gz');
  copyFileSync(backups.pathOf(kept.name), elsewhere);
  writeFileSync(join(folder, 'attest-2026-01-01T00-00-00Z-r1-daily.jsonl.gz'), 'torn');
  const redactions = createRedactions(db, backups);
  const asked = { entity: 'quirin', leave: [], also: [] };
  const plan = await redactions.plan({ body: asked });
  expect(plan).toMatchObject({
    names: [NAME, 'Q. Zwölfnagel'],
    words: ['Quirin', 'Zwölfnagel'],
    kinds: [{ kind: 'entity', n: 1 }],
    records: 1,
    versions: 1,
    backups: 2,
  });
  const body = { ...asked, ...signed(), revision: plan.revision };
  await expect(redactions.redact({ body: { ...body, operation: randomUUID(), records: 7 } })).rejects.toMatchObject({
    details: { problems: [expect.objectContaining({ code: 'other-size' })] },
  });
  expect(unpacked(backups.pathOf(kept.name))).toContain('Zwölfnagel');
  const done = await redactions.redact({ body: { ...body, records: plan.records, why: `asked for by ${NAME}` } });
  expect(done.backups).toEqual({ rewritten: 1, unreadable: ['attest-2026-01-01T00-00-00Z-r1-daily.jsonl.gz'] });
  expect(await redactions.redact({ body: { ...body, records: plan.records, why: `asked for by ${NAME}` } })).toEqual(done);

  // Neither the database nor the backup names the person, and both are sound.
  for (const path of [await all(), backups.pathOf(kept.name)]) {
    expect(unpacked(path)).not.toMatch(/zwölfnagel|quirin/iu);
    await checkBackup(path);
  }
  expect((await verifyRecords(db)).faults).toEqual([]);
  expect(await listRedactions(db)).toMatchObject({ redactions: [{ person: done.person, why: 'asked for by [redacted]', lifted: false }] });
  expect((await readHistory(db, { params: { kind: 'entity', id: done.person } })).states).toHaveLength(2);

  // What came before cannot be undone, nor can the redaction itself.
  await expect(undo(done.id)).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('redacted'),
  });

  // An edit or import that names the person is refused by name, until the redaction is lifted.
  await expect(edit({ entities: [person('somebody', NAME.toUpperCase())] })).rejects.toMatchObject({
    details: { problems: [expect.objectContaining({ code: 'redacted', remedy: expect.stringContaining(done.id) })] },
  });

  // A backup from elsewhere still names the person: refused, or redacted on the way in.
  await db.close();
  db = await freshDatabase();
  const list = await readKeptRedactions(folder);
  await expect(restoreBackup(db, elsewhere, { redactions: list })).rejects.toMatchObject({
    code: 'refused',
    details: { remedy: expect.stringContaining('--redact') },
  });
  expect(await revision()).toBe(0);
  await restoreBackup(db, elsewhere, { redactions: list, returning: 'redact' });
  expect(unpacked(await all())).not.toMatch(/zwölfnagel|quirin/iu);
  expect(unpacked(elsewhere)).toContain('Zwölfnagel');
  await expect(edit({ entities: [person('somebody', NAME)] })).rejects.toMatchObject({ code: 'refused' });
  await liftRedaction(db, backups, { params: { id: done.id } });
  await edit({ entities: [person('somebody', NAME)] });
  expect(await readKeptRedactions(folder)).toEqual([]);
});

test('in a backup, too, what was cited from a text that was redacted marks nothing in another text', { timeout: SLOW }, async () => {
  await db.close();
  db = await demoDatabase();
  const put = (text: string) => putText(db, { params: { id: 'daily' }, body: { text, language: 'en', revision: 0, operation: randomUUID() } });
  await put(Array.from({ length: 30 }, (_, i) => `Paragraph ${i + 1}.`).join('\n'));
  const backups = createBackups({ db, folder: join(dir, 'texts'), version: '0.0.0' });
  const kept = await backups.make('asked');
  const { plan, redact } = createRedactions(db, backups);
  const asked = { entity: 'ivan', leave: [], also: [] };
  const { records, revision: at, texts } = await plan({ body: asked });
  expect(texts).toBe(1);
  await redact({ body: { ...asked, ...signed(), revision: at, records } });
  const other = Array.from({ length: 30 }, (_, i) => `Another paragraph ${i + 1}.`).join('\n');
  const { orphans } = await put(other);
  expect(orphans.map(({ paragraph }) => paragraph)).toEqual([7, 16, 20, 21, 30]);
  expect(orphans.every(({ redacted }) => redacted)).toBe(true);
  await db.close();
  db = await freshDatabase();
  await restoreBackup(db, backups.pathOf(kept.name), {});
  expect((await put(other)).orphans.map(({ paragraph, redacted }) => [paragraph, redacted])).toEqual([7, 16, 20, 21, 30].map((n) => [n, true]));
});

test('a redaction that ended before the backups were written anew is finished at the next start', { timeout: SLOW }, async () => {
  await named();
  const backups = createBackups({ db, folder: join(dir, 'left'), version: '0.0.0' });
  const kept = await backups.make('asked');
  const { plan, redact } = createRedactions(db, undefined);
  const asked = { entity: 'quirin', leave: [], also: [] };
  const { records, revision: at } = await plan({ body: asked });
  await redact({ body: { ...asked, ...signed(), revision: at, records } });
  expect(unpacked(backups.pathOf(kept.name))).toContain('Zwölfnagel');
  await finishRedactions(db, backups);
  expect(unpacked(backups.pathOf(kept.name))).not.toMatch(/zwölfnagel|quirin/iu);
});
