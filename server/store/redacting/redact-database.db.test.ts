/** A redacted person is named nowhere in the database, and all that is stored fits together as before. */
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../test-support/fresh-database.ts';
import type { Entity } from '../../domain/model/records.ts';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { viewLink } from '../../contract/view-link.ts';
import { readView } from '../../usecases/keeping/read-view.ts';
import { storeView } from '../../usecases/keeping/store-view.ts';
import { readEntry } from '../../usecases/notebook/read-entry.ts';
import { saveEntry } from '../../usecases/notebook/save-entry.ts';
import { listRedactions } from '../../usecases/redacting/list-redactions.ts';
import { listTexts } from '../../usecases/texts/list-texts.ts';
import { readPassages } from '../../usecases/texts/read-passages.ts';
import { putText } from '../../usecases/texts/put-text.ts';
import { importFiles } from '../../usecases/importing/import-files.ts';
import { recomputeStale } from '../../usecases/importing/recompute-stale.ts';
import { saveSet } from '../../usecases/keeping/save-set.ts';
import { verifyRecords } from '../../usecases/verifying/verify-records.ts';
import type { Database } from '../connect.ts';
import { isNode, type CopyLine } from '../copying/copy-lines.ts';
import { copyDatabase } from '../copying/read-copy.ts';
import { change, emptyDatabase, putAll } from '../testing/change-database.ts';
import { planRedaction, redactDatabase } from './redact-database.ts';

const SLOW = 300_000;
let db: Database;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => emptyDatabase(db));
afterAll(async () => db?.close());

const root = new URL('../../../', import.meta.url);
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(`${folder}/${name}`, root))) }));

const allLines = (): Promise<CopyLine[]> =>
  copyDatabase(db, async (_head, lines) => {
    const all: CopyLine[] = [];
    for await (const line of lines) all.push(line);
    return all;
  });
const redact = async (entity: string, choice: { leave?: string[]; also?: string[] } = {}) => {
  const { revision } = await db.ready();
  const written = await redactDatabase(db, { entity, salt: 'salt', operation: randomUUID(), who: 'Ada', why: 'a test', expected: revision, ...choice });
  await recomputeStale(db);
  return written;
};
/** Everything that is stored, but for the marks of redactions, in which no word can stand. */
const storedText = async () =>
  (await allLines())
    .filter((line) => !(isNode(line) && line.labels.includes('_Redaction')))
    .map((line) => JSON.stringify(line))
    .join('\n');

test('of the shipped case, nothing that is stored names a person who was redacted', { timeout: SLOW }, async () => {
  for (const folder of ['fixtures/vocabulary', 'fixtures/cases/iran-plots']) {
    const report = await importFiles(db, { files: filesIn(folder), dryRun: false, prune: false, overwrite: false, who: 'test' });
    expect(report.outcome).toBe('done');
  }
  await saveSet(db, { params: { id: 'mehdiyev-and-others' }, body: { name: 'Khalid Mehdiyev and others', ids: ['khalid-mehdiyev', 'polad-omarov'] } });
  const view = viewLink.parse({
    v: 1,
    e: [
      ['khalid-mehdiyev', 10, 20],
      ['iran', 30, 40],
    ],
  });
  const { digest } = await storeView(db, { body: { view } });
  const put = (source: string, text: string) => putText(db, { params: { id: source }, body: { text, language: 'en', revision: 0, operation: randomUUID() } });
  await put('theaustralian-2023-02', 'A text that is cited for claims on this person.');
  await put('page-003', 'A text that names nobody.');
  const write = (id: string, entry: object) => saveEntry(db, { params: { id }, body: { who: 'Ada', version: 0, entry: entry as never } });
  await write('on-the-person', { kind: 'note', about: { kind: 'entity', id: 'khalid-mehdiyev' }, text: 'Ask his lawyer.' });
  await write('on-another', { kind: 'note', about: { kind: 'entity', id: 'iran' }, text: 'Mehdiyev was told of it, too.' });
  expect(await storedText()).toMatch(/mehdiyev/i);
  const planned = await planRedaction(db, { entity: 'khalid-mehdiyev', salt: 'salt' });
  expect(planned).toMatchObject({ names: expect.arrayContaining(['Khalid Mehdiyev']), words: expect.arrayContaining(['Mehdiyev']) });
  const { effect } = await redact('khalid-mehdiyev');
  expect(effect).toEqual(planned);
  expect(effect).toMatchObject({ texts: 1, notes: 1 });
  const person = (await listRedactions(db)).redactions[0]?.person ?? '';
  expect((await readView(db, { params: { digest } })).view.e?.map(([id]) => id)).toEqual([person, 'iran']);
  expect((await listTexts(db)).texts.map(({ source }) => source)).toEqual(['page-003']);
  // What was cited from the text that went marks nothing in another text of the same source.
  const { orphans } = await put('theaustralian-2023-02', 'Another text.\nOf another matter.\nAnd more of it.');
  const citing = (await readPassages(db, { params: { id: 'theaustralian-2023-02' } })).passages.filter(
    ({ citation }) => 'paragraph' in (citation.locator ?? {}),
  );
  expect(citing.length).toBeGreaterThan(0);
  expect(orphans.map(({ citation }) => citation).sort()).toEqual(citing.map(({ citation }) => citation.id).sort());
  expect(orphans.every(({ redacted, words }) => redacted && words === undefined)).toBe(true);
  expect((await readEntry(db, { params: { id: 'on-another' }, query: {} } as never)).entry).toMatchObject({ text: '[redacted] was told of it, too.' });
  const left = [...(await storedText()).matchAll(/.{0,60}mehdiyev.{0,60}/giu)].map(([text]) => text);
  expect(left.slice(0, 5)).toEqual([]);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

const SEED = Number(process.env['ATTEST_SEED'] ?? Math.floor(Math.random() * 1e9));
describe(`of random records with a history (seed ${SEED})`, () => {
  test('nothing stored names the person, and everything verifies', { timeout: SLOW }, async () => {
    const cases = arbitraryRecords({ claims: 9, entities: 7, sources: 5, voices: 3, citationsPerClaim: 3 });
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(), async (first, pick) => {
        await emptyDatabase(db);
        const persons = [...first.entities.values()].filter(({ type }) => type === 'Person');
        const chosen = persons[pick % Math.max(1, persons.length)];
        fc.pre(chosen !== undefined);
        const named: Entity = { ...chosen!, names: [{ text: 'Quirin Zwölfnagel', lang: 'de', kind: 'primary' }] };
        const told = { ...first, entities: new Map(first.entities).set(named.id, named) };
        await change(db, putAll(told), { kind: 'import' });
        const later: Entity = { ...named, names: [{ text: 'زولفناگل کوییرین', lang: 'fa', kind: 'alias' }] };
        await change(db, putAll({ ...told, entities: new Map([[later.id, later]]), claims: new Map(), citations: new Map() }), { kind: 'edit' });
        const before = (await verifyRecords(db)).faults;
        expect(before).toEqual([]);
        await redact(named.id);
        const stored = await storedText();
        expect(stored).not.toMatch(/zw(ö|oe?)lfnagel|زولفناگل/iu);
        expect((await verifyRecords(db)).faults).toEqual([]);
      }),
      { numRuns: Number(process.env['ATTEST_RUNS'] ?? 8), seed: SEED, endOnFailure: true },
    );
  });
});
