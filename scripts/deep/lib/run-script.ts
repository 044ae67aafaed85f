/** Runs one of the project's commands to its end, beside a running application. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ROOT } from './run-app.ts';

export interface Ended {
  /** The exit code; -1 when a signal ended it. */
  status: number;
  stdout: string;
  stderr: string;
}

/**
 * `script` is a path from the project's folder. Never blocks this process: a blocked one does not see its idle connections
 * to the application being closed, and would send its next request into one of them.
 */
export async function runScript(script: string, args: string[], dataDir: string): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ATTEST_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((done, fail) => child.once('error', fail).once('close', (code) => done(code ?? -1)));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}
