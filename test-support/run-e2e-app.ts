/** Runs the application for the browser tests on a temporary data folder until SIGTERM, then deletes the folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClient } from '../scripts/lib/build-client.mjs';
import { endProcess } from '../server/local-neo4j/neo4j-process.ts';
import { findOrphans } from '../server/local-neo4j/orphans.ts';
import { removeDataDir, throwawayDataDir } from './throwaway-data.ts';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

await buildClient(ROOT);
const dataDir = await throwawayDataDir(say);
const app = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'server/main.ts'], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ATTEST_DATA: dataDir, ATTEST_PORT: '0', ATTEST_CHECK_ANSWERS: 'true', CI: 'true' },
});

let ending = false;
/** The data is temporary, so nothing is stopped in order. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  if (app.exitCode === null && app.signalCode === null) {
    app.kill('SIGKILL');
    await once(app, 'exit');
  }
  for (const server of findOrphans(join(dataDir, 'neo4j'), undefined)) await endProcess(server, 0);
  removeDataDir(dataDir);
  process.exit(code);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0));
app.once('exit', (code) => void end(code ?? 1));
