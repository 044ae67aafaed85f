/** On genuine Neo4j: what an import takes away is held against the claims that are there and use it. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import type { CuratedFile } from '../domain/curated-file.ts';
import { coreFile, demoFile } from '../domain/testing/curated-demo.ts';
import type { Database } from '../store/connect.ts';
import { importFiles, type ImportInput } from './import-files.ts';
import type { InputFile } from './read-curated-file.ts';
import { verifyRecords } from './verify-records.ts';

const SLOW = 240_000;
const fileOf = (name: string, content: CuratedFile): InputFile => ({ name, bytes: new TextEncoder().encode(JSON.stringify(content, null, 1)) });
const demo = (content: CuratedFile = demoFile()): InputFile[] => [fileOf('core/core.json', coreFile()), fileOf('demo/demo.json', content)];
const only = (content: CuratedFile): InputFile[] => [fileOf(`${content.dataset?.id ?? 'none'}/file.json`, content)];

let db: Database;
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
});
afterAll(async () => db?.close());
const run = (files: InputFile[], more: Partial<ImportInput> = {}) => importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test', ...more });
const revision = async () => (await db.ready()).revision;
const expectSound = async () => expect((await verifyRecords(db)).faults).toEqual([]);

test('a prune of an entity of a claim that passes to another dataset is refused by name, in a dry run too', { timeout: SLOW }, async () => {
  await run(demo());
  const cited = (source: string) => [{ source, paraphrase: 'They met.', standing: { level: 'reported' as const } }];
  const met = { subject: 'ivan', predicate: 'met', object: 'someone' };
  const shared = demoFile();
  shared.claims.push({ id: 'm1', ...met, citations: cited('daily') });
  await run(demo(shared));
  expect(await run(only({ format: 'attest/1', dataset: { id: 'other' }, claims: [{ id: 'o1', ...met, citations: cited('daily') }] }))).toMatchObject({ outcome: 'done' });
  const less = demoFile();
  less.entities = less.entities.filter((entity) => entity.id !== 'someone');
  for (const dryRun of [true, false]) {
    const report = await run(demo(less), { prune: true, dryRun });
    expect(report).toMatchObject({ outcome: 'refused', problems: [{ code: 'referred-to', message: expect.stringMatching(/"someone".*"m1".*"other"/), file: 'demo/demo.json', pointer: '/dataset' }] });
  }
  expect(await revision()).toBe(3);
  await expectSound();
});
