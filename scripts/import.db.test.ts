/** `npm run import` on a command line: exit codes, what it prints where, and its report as JSON. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../test-support/fresh-database.ts';
import { testNeo4j } from '../test-support/test-neo4j.ts';
import { importReport } from '../server/contract/routes/imports.ts';
import { csvSet } from '../server/exchange/exporters/csv-set.ts';
import { wholeInput } from '../server/exchange/testing/whole-input.ts';
import { writtenFiles } from '../server/exchange/testing/written-files.ts';
import { curatedCase } from '../server/usecases/testing/curated-case.ts';
import { coreFile, demoFile } from '../server/domain/testing/curated-demo.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'attest-import-'));
const SLOW = 120_000;

beforeAll(async () => {
  await (await freshDatabase()).close();
  writeFileSync(join(folder, 'core.json'), JSON.stringify(coreFile()));
  writeFileSync(join(folder, 'broken.json'), '{ "format": "attest/1",\n  "dataset": { "id": "x" }, "claims": [], }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: string[], input = '', env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  const { uri, user, password } = testNeo4j();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'scripts/import.ts', ...args], {
    cwd: root,
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ...env },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

test('a dry run, the import and a second import end with 0 and say what they did', { timeout: SLOW }, async () => {
  const planned = await run([join(folder, 'core.json'), '--dry-run', '--json']);
  expect(planned, planned.err).toMatchObject({ code: 0 });
  expect(importReport.parse(JSON.parse(planned.out))).toMatchObject({ outcome: 'planned', revision: { before: 0, after: 0 } });
  const done = await run([join(folder, 'core.json')]);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Imported: 5 new') });
  const again = await run([join(folder, 'core.json'), '--json']);
  expect(importReport.parse(JSON.parse(again.out))).toMatchObject({ outcome: 'unchanged', revision: { before: 1, after: 1 } });
});
test('a file from a pipe is imported into the dataset asked for', { timeout: SLOW }, async () => {
  const { dataset: _, ...headless } = demoFile();
  const piped = await run(['-', '--dataset', 'demo', '--json'], JSON.stringify(headless));
  expect(importReport.parse(JSON.parse(piped.out))).toMatchObject({ outcome: 'done', datasets: ['demo'] });
});
test('a table is imported by the mapping that was proposed for it, and a folder with our CSV set by itself', { timeout: 2 * SLOW }, async () => {
  const at = join(folder, 'tables');
  mkdirSync(at);
  writeFileSync(join(at, 'netz.csv'), 'Von;Beziehung;An\nAda;kennt;Bert\n;kennt;Bert\n');
  const refused = await run([join(at, 'netz.csv')]);
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('no mapping says what they mean')]);
  const proposed = await run([at, '--propose-mapping']);
  expect(JSON.parse(proposed.out)).toMatchObject({
    format: 'attest-mapping/1',
    tables: [{ subject: 'Von', object: 'An', predicate: { column: 'Beziehung' } }],
  });
  const mapping = join(folder, 'mapping.json');
  writeFileSync(mapping, proposed.out);
  const done = await run([at, '--mapping', mapping]);
  expect([done.code, done.out]).toEqual([0, expect.stringContaining('netz.csv (table): 2 read = 1 created')]);
  expect(done.out).toContain('rejected 1: it has no subject (line 3); fill the column “Von”, or map another one');
  const wrong = await run([at, '--mapping', join(at, 'netz.csv')]);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('is no JSON')]);
  const set = join(folder, 'set');
  mkdirSync(set);
  for (const { name, text } of writtenFiles(csvSet, wholeInput(curatedCase('demonstration')))) writeFileSync(join(set, name), text);
  // The vocabulary of the demonstration is not here: what needs it stays out.
  const planned = await run([set, '--dry-run', '--partial', '--json']);
  const report = importReport.parse(JSON.parse(planned.out));
  expect(report).toMatchObject({ outcome: 'planned', files: 4, datasets: ['demonstration'], converted: [{ format: 'csv-set' }] });
  expect(report.converted?.[0]?.created).toBeGreaterThan(30);
});
test('a refused file ends with 1 and names the place', { timeout: SLOW }, async () => {
  const refused = await run([join(folder, 'broken.json')]);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('broken.json:2:41 a comma before the closing bracket is not JSON');
});
test('a folder with an index of paragraphs and without their texts is imported, and one report is printed', { timeout: SLOW }, async () => {
  const beside = join(folder, 'without-texts');
  mkdirSync(beside);
  writeFileSync(join(beside, 'core.json'), JSON.stringify(coreFile()));
  cpSync(join(root, 'fixtures/cases/iran-plots/paragraphs.csv'), join(beside, 'paragraphs.csv'));
  const done = await run([beside, '--json']);
  expect(done, done.err).toMatchObject({ code: 0 });
  expect(importReport.parse(JSON.parse(done.out))).toMatchObject({ outcome: 'unchanged' });
});
test('a part of a file is imported on request: what is at fault is named and stays out; not with a prune', { timeout: SLOW }, async () => {
  const file = { format: 'attest/1', dataset: { id: 'part' }, voices: [{ id: 'one', name: 'One', stake: 'none' }, { id: 'two' }] };
  writeFileSync(join(folder, 'part.json'), JSON.stringify(file));
  expect((await run([join(folder, 'part.json')])).code).toBe(1);
  const part = await run([join(folder, 'part.json'), '--partial']);
  expect(part, part.err).toMatchObject({ code: 0, out: expect.stringContaining('1 record left out, as listed.') });
  expect(part.out).toMatch(/part\.json:1:\d+ left out: .* at \/voices\/1/);
  const pruned = await run([join(folder, 'part.json'), '--partial', '--prune']);
  expect(pruned).toMatchObject({ code: 2, err: expect.stringContaining('--partial cannot go with --prune') });
});
test('a dataset that is no id ends with 2, says why, and nothing is written', { timeout: SLOW }, async () => {
  for (const id of ['BAD ID é"', 'unknown', '']) {
    const { code, out, err } = await run([join(folder, 'core.json'), '--dataset', id]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(JSON.stringify(id));
  }
});
test('a failure at the write gives a report too: another import is being staged', { timeout: SLOW }, async () => {
  const db = await freshDatabase();
  const at = new Date().toISOString();
  await db.write('ledger', (tx) =>
    tx.run(
      "CREATE (:_Import {id: 'd', digest: 'd', state: 'staging', batchesDone: toInteger(1), changeSet: 'c-1', datasets: ['large'], at: $at, touched: $at})",
      { at },
    ),
  );
  try {
    const { code, out, err } = await run([join(folder, 'core.json'), '--json']);
    expect(code, err).toBe(2);
    expect(importReport.parse(JSON.parse(out))).toMatchObject({
      outcome: 'failed',
      datasets: ['core'],
      files: 1,
      revision: { before: 0, after: 0 },
      problems: [{ code: 'conflict', message: expect.stringMatching(/"large".*c-1/) }],
    });
    expect(err).toContain('"large"');
  } finally {
    await freshDatabase().then((fresh) => fresh.close());
    await db.close();
  }
});
test('a command that cannot run ends with 2: no such file, no such option, no database', { timeout: SLOW }, async () => {
  const missing = await run([join(folder, 'nothing.json')]);
  expect(missing).toMatchObject({ code: 2, out: '', err: expect.stringContaining('nothing.json') });
  expect((await run(['--nonsense', join(folder, 'core.json')])).code).toBe(2);
  expect((await run([])).code).toBe(2);
  const down = await run([join(folder, 'core.json')], '', { NEO4J_URI: 'bolt://127.0.0.1:1' });
  expect(down.code).toBe(2);
});
