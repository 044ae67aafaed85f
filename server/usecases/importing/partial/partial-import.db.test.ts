/** An import of a part of its files on genuine Neo4j: what cannot be written, or was not chosen, stays out with what refers to it, and the rest is whole. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '../../../domain/picturing/place/seeded-random.ts';
import { freshDatabase } from '../../../../test-support/fresh-database.ts';
import type { CuratedFile } from '../../../domain/importing/curated-file.ts';
import { coreFile, demoFile } from '../../../domain/testing/curated-demo.ts';
import type { Database } from '../../../store/connect.ts';
import { loadAllRecords } from '../../../store/load-records.ts';
import { recordsText } from '../../../store/testing/records-text.ts';
import { verifyRecords } from '../../verifying/verify-records.ts';
import { importFiles, type ImportInput } from '../import-files.ts';
import type { InputFile } from '../files/read-curated-file.ts';

const fileOf = (name: string, content: CuratedFile): InputFile => ({ name, bytes: new TextEncoder().encode(JSON.stringify(content, null, 1)) });
const FILE = 'demo/demo.json';
const demo = (content: CuratedFile): InputFile[] => [fileOf('core/core.json', coreFile()), fileOf(FILE, content)];

let db: Database;
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
});
afterAll(async () => db?.close());

const run = (content: CuratedFile, more: Partial<ImportInput> = {}) =>
  importFiles(db, { files: demo(content), dryRun: false, prune: false, overwrite: false, who: 'Mira Holt', ...more });
const PARTIAL = { leaveOut: { places: [], refused: true } };
const stored = () => db.read(async (tx) => loadAllRecords(tx));

/** A claim of no level there is, and a person without a type, on whom three claims and the decision on him rest. */
function faulty(): CuratedFile {
  const file = demoFile();
  (file.claims[2]!.citations[0] as { standing: unknown }).standing = { level: 'rumoured' };
  const ivan = file.entities.findIndex(({ id }) => id === 'go-between');
  (file.entities[ivan] as { type: unknown }).type = 'Human';
  return { ...file, rivals: [], questions: [] };
}

test('what cannot be written stays out with what refers to it, each with its reason, line and column', async () => {
  const planned = await run(faulty(), { ...PARTIAL, dryRun: true, rows: true });
  expect(planned).toMatchObject({ outcome: 'planned', problems: [] });
  expect((await stored()).claims.size).toBe(0);
  expect(planned.leftOut.every(({ line, column, remedy }) => line! > 1 && column! > 0 && remedy !== '')).toBe(true);
  const told = planned.leftOut.map(({ code, pointer }) => `${code} ${pointer}`);
  expect(told).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\S+ \/claims\/2\/citations\/0\/standing/),
      expect.stringMatching(/^\S+ \/entities\/3\/type/),
      'rests-on-left-out /claims/0/via',
      'rests-on-left-out /claims/5/object',
    ]),
  );
  expect(planned.rows!.filter(({ kind }) => kind === 'claim').map(({ id }) => id)).toEqual(['c2', 'c4', 'c5']);
  const { new: made, refused } = planned.records;
  expect(planned.records.byKind.claim).toMatchObject({ new: 3, refused: 3 });

  const done = await run(faulty(), PARTIAL);
  expect(done).toMatchObject({ outcome: 'done', records: { new: made, refused }, leftOut: planned.leftOut });
  expect([...(await stored()).claims.keys()].sort()).toEqual(['c2', 'c4', 'c5']);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('where the case has moved on since it was planned, nothing is written', async () => {
  const { revision } = await run(demoFile(), { ...PARTIAL, dryRun: true });
  await run({ ...demoFile(), claims: [], rivals: [], questions: [] });
  const late = run(demoFile(), { ...PARTIAL, revision: revision.before });
  await expect(late).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('at revision 0 when this import was planned') });
  expect((await stored()).claims.size).toBe(0);
  expect(await run(demoFile(), { ...PARTIAL, revision: 1 })).toMatchObject({ outcome: 'done' });
});

test('without being asked for, one fault refuses the whole', async () => {
  expect(await run(faulty())).toMatchObject({ outcome: 'refused', leftOut: [], revision: { after: 0 } });
});

test('a fault of the file itself cannot be left out', async () => {
  const report = await run({ ...demoFile(), defaults: { source: 'nowhere' } }, PARTIAL);
  expect(report).toMatchObject({ outcome: 'refused' });
  expect(report.problems[0]).toMatchObject({ pointer: '/defaults/source' });
});

test('a row that is not chosen stays out, signed as asked, and comes with the next import', async () => {
  const planned = await run(demoFile(), { dryRun: true, rows: true });
  const row = planned.rows!.find(({ id }) => id === 'c4')!;
  expect(row).toMatchObject({ kind: 'claim', did: 'new', places: [{ file: FILE, pointer: '/claims/3' }] });
  expect(row.name).toMatch(/a gunman/);
  const done = await run(demoFile(), { leaveOut: { places: row.places, refused: false }, why: 'without the epithet' });
  expect(done).toMatchObject({ outcome: 'done', leftOut: [{ code: 'left-out', file: FILE, pointer: '/claims/3', line: expect.any(Number) }] });
  expect((await stored()).claims.has('c4')).toBe(false);
  const rest = await run(demoFile(), { dryRun: true, rows: true });
  expect(rest.rows!.map(({ kind, id, did }) => [kind, id, did])).toEqual([['claim', 'c4', 'new']]);
});

test('leaving out what others refer to refuses the import, unless these may stay out, too', async () => {
  const places = [{ file: FILE, pointer: '/entities/2' }];
  const refused = await run(demoFile(), { leaveOut: { places, refused: false } });
  expect(refused).toMatchObject({ outcome: 'refused' });
  expect(refused.problems.some(({ message }) => message.includes('"ivan"'))).toBe(true);
  const { leftOut, outcome } = await run(demoFile(), { leaveOut: { places, refused: true }, dryRun: true });
  expect(outcome).toBe('planned');
  expect(leftOut.filter(({ code }) => code === 'rests-on-left-out').length).toBeGreaterThan(4);
});

test('a place with no record is told, and nothing is written', async () => {
  const places = ['/claims/99', '/dataset', '/claims/1/citations/0', '/constructor/1'].map((pointer) => ({ file: FILE, pointer }));
  places.push({ file: 'another.json', pointer: '/claims/1' });
  for (const place of places) {
    const report = await run(demoFile(), { leaveOut: { places: [place], refused: true } });
    expect(report).toMatchObject({ outcome: 'refused', problems: [{ code: 'no-such-record', message: expect.stringContaining(place.pointer) }] });
  }
});

test.each([745_073_005, Date.now() % 2_147_483_647])('a random half, chosen by places, ends as a file of that half would (seed %i)', async (seed) => {
  process.stdout.write(`half of an import: seed ${seed}\n`);
  const random = seededRandom(seed);
  const { rivals: _r, questions: _q, ...file } = demoFile();
  const out = new Set(file.claims.flatMap((_, i) => (random() < 0.5 ? [i] : [])));
  const places = [...out].map((i) => ({ file: FILE, pointer: `/claims/${i}` }));
  await run(file, { leaveOut: { places, refused: false } });
  const chosen = await stored();
  await db.close();
  db = await freshDatabase();
  await run({ ...file, claims: file.claims.filter((_, i) => !out.has(i)) });
  const alone = await stored();
  // The database gives records in no order.
  expect(recordsText(chosen)).toBe(recordsText(alone));
});

test('every record of a larger plan is a row to choose from', async () => {
  const file = demoFile();
  const many = Array.from({ length: 1_500 }, (_, n) => ({
    id: `many-${n}`,
    type: 'Person' as const,
    names: [{ text: `One of many ${n}`, lang: 'en', kind: 'label' as const }],
  }));
  const planned = await run({ ...file, entities: [...file.entities, ...many] }, { dryRun: true, rows: true });
  const rows = planned.rows!.filter(({ id }) => id.startsWith('many-'));
  expect(rows).toHaveLength(many.length);
  expect(rows.every(({ places, name }) => places.length === 1 && name.startsWith('One of many'))).toBe(true);
});
