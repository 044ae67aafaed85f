/**
 * Random sequences of imports, edits, removals, undos, redos and restores over random records with every kind of dispute, and two clients who edit at once:
 * what is undone is as it was, to the byte of its export, and nothing is overwritten unseen.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../domain/picturing/place/seeded-random.ts';
import { freshDatabase } from '../../../test-support/fresh-database.ts';
import { AppError } from '../../domain/model/errors.ts';
import { coreFile, demoFile } from '../../domain/testing/curated-demo.ts';
import { ownJson } from '../../exchange/exporters/own-json.ts';
import { wholeInput } from '../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { arbitraryChanges, deltaTowards } from '../../store/testing/arbitrary-changes.ts';
import { change, emptyDatabase, putAll } from '../../store/testing/change-database.ts';
import { recordsText } from '../../store/testing/records-text.ts';
import { importFiles } from '../importing/import-files.ts';
import { verifyRecords } from '../verifying/verify-records.ts';
import { commitChange } from './commit-change.ts';
import { listChanges } from './list-changes.ts';
import { readHistory } from './read-history.ts';
import { restoreRecords } from './undo/restore-records.ts';
import { undoChange } from './undo/undo-change.ts';

/** Of 1,000 in `test:deep`. */
const SEQUENCES = Number(process.env['ATTEST_RANDOM_SEQUENCES'] ?? 10);
const EDITS = SEQUENCES;
const SEED = Number(process.env['ATTEST_SEED'] ?? Math.floor(Math.random() * 1e9));
const SLOW = 120_000 + SEQUENCES * 60_000;
/** Changes before anything is undone, and acts of undo, redo and restore after them. */
const CHANGES = 3;
const ACTS = 4;

let db: Database;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const signed = () => ({ who: 'Ada', why: 'a test', operation: randomUUID() });
const revision = async () => (await db.ready()).revision;
/** The bytes of the own-JSON export of everything, and everything recorded beside them: an export leaves out what no reader is shown. */
async function bytes(): Promise<string> {
  const records = await db.read((tx) => loadAllRecords(tx));
  const files = writtenFiles(ownJson, wholeInput(records)).filter(({ mediaType }) => mediaType === 'application/json');
  return [...files.map(({ name, text }) => `${name}\n${text}`), recordsText(records)].join('\n');
}
/** Faults of kind `rules` are left out: random records break rules that an import checks before it writes. */
const faults = async () => (await verifyRecords(db)).faults.filter(({ kind }) => kind !== 'rules');
/** Codes with which the past is refused because random records do not fit each other, and not because of what was done since. */
const OF_RULES = (error: AppError) =>
  (error.details.problems ?? []).every(({ code }) => !['changed-later', 'referred-to', 'unknown-id', 'claimed-anew'].includes(code));

describe(`sequences over random records (seed ${SEED})`, () => {
  beforeEach(() => emptyDatabase(db));

  test('what is undone, redone or restored is as it was, to the byte; what is refused changes nothing; verify is clean', { timeout: SLOW }, async () => {
    const random = seededRandom(SEED);
    const told = { undone: 0, kept: 0, restored: 0, refused: 0, byRules: 0 };
    for (const [n, sample] of fc.sample(arbitraryChanges(CHANGES), { numRuns: SEQUENCES, seed: SEED }).entries()) {
      const name = `seed ${SEED}, sequence ${n}`;
      await emptyDatabase(db);
      await change(db, putAll(sample.start), { kind: 'import' });
      const at = new Map([[1, await bytes()]]);
      for (const [i, step] of sample.changes.entries()) {
        await change(db, deltaTowards(await db.read((tx) => loadAllRecords(tx)), step), { kind: i % 2 === 0 ? 'edit' : 'import' });
        at.set(await revision(), await bytes());
      }
      for (let act = 0; act < ACTS; act += 1) {
        const now = await revision();
        const before = at.get(now);
        const sets = (await listChanges(db, { query: { limit: 100, offset: 0 } })).changeSets.filter((set) => set.revision > 1);
        const set = sets[Math.floor(random() * sets.length)];
        if (!set) throw new Error(`${name}: there is no change set`);
        const kind = random();
        /** What must be there afterwards; undefined where only that it is sound. */
        let expected: string | undefined;
        try {
          if (kind < 0.3) {
            const to = 1 + Math.floor(random() * now);
            expected = at.get(to);
            await restoreRecords(db, { body: { ...signed(), revision: now, to, dataset: 'test', dryRun: false } });
            told.restored += 1;
          } else {
            // Alone it may be in the way of later ones; with all of these it is not.
            const also = kind < 0.6 ? sets.filter((later) => later.revision > set.revision).map(({ id }) => id) : [];
            const isNewest = set.revision === now;
            if (kind < 0.6 || isNewest) expected = at.get(set.revision - 1);
            const keepNeeded = kind > 0.8 && !isNewest;
            const report = await undoChange(db, { params: { id: set.id }, body: { ...signed(), revision: now, also, keepNeeded, dryRun: false } });
            told.undone += 1;
            told.kept += report.warnings.filter(({ code }) => code === 'kept').length;
          }
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'refused') throw error;
          const byRules = OF_RULES(error);
          expect({ name, act, wasPossible: expected !== undefined && !byRules, told: error.details.problems }).toMatchObject({ wasPossible: false });
          if (byRules) told.byRules += 1;
          else told.refused += 1;
          expected = before;
        }
        const after = await bytes();
        if (expected !== undefined) expect(after === expected, `${name}, act ${act}`).toBe(true);
        at.set(await revision(), after);
      }
      expect(await faults(), name).toEqual([]);
    }
    // Most of it is done, and each kind of act is.
    expect(told.undone + told.restored).toBeGreaterThan(told.byRules);
    expect(Math.min(told.undone, told.restored)).toBeGreaterThan(0);
  });
});

test(`two clients who edit at once lose nothing, and overwrite nothing unseen (seed ${SEED})`, { timeout: SLOW }, async () => {
  await emptyDatabase(db);
  const file = (name: string, content: object) => ({ name, bytes: new TextEncoder().encode(JSON.stringify(content)) });
  await importFiles(db, { files: [file('core.json', coreFile()), file('demo.json', demoFile())], dryRun: false, prune: false, overwrite: false, who: 'test' });
  const random = seededRandom(SEED);
  const ids = ['two-a', 'two-b', 'constructor'];
  const person = (id: string, text: string) => ({ id, type: 'Person' as const, names: [{ text, lang: 'en', kind: 'primary' as const }] });
  const write = (who: string, at: number, id: string, text: string) =>
    commitChange(db, { body: { dataset: 'demo', revision: at, records: { entities: [person(id, text)] }, remove: [], ...signed(), who } });
  for (const id of ids) await write('Ada', await revision(), id, 'first');
  const clients = ['Ada', 'Bob'].map((who) => ({ who, read: 0 }));
  for (const client of clients) client.read = await revision();
  /** What was acknowledged of each, in order, with the revision that its writer had read. */
  const written = new Map(ids.map((id): [string, { text: string; read: number; revision: number }[]] => [id, []]));
  let conflicts = 0;
  const edit = async (client: (typeof clients)[number], text: string, of?: string): Promise<void> => {
    const id = of ?? ids[Math.floor(random() * ids.length)] ?? '';
    // Each works on with what it read, and reads again only sometimes, or when it is told to.
    if (of === undefined && random() < 0.3) client.read = await revision();
    try {
      const report = await write(client.who, client.read, id, text);
      written.get(id)?.push({ text, read: client.read, revision: report.revision.after });
      client.read = report.revision.after;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      conflicts += 1;
      client.read = await revision();
    }
  };
  for (let i = 0; i < EDITS; i += 2) await Promise.all(clients.map((client, c) => edit(client, `name ${i + c}`)));
  // Both write over the same state of the same record: one of them is told.
  const before = conflicts;
  const [same, at] = [ids[0] ?? '', await revision()];
  for (const client of clients) client.read = at;
  await Promise.all(clients.map((client) => edit(client, `${client.who} over the same state`, same)));
  expect(conflicts).toBe(before + 1);
  for (const [id, list] of written) {
    list.sort((a, b) => a.revision - b.revision);
    const { states } = await readHistory(db, { params: { kind: 'entity', id } });
    const stored = states.toReversed().map(({ record, by }) => ({ text: (record as { names: { text: string }[] }).names[0]?.text, revision: by.revision }));
    expect(stored.slice(1)).toEqual(list.map(({ text, revision: at }) => ({ text, revision: at })));
    // Whoever wrote had read what the one before had written.
    for (const [i, { read }] of list.entries()) expect(read).toBeGreaterThanOrEqual(list[i - 1]?.revision ?? 0);
  }
  expect((await verifyRecords(db)).faults).toEqual([]);
});
