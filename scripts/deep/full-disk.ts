/** A full disk and broken data folders: the server stays up and says so, reads go on, writes come back by themselves; what cannot be used is named. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEO4J_VERSION } from '../../server/local-neo4j/neo4j-version.ts';
import { findOrphans } from '../../server/local-neo4j/orphans.ts';
import { findMaven } from '../../server/local-neo4j/toolchain.mjs';
import { ask, until, whyOf, type Answer } from './lib/ask.ts';
import { seedOf, startReport } from './lib/report.ts';
import { ROOT, startApp, type RunningApp } from './lib/run-app.ts';
import { smallDisk, type SmallDisk } from './lib/small-disk.ts';

const NAME = 'full-disk';
const DISK_MB = 200;
/** Milliseconds in which a folder that cannot be used must be named. */
const NAMED_MS = 10_000;
/** Words of the database that no answer may hold. */
const RAW = /Neo\.|Exception|append transaction|TransactionStart|java\./;
const began = Date.now();
seedOf(NAME);
const report = startReport(NAME);
const LIB = join(ROOT, '.attest/neo4j-lib');

interface Problem {
  code?: string;
  detail?: string;
  limit?: { name: string; value: number };
}
const problemOf = (answer: Answer): Problem => answer.body as Problem;
const isFull = (answer: Answer): boolean => {
  const { code, detail = '' } = problemOf(answer);
  return answer.status === 507 && code === 'disk-full' && /disk is full: .*MB are free in .*needed.*Make space/.test(detail) && !RAW.test(detail);
};
const save = (app: RunningApp, name: string): Promise<Answer> =>
  ask(`${app.url}/api/saved-sets/${name}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name, ids: ['iran'] }) });
const upload = (app: RunningApp, text: string): Promise<Answer> => {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'application/json' }), 'file.json');
  return ask(`${app.url}/api/imports?wait=true`, { method: 'POST', body: form });
};
const small = (id: string): string =>
  JSON.stringify({ format: 'attest/1', dataset: { id, title: id }, entities: [{ id, type: 'Gang', names: [{ text: id, lang: 'en', kind: 'primary' }] }] });
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const neo4jOf = (dir: string) => findOrphans(join(dir, 'neo4j'), undefined);

async function readsAnswer(app: RunningApp): Promise<boolean> {
  const paths = ['/api/stats', '/api/entities/iran', '/api/entities?q=amirov', '/api/questions', '/api/sources'];
  const answers = await Promise.all(paths.map((path) => ask(`${app.url}${path}`)));
  return answers.every(({ status }) => status === 200);
}

async function onFullDisk(disk: SmallDisk): Promise<void> {
  // Throws outside of everything that catches, as a fault of ours would.
  const planted = `data:text/javascript,${encodeURIComponent("process.on('SIGWINCH',()=>{throw new Error('planted')})")}`;
  const app = await startApp(disk.dir, { NODE_OPTIONS: `--import=${planted}` });
  try {
    report.check('with space it is ready, and writes', (await save(app, 'before')).status === 200 && (await readsAnswer(app)));
    await report.part('the disk is filled', async () => {
      disk.fill();
      report.check('not a byte is left', disk.freeBytes() === 0, disk.freeBytes());
      const ready = await ask(`${app.url}/api/health/ready`);
      report.check(`readiness names it (${ready.ms} ms)`, isFull(ready), ready);
      const written = await save(app, 'while-full');
      report.check(`a write is answered "the disk is full" (${written.ms} ms)`, isFull(written), written);
      const imported = await upload(app, small('while-full'));
      report.check('an import is refused by the name of the limit', isFull(imported) && problemOf(imported).limit?.name === 'freeDiskBytes', imported);
      report.check('reads still answer', await readsAnswer(app));
      await pause(6_000);
      report.check('the log says it', /The disk is full: 0 MB are free in /.test(app.output()), app.output().slice(-500));
      report.check('reads still answer after a while', await readsAnswer(app));
      report.check('the process is live', (await ask(`${app.url}/api/health/live`)).status === 200 && app.process.exitCode === null);
    });
    await report.part('space comes back', async () => {
      disk.empty();
      const ms = await until(async () => (await save(app, 'after')).status === 200, 60_000);
      report.check(`a write works again without a restart (${ms} ms)`, ms >= 0 && app.process.exitCode === null);
      report.check('and it is ready', (await ask(`${app.url}/api/health/ready`)).status === 200);
    });
    await report.part('an import larger than what is free', async () => {
      disk.fill(100 * 1_048_576);
      const large = await upload(app, JSON.stringify({ format: 'attest/1', dataset: { id: 'large', title: 'x'.repeat(12 * 1_048_576) } }));
      report.check('is refused before anything is written', isFull(large) && problemOf(large).limit?.name === 'freeDiskBytes', large);
      report.check('a small one is taken', (await upload(app, small('fits'))).status === 200);
    });
    await report.part('Neo4j dies on the full disk', async () => {
      disk.fill();
      for (const { pid } of neo4jOf(disk.dir)) process.kill(pid, 'SIGKILL');
      const notStarted = (): number => app.output().match(/Neo4j is not started: the disk is full/g)?.length ?? 0;
      await until(async () => notStarted() > 0, 30_000);
      await pause(3_000);
      const ready = await ask(`${app.url}/api/health/ready`);
      report.check('the server stays up, and readiness names the disk', isFull(ready) && app.process.exitCode === null, ready);
      const written = await save(app, 'while-dead');
      report.check('a write too', isFull(written), written);
      report.check('the log says once that it is not started, and why', notStarted() === 1, app.output().slice(-1_500));
      disk.empty();
      const ms = await until(async () => (await save(app, 'after-death')).status === 200, 120_000, 250);
      report.check(`with space everything comes back by itself (${seconds(ms)})`, ms >= 0 && (await readsAnswer(app)));
      report.check('and what was written before is there', JSON.stringify((await ask(`${app.url}/api/saved-sets`)).body).includes('"after"'));
    });
    await report.part('an error that nothing catches', async () => {
      app.process.kill('SIGWINCH');
      const how = await app.ended;
      report.check('ends the server with a code that says so, and with its words', how === 1 && /planted/.test(app.output()), how);
      report.check('and no Neo4j is left behind', neo4jOf(disk.dir).length === 0);
    });
  } catch (error) {
    report.check('the run reached its end', false, `${whyOf(error)}\n      it printed: ${app.output().slice(-1_500)}`);
  } finally {
    await app.stop();
  }
}

/** Starts on a folder that cannot be used: it must end with 1, in time, with these words, and with nothing left running. */
async function refuses(what: string, dir: string, words: RegExp, withinMs = NAMED_MS, env: Record<string, string> = {}): Promise<void> {
  const started = Date.now();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, ATTEST_DATA: dir, ATTEST_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  const late = setTimeout(() => child.kill('SIGTERM'), 120_000);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearTimeout(late);
  const ms = Date.now() - started;
  report.check(`${what}: named, with the remedy, exit 1 (${seconds(ms)})`, code === 1 && words.test(printed) && ms <= withinMs, {
    code,
    ms,
    printed: printed.slice(-1_500),
  });
  report.check(`${what}: nothing is left running`, neo4jOf(dir).length === 0);
}

function overwrite(path: string, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0xa5), 0, bytes, 0);
  closeSync(file);
}

async function brokenFolders(disk: SmallDisk): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), 'attest-broken-'));
  try {
    writeFileSync(join(base, 'file'), 'x');
    await refuses('a data folder that is a file', join(base, 'file'), /file is a file, not a folder\. Name another folder/);
    disk.setReadOnly(true);
    await refuses('a read-only data folder', disk.dir, /cannot be written, because it is on a read-only disk\. Mount the disk for writing/);
    disk.setReadOnly(false);
    disk.fill();
    await refuses('a data folder on a full disk', disk.dir, /The disk is full: 0 MB are free in .*Make space on that disk and start again/);
    disk.empty();

    const store = join(disk.dir, 'neo4j');
    const good = join(base, 'good');
    cpSync(store, good, { recursive: true });
    for (const lock of ['instance.json', 'neo4j/supervisor.json']) writeFileSync(join(disk.dir, lock), '\u0000 no lock');
    const started = Date.now();
    const app = await startApp(disk.dir);
    const startMs = Date.now() - started;
    report.check(`lock files of rubbish: taken over, and it starts (${seconds(startMs)})`, (await readsAnswer(app)) && app.process.exitCode === null);
    await app.stop();
    report.check('and stopped in order it leaves nothing running', neo4jOf(disk.dir).length === 0);

    // A damaged store is found by Neo4j alone, after its own start: about as late as a good one would be ready.
    overwrite(join(store, 'data/databases/neo4j/neostore'), 8_192);
    await refuses(
      'a damaged store',
      disk.dir,
      /cannot be opened: its files are damaged.*Put .* back from a backup, or move it away/,
      Math.max(NAMED_MS, 1.5 * startMs),
    );
    rmSync(store, { recursive: true });
    cpSync(good, store, { recursive: true });
    overwrite(join(store, 'data/transactions/neo4j/neostore.transaction.db.0'), 4_096);
    await refuses(
      'a damaged transaction log',
      disk.dir,
      /cannot be opened: its files are damaged.*Put .* back from a backup/,
      Math.max(NAMED_MS, 1.5 * startMs),
    );

    const lib = join(base, 'data/neo4j-lib', NEO4J_VERSION);
    mkdirSync(lib, { recursive: true });
    for (const name of readdirSync(join(LIB, NEO4J_VERSION))) linkSync(join(LIB, NEO4J_VERSION, name), join(lib, name));
    const jar = readdirSync(lib).find((name) => name.startsWith('neo4j-kernel-5'))!;
    const size = readFileSync(join(lib, jar)).length;
    rmSync(join(lib, jar));
    writeFileSync(join(lib, jar), Buffer.alloc(size, 0xa5));
    // Maven without a network and without anything kept cannot bring them again.
    const maven = join(base, 'maven');
    mkdirSync(join(maven, 'bin'), { recursive: true });
    writeFileSync(join(maven, 'bin/mvn'), `#!/bin/sh\nunset MAVEN_HOME\nexec ${findMaven() ?? 'mvn'} -o "$@"\n`, { mode: 0o755 });
    const offline = { MAVEN_HOME: maven, MAVEN_OPTS: `-Dmaven.repo.local=${join(base, 'kept')}` };
    const named = /files of Neo4j in .* are damaged \(neo4j-kernel.* is no archive\)[^]*Maven could not bring Neo4j[^]*copy the folder neo4j-lib/;
    await refuses('damaged files of Neo4j, without a network', join(base, 'data'), named, NAMED_MS, offline);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const disk = smallDisk(DISK_MB);
  symlinkSync(LIB, join(disk.dir, 'neo4j-lib'));
  try {
    await onFullDisk(disk);
    await report.part('folders that cannot be used', () => brokenFolders(disk));
  } finally {
    disk.remove();
  }
  process.stdout.write(`  the whole run: ${seconds(Date.now() - began)}\n`);
  report.end();
}
await main();
