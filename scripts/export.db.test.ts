/** `npm run export` on genuine Neo4j: every format of the registry, the gate, paths, dates, exit codes, and never over a file that is there. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../test-support/fresh-database.ts';
import { testNeo4j } from '../test-support/test-neo4j.ts';
import { readExport } from '../server/exchange/bundle/read-export.ts';
import { EXPORTERS } from '../server/exchange/index.ts';
import { importFiles } from '../server/usecases/importing/import-files.ts';
import { listFiles } from './lib/collect-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'attest-export-'));
const SLOW = 600_000;
const PATH = ['--from', 'jonas-verdan', '--to', 'tarvonia'];

beforeAll(async () => {
  const db = await freshDatabase();
  const names = await listFiles([join(root, 'fixtures/vocabulary'), join(root, 'fixtures/cases/demonstration')]);
  const report = await importFiles(db, {
    files: names.map((name) => ({ name, bytes: readFileSync(name) })),
    dryRun: false,
    prune: false,
    overwrite: false,
    who: 'test',
  });
  expect(report.outcome).toBe('done');
  await db.close();
}, SLOW);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { uri, user, password } = testNeo4j();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', join(root, 'scripts/export.ts'), ...args], {
    cwd: root,
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
const manifestOf = async (path: string) => {
  const { manifest, faults } = await readExport(readFileSync(path));
  expect(faults).toEqual([]);
  return manifest;
};

test('every format of the registry is written whole, with what it has no place for', { timeout: SLOW }, async () => {
  for (const format of Object.keys(EXPORTERS)) {
    const out = join(folder, `all-${format}`);
    const done = await run('--format', format, '--case', 'demonstration', '--override', 'a test', '--out', out);
    expect([format, done.code, done.out], done.err).toEqual([format, 0, `${out}\n`]);
    const { counts, losses } = await manifestOf(out);
    expect(counts.claims).toBeGreaterThan(20);
    for (const { what, count } of losses.filter(({ count: n }) => n > 0)) expect(done.err).toContain(`no place for ${count} ${what}`);
  }
});
test('a file that is there is written over only when that is asked for, and nothing half written is left', { timeout: SLOW }, async () => {
  const out = join(folder, 'mine.md');
  writeFileSync(out, 'mine');
  const refused = await run('--format', 'own-json', '--case', 'demonstration', '--override', 'a test', '--out', out);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('is there already')]);
  expect(readFileSync(out, 'utf8')).toBe('mine');
  const forced = await run('--format', 'own-json', '--case', 'demonstration', '--override', 'a test', '--out', out, '--force');
  expect([forced.code, (await manifestOf(out)).exported]).toEqual([0, 'own-json']);
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
});
test('what the gate refuses is listed, and stops the export unless it is left out', { timeout: SLOW }, async () => {
  const out = join(folder, 'gated.zip');
  const stopped = await run('--format', 'graphml', '--case', 'demonstration', '--out', out);
  expect([stopped.code, existsSync(out)]).toEqual([1, false]);
  expect(stopped.err).toMatch(/The publication gate refuses \d+:\n {2}.+: .+\. .+\./);
  const left = await run('--format', 'graphml', '--case', 'demonstration', '--leave-out', '--out', out);
  expect([left.code, (await manifestOf(out)).counts.claims > 10], left.err).toEqual([0, true]);
  const checked = await run('--format', 'graphml', '--case', 'demonstration', '--check');
  expect([checked.code, checked.err]).toEqual([1, expect.stringContaining('would be left')]);
});
test('the best paths between two are told, at the dates that are asked for', { timeout: SLOW }, async () => {
  const out = join(folder, 'paths.zip');
  const best = await run('--format', 'markdown-dossier', ...PATH, '--paths', '1', '--override', 'a test', '--out', out);
  expect(best.code, best.err).toBe(0);
  expect((await manifestOf(out)).query.paths).toHaveLength(1);
  const early = await run('--format', 'markdown-dossier', ...PATH, '--published', '1990', '--override', 'a test', '--out', join(folder, 'early.zip'));
  expect(early.code, early.err).toBe(0);
  expect((await manifestOf(join(folder, 'early.zip'))).query.paths).toEqual([]);
});
test.each([
  ['no format', ['--case', 'demonstration'], 2, '--format'],
  ['an unknown format', ['--format', 'pdf', '--case', 'demonstration'], 2, 'Allowed choices'],
  ['nothing to export', ['--format', 'gexf'], 2, 'say what to export'],
  ['one end of paths', ['--format', 'gexf', '--from', 'a'], 2, 'go together'],
  ['two answers to the gate', ['--format', 'gexf', '--case', 'a', '--leave-out', '--override', 'b'], 2, 'exclude each other'],
  ['a date that is none', ['--format', 'gexf', '--case', 'demonstration', '--published', 'soon'], 1, 'soon'],
  ['a case that is not there', ['--format', 'gexf', '--case', 'nowhere'], 1, 'nowhere'],
  ['an entity that is not there', ['--format', 'gexf', '--entity', 'nobody'], 1, 'nobody'],
])('%s ends with the reason', { timeout: SLOW }, async (_, args, code, said) => {
  const ended = await run(...args);
  expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(said)]);
  expect(ended.out).toBe('');
});
