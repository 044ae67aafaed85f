/** One run of the server as a process in its own process group; it is stopped by SIGTERM, then SIGKILL. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { identifyProcess, isStillRunning } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

export interface Neo4jProcess {
  identity: ProcessIdentity;
  /** Resolves once, when the process has ended, with how: "exit 1", "SIGKILL". */
  ended: Promise<string>;
  /** Keeps this process running until the server has ended. Without this call it does not wait for the server. */
  keepAlive(): void;
}

/** The server takes 11 to 19 s to stop after SIGTERM. After this time it is killed; the store then recovers at its next start. */
export const STOP_GRACE_MS = 30_000;
const POLL_MS = 100;

/**
 * Starts the server. It gets its own process group, so that Ctrl-C reaches only this process, which then stops the server in order. Its output goes to a file,
 * so that it can keep running where this process is killed, and its last lines are kept.
 */
export function spawnNeo4j(java: string, args: readonly string[], home: string, consoleFile: string): Neo4jProcess {
  const output = openSync(consoleFile, 'w', 0o600);
  const child = spawn(java, args, { cwd: home, detached: true, stdio: ['ignore', output, output], env: { LANG: 'C.UTF-8' } });
  closeSync(output);
  const ended = new Promise<string>((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(signal ?? `exit ${code}`));
  });
  child.unref();
  const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
  return { identity: identity ?? { pid: child.pid ?? 0, started: 'never', command: [java, ...args] }, ended, keepAlive: () => child.ref() };
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function goneWithin(target: ProcessIdentity, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (isStillRunning(target)) {
    if (Date.now() > until) return false;
    await new Promise((settle) => setTimeout(settle, POLL_MS));
  }
  return true;
}

/**
 * Ends exactly this process, and never another that got its id later. Resolves when it has ended.
 * @returns whether it had to be killed
 */
export async function endProcess(target: ProcessIdentity, graceMs: number = STOP_GRACE_MS): Promise<'gone' | 'stopped' | 'killed'> {
  if (!isStillRunning(target)) return 'gone';
  signal(target.pid, 'SIGTERM');
  if (await goneWithin(target, graceMs)) return 'stopped';
  signal(target.pid, 'SIGKILL');
  if (!(await goneWithin(target, 10_000))) throw new Error(`Process ${target.pid} does not end, not even by SIGKILL.`);
  return 'killed';
}
