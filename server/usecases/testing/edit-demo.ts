/** What tests of editing do with the demonstration: change, undo and restore it as the API does, signed, at the newest revision. */
import { randomUUID } from 'node:crypto';
import { freshDatabase } from '../../../test-support/fresh-database.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { coreFile, demoFile } from '../../domain/testing/curated-demo.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { recordsText } from '../../store/testing/records-text.ts';
import { commitChange } from '../editing/commit-change.ts';
import type { ChangeRequest } from '../editing/plan-change.ts';
import { restoreRecords } from '../editing/undo/restore-records.ts';
import { undoChange } from '../editing/undo/undo-change.ts';
import { importFiles } from '../importing/import-files.ts';

type Restored = { record: { kind: 'entity' | 'claim'; id: string } } | { dataset: string };

export const curatedBytes = (name: string, content: CuratedFile) => ({
  name: `${name}/${name}.json`,
  bytes: new TextEncoder().encode(JSON.stringify(content)),
});
export const person = (id: string, text: string) => ({ id, type: 'Person' as const, names: [{ text, lang: 'en', kind: 'primary' as const }] });
export const signed = () => ({ who: 'Ada', why: 'a test', operation: randomUUID() });

/** An empty database with the core vocabulary and the demonstration. */
export async function demoDatabase(): Promise<Database> {
  const db = await freshDatabase();
  const files = [curatedBytes('core', coreFile()), curatedBytes('demo', demoFile())];
  await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test' });
  return db;
}

/** @param db asked at each act, since each test has a database of its own */
export function editsOf(db: () => Database) {
  const revision = async () => (await db().ready()).revision;
  const request = async (change: Partial<ChangeRequest>): Promise<ChangeRequest> => ({
    dataset: 'demo',
    revision: await revision(),
    records: {},
    remove: [],
    ...change,
  });
  return {
    revision,
    request,
    commit: async (change: Partial<ChangeRequest>, more = {}) => commitChange(db(), { body: { ...(await request(change)), ...signed(), ...more } }),
    undo: async (id: string, more = {}) =>
      undoChange(db(), { params: { id }, body: { revision: await revision(), ...signed(), also: [], dryRun: false, ...more } }),
    restore: async (to: number, what: Restored, more = {}) =>
      restoreRecords(db(), { body: { revision: await revision(), ...signed(), to, dryRun: false, ...what, ...more } }),
    /** Everything recorded, in one order. */
    everything: async () => recordsText(await db().read((tx) => loadAllRecords(tx))),
  };
}
