/** A lock on a folder: a file that names the holder. It counts only while the process of the holder lives. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identifyProcess, isStillRunning } from './process-identity.ts';

export interface LockRecord {
  pid: number;
  started: string;
  /** When the lock was taken, as an ISO instant. */
  since: string;
  [detail: string]: unknown;
}

export interface FolderLock {
  /** The record of the last holder, where it died without releasing the lock. */
  readonly leftBehind: LockRecord | undefined;
  /** Adds fields to the record in the file. */
  update(details: Readonly<Record<string, unknown>>): void;
  release(): void;
}

export class LockHeldError extends Error {
  readonly holder: LockRecord;
  constructor(path: string, holder: LockRecord) {
    super(`${path} is held by process ${holder.pid} since ${holder.since}`);
    this.name = 'LockHeldError';
    this.holder = holder;
  }
}

/** A file that cannot be read and is younger than this is being written. An older one was left by a process that died while writing it. */
const WRITING_MS = 3_000;

/** The record in a lock file, whether or not its holder lives; undefined where there is none or it cannot be read. */
export function readLock(path: string): LockRecord | undefined {
  try {
    const record: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof record !== 'object' || record === null) return undefined;
    const { pid, started, since } = record as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof started !== 'string' || typeof since !== 'string') return undefined;
    return { ...record, pid, started, since };
  } catch {
    return undefined;
  }
}

/** The record of a holder that lives, or undefined. */
export function liveHolder(path: string): LockRecord | undefined {
  const record = readLock(path);
  return record && isStillRunning(record) ? record : undefined;
}

function createOnce(path: string, record: LockRecord): boolean {
  try {
    writeFileSync(path, JSON.stringify(record, null, 2), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // On a full disk the file is made and stays empty: the next start would wait for whoever writes it.
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') rmSync(path, { force: true });
    throw error;
  }
}

/**
 * Moves the file of a dead holder away. Two processes may both have found the holder dead, and the second would move the new file of the first. So the moved
 * file is checked, and put back where its holder lives.
 */
function setAside(path: string): LockRecord | undefined {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return undefined;
  }
  const alive = liveHolder(aside);
  if (alive) {
    renameSync(aside, path);
    throw new LockHeldError(path, alive);
  }
  const record = readLock(aside);
  rmSync(aside, { force: true, recursive: true });
  return record;
}

function youngerThan(path: string, ms: number): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs < ms;
  } catch {
    return false;
  }
}

/**
 * Takes the lock. A file left by a dead process is taken over, also where another process has its id now.
 * @throws LockHeldError that names the holder
 */
export function takeLock(path: string, details: Readonly<Record<string, unknown>> = {}): FolderLock {
  const me = identifyProcess(process.pid);
  if (!me) throw new Error('This system does not tell the start time of a process: set NEO4J_URI to use a Neo4j of your own.');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let record: LockRecord = { pid: me.pid, started: me.started, since: new Date().toISOString(), ...details };
  let leftBehind: LockRecord | undefined;
  for (let tries = 0; !createOnce(path, record); tries += 1) {
    const holder = liveHolder(path);
    if (holder) throw new LockHeldError(path, holder);
    if (tries > 50) throw new Error(`The lock file ${path} cannot be taken: remove it when no Attest is running.`);
    if (readLock(path) === undefined && youngerThan(path, WRITING_MS)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      continue;
    }
    leftBehind = setAside(path) ?? leftBehind;
  }
  const mine = (): boolean => {
    const now = readLock(path);
    return now?.pid === record.pid && now.started === record.started;
  };
  return {
    leftBehind,
    update(more) {
      if (!mine()) return;
      record = { ...record, ...more };
      const next = `${path}.${process.pid}.next`;
      try {
        writeFileSync(next, JSON.stringify(record, null, 2), { mode: 0o600 });
        renameSync(next, path);
      } catch (error) {
        // On a full disk an empty file is left, and the record before it still stands.
        rmSync(next, { force: true });
        throw error;
      }
    },
    release() {
      if (mine()) rmSync(path, { force: true });
    },
  };
}
