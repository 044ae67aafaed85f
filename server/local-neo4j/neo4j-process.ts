/** One run of the server as a process: spawned apart from our own process group, ended by SIGTERM, then SIGKILL. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { identifyProcess, isStillRunning } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

export interface Neo4jProcess {
  identity: ProcessIdentity;
  /** Settles once, when the process is gone, with how: "exit 1", "SIGKILL". */
  ended: Promise<string>;
  /** From now on our own process goes on until the server is gone. Before, it does not wait: a server never keeps us from ending. */
  attend(): void;
}

/** SIGTERM is answered in 11 to 19 s; past this the process is killed (the store recovers at its next start). */
export const STOP_GRACE_MS = 30_000;
const POLL_MS = 100;

/**
 * Spawns the server. Its own process group, so that Ctrl-C in the terminal reaches us alone and we stop it in order;
 * its output in a file, so that it can go on when we are killed and its last words are kept.
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
  return { identity: identity ?? { pid: child.pid ?? 0, started: 'never', command: [java, ...args] }, ended, attend: () => child.ref() };
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
 * Ends exactly this process (never another that got its number). Resolves when it is gone.
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
