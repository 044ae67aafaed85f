/** `npm run trace` on genuine Neo4j over the shipped cases: linked, not linked, names that mean several, every kind of fault, dates, and Ctrl-C. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { connectDatabase } from '../../server/store/connect.ts';
import { importFiles } from '../../server/usecases/importing/import-files.ts';
import { tracePaths } from '../../server/usecases/tracing/trace-paths.ts';
import { listFiles } from '../lib/collect-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SLOW = 120_000;

beforeAll(async () => {
  const db = await freshDatabase();
  const names = await listFiles(['vocabulary', 'cases/iran-plots', 'cases/demonstration'].map((folder) => join(root, 'fixtures', folder)));
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

function start(env: Record<string, string>, ...args: string[]) {
  const { uri, user, password } = testNeo4j();
  return spawn(process.execPath, ['--import', '@oxc-node/core/register', join(root, 'scripts/trace.ts'), ...args], {
    cwd: root,
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ...env },
  });
}
async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = start({}, ...args);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

test('two names are traced: the paths as prose, each with its footnotes and its weakest hop, and what was searched', { timeout: SLOW }, async () => {
  const { code, out, err } = await run('--from', 'Rafat Amirov', '--to', 'iran');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^(?:The first 10 of )?\d+ paths:$/m);
  expect(out).toMatch(/\(the weakest hop\)/);
  expect(out).toMatch(/^ {2}The weakest hop is number \d+, /m);
  expect(out).toContain('What was searched:\n  Searched paths from Rafat Amirov to Iran');
  expect(out).toContain('How far the records go:\n  As told up to');
  // Every number in a sentence of a path has its footnote below that path.
  const paths = out.split(/^\d+\. /m).slice(1);
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) {
    const used = new Set([...path.matchAll(/(?<!^ {4})\[(\d+)\]/gm)].map(([, n]) => n));
    const noted = new Set([...path.matchAll(/^ {4}\[(\d+)\] /gm)].map(([, n]) => n));
    expect(used.size).toBeGreaterThan(0);
    expect([...used].filter((n) => !noted.has(n))).toEqual([]);
  }
});
test('with --json it is the answer of the API', { timeout: SLOW }, async () => {
  const { code, out } = await run('--from', 'jonas-verdan', '--to', 'Tarvonia', '--most', '2', '--order', 'hops', '--standing', 'alleged', '--json');
  expect(code).toBe(0);
  const db = connectDatabase(testNeo4j());
  try {
    const body = ROUTES.tracePaths.body.parse({
      from: { ids: ['jonas-verdan'] },
      to: { ids: ['tarvonia'] },
      switches: { most: 2, order: 'hops', standingAtLeast: 'alleged' },
    });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(ROUTES.tracePaths.response.parse(await tracePaths(db, { body })))));
  } finally {
    await db.close();
  }
});
test('a role is traced to a role, and switches and dates are stated in the answer', { timeout: SLOW }, async () => {
  const { code, out } = await run(
    '--from-role',
    'perpetrator',
    '--to-role',
    'sponsor',
    '--max-hops',
    '4',
    '--datasets',
    'demonstration',
    '--published',
    '2023',
    '--firm-only',
  );
  expect(code).toBe(0);
  for (const said of ['Paths have at most 4 hops.', 'Only claims of the dataset “demonstration” count as hops.', '2023']) expect(out).toContain(said);
});
test('what is struck is left out, and said to be', { timeout: SLOW }, async () => {
  const ends = ['--from', 'rafat-amirov', '--to', 'iran'];
  const without = await run(...ends, '--strike', 'voice:Pishtaz');
  expect(without.out).toContain('if Pishtaz had said nothing');
  const pathsOf = async (...more: string[]) => (JSON.parse((await run(...ends, '--json', ...more)).out) as { paths: unknown[] }).paths;
  expect(await pathsOf('--strike', 'voice:us-justice')).not.toEqual(await pathsOf());
  const nobody = await run(...ends, '--strike', 'voice:nobody');
  expect([nobody.code, nobody.out]).toEqual([2, '']);
  expect(nobody.err).toContain('There is no voice “nobody”');
  expect((await run(...ends, '--strike', 'Pishtaz')).err).toContain('Write voice:…, source:…, claim:… or dataset:…');
});

test('what is not linked ends with 1, what was searched, and what would link it', { timeout: SLOW }, async () => {
  const { code, out, err } = await run('--from', 'jonas-verdan', '--to', 'tarvonia', '--standing', 'convicted', '--max-hops', '2');
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('Not linked within what was searched.');
  expect(out).not.toMatch(/paths?:$/m);
});
test('must-pass and must-avoid take names too', { timeout: SLOW }, async () => {
  const through = await run('--from', 'jonas-verdan', '--to', 'tarvonia', '--must-pass', 'Quay Nine');
  expect(through.out).toContain('Every path passes Quay Nine.');
  const avoiding = await run('--from', 'jonas-verdan', '--to', 'tarvonia', '--must-avoid', 'Quay Nine');
  expect(avoiding.out).toContain('No path passes Quay Nine.');
});
test('a name of several is answered with who they are, and nobody is chosen', { timeout: SLOW }, async () => {
  const { code, out, err } = await run('--from', 'Anton Grell', '--to', 'tarvonia');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('--from: 2 entities are called "Anton Grell". Give --from the id of the one you mean.');
  expect(err).toMatch(/^ {2}anton-grell – Anton Grell, Person/m);
  expect(err).toMatch(/^ {2}anton-grell-innkeeper – Anton Grell, Person/m);
});
test('a name like somebody’s is nobody’s: whose it may be is listed', { timeout: SLOW }, async () => {
  const { code, err } = await run('--from', 'Jonas Verdn', '--to', 'tarvonia');
  expect([code, err]).toEqual([2, expect.stringContaining('--from: nobody has the id or the name "Jonas Verdn"; these have one like it')]);
  expect(err).toMatch(/^ {2}jonas-verdan – /m);
});
test.each([
  ['no end', ['--from', 'tarvonia'], 'say where paths end'],
  ['a role that is none', ['--from-role', 'boss', '--to', 'tarvonia'], '--from-role: '],
  ['too many hops', ['--from', 'tarvonia', '--to', 'quay-nine', '--max-hops', '9'], '--max-hops: '],
  ['a number that is none', ['--from', 'tarvonia', '--to', 'quay-nine', '--most', '1e2'], 'write a whole number'],
  ['a level that is none', ['--from', 'tarvonia', '--to', 'quay-nine', '--standing', 'sure'], '--standing: '],
  ['a date that is none', ['--from', 'tarvonia', '--to', 'quay-nine', '--published', 'soon'], 'soon'],
  ['firm dates without a date', ['--from', 'tarvonia', '--to', 'quay-nine', '--firm-only'], '--firm-only'],
  ['an id that is a word of the language', ['--from', 'constructor', '--to', 'tarvonia'], 'nobody has the id or the name "constructor"'],
  ['an end to be avoided', ['--from', 'tarvonia', '--to', 'quay-nine', '--must-avoid', 'tarvonia'], 'tarvonia'],
  ['a switch that is not there', ['--from', 'tarvonia', '--to', 'quay-nine', '--fast'], '--fast'],
])('%s ends with 2 and the reason', { timeout: SLOW }, async (_, args, said) => {
  const ended = await run(...args);
  expect([ended.code, ended.out]).toEqual([2, '']);
  expect(ended.err).toContain(said);
});
test('Ctrl-C ends it, also while the database does not answer', { timeout: SLOW }, async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const child = start({ NEO4J_URI: `bolt://127.0.0.1:${port}` }, '--from', 'tarvonia', '--to', 'quay-nine');
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = text(child.stderr);
  await once(silent, 'connection');
  child.kill('SIGINT');
  // npm passes it on once more.
  child.kill('SIGINT');
  const at = performance.now();
  expect([await ended, await said]).toEqual([130, 'Could not trace: Stopped before it was answered.\n']);
  expect(performance.now() - at).toBeLessThan(5_000);
  silent.close();
});
