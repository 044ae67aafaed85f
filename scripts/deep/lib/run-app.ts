/** Runs the real application on a temporary data folder in its own process, for tests that break it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
/** Beside other work the database alone may take minutes to start. */
const START_MS = 600_000;

/** A new data folder that shares the downloaded jars, so that they are not downloaded for each run. */
export function throwawayData(): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'attest-deep-'));
  const jars = join(ROOT, '.attest/neo4j-lib');
  mkdirSync(jars, { recursive: true });
  if (!existsSync(join(dir, 'neo4j-lib'))) symlinkSync(jars, join(dir, 'neo4j-lib'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

export interface RunningApp {
  /** Without a trailing slash. */
  url: string;
  process: ChildProcess;
  /** Everything it printed. */
  output(): string;
  /** Resolves with the exit code, or the name of the signal. */
  ended: Promise<number | string>;
  stop(): Promise<void>;
}

/** Starts `server/main.ts`. Resolves when it is ready, or with `readyAt: 'listening'` as soon as its port answers. */
export async function startApp(dataDir: string, env: Record<string, string> = {}): Promise<RunningApp> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, ATTEST_DATA: dataDir, ATTEST_PORT: '0', ATTEST_RATE: '10000000', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | string>((done) => child.once('exit', (code, signal) => done(code ?? signal ?? 'gone')));
  const url = await new Promise<string>((done, fail) => {
    const late = setTimeout(() => fail(new Error(`not ready after ${START_MS / 1000} s:\n${printed}`)), START_MS);
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const found = /Attest is (?:ready|already running[^:]*): (http:\S+?)\/?\s/.exec(printed);
      if (found?.[1]) {
        clearTimeout(late);
        done(found[1]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((how) => {
      clearTimeout(late);
      fail(new Error(`ended (${how}) before it was ready:\n${printed}`));
    });
  });
  return {
    url,
    process: child,
    output: () => printed,
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
