/** `npm run backup` and `npm run restore` on a command line: exit codes, what they print, and that one brings back what the other kept. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../test-support/fresh-database.ts';
import { testNeo4j } from '../test-support/test-neo4j.ts';
import { connectDatabase } from '../server/store/connect.ts';
import { digestOf } from '../server/store/copying/write-copy.ts';
import { demoDatabase } from '../server/usecases/testing/edit-demo.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'attest-backup-command-'));
const kept = join(folder, 'kept.jsonl.gz');
const SLOW = 240_000;
let digest: string;

beforeAll(async () => {
  const db = await demoDatabase();
  digest = await digestOf(db);
  await db.close();
}, SLOW);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(script: 'backup' | 'restore', ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { uri, user, password } = testNeo4j();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', `scripts/${script}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ATTEST_DATA: join(folder, 'data') },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
const digestNow = async () => {
  const db = connectDatabase(testNeo4j());
  return digestOf(db).finally(() => db.close());
};

test('a backup is written where it is said, or among those of the data folder, and told with its digest', { timeout: SLOW }, async () => {
  const named = await run('backup', kept);
  expect(named, named.err).toMatchObject({ code: 0, out: expect.stringContaining('kept.jsonl.gz: revision 1, ') });
  expect(named.out).toContain(`digest ${digest}`);
  const unnamed = await run('backup');
  expect(unnamed, unnamed.err).toMatchObject({ code: 0, out: expect.stringMatching(/attest-.*-r1-asked\.jsonl\.gz: revision 1/) });
  expect(readdirSync(join(folder, 'data/backups'))).toHaveLength(1);
});
test('a restore over something, of a changed file, or of a newer version is refused with 1 and writes nothing', { timeout: SLOW }, async () => {
  const over = await run('restore', kept);
  expect(over).toMatchObject({ code: 1, out: '', err: expect.stringContaining('ATTEST_DATA') });
  expect(await digestNow()).toBe(digest);
  const lines = gunzipSync(readFileSync(kept)).toString('utf8').trimEnd().split('\n');
  const put = (name: string, some: readonly string[]) => {
    writeFileSync(join(folder, name), gzipSync(`${some.join('\n')}\n`));
    return join(folder, name);
  };
  await (await freshDatabase()).close();
  const empty = await digestNow();
  const changed = put(
    'changed.jsonl.gz',
    lines.map((line, i) => (i === 5 ? line.replace(/"properties":\{/, '"properties":{"more":"x",') : line)),
  );
  const newer = put(
    'newer.jsonl.gz',
    lines.map((line, i) => (i === 0 ? line.replace(/("migrations":\[)/, '$1{"id":"V999","file":"V999__later.cypher","checksum":"x"},') : line)),
  );
  expect(await run('restore', changed)).toMatchObject({ code: 1, err: expect.stringContaining('its digest is another') });
  expect(await run('restore', newer)).toMatchObject({ code: 1, err: expect.stringContaining('V999__later.cypher') });
  const nowhere = await run('restore', join(folder, 'nowhere.jsonl.gz'));
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('There is no file') });
  expect(await digestNow()).toBe(empty);
});
test('a restore into an empty database brings back what was kept, to the digest', { timeout: SLOW }, async () => {
  const done = await run('restore', kept);
  expect(done, done.err).toMatchObject({ code: 0, out: expect.stringContaining(`digest ${digest} compared`) });
  expect(await digestNow()).toBe(digest);
});
