/** Runs a command of the project to its end, while an application is running. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ROOT } from './run-app.ts';

export interface Ended {
  /** The exit code; -1 where a signal ended it. */
  status: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs the script at a path relative to the project. It does not block this process: a blocked process would not notice that the application closes idle
 * connections, and would send its next request on one of them.
 */
export async function runScript(script: string, args: string[], dataDir: string): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ATTEST_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((done, fail) => child.once('error', fail).once('close', (code) => done(code ?? -1)));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}
