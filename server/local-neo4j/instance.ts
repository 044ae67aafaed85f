/** The file that says which Attest serves a data folder, and at which address. A second Attest reads it and does not start. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../domain/model/errors.ts';
import { liveHolder, LockHeldError, takeLock } from './folder-lock.ts';
import { steadyLock } from './steady-lock.ts';

export interface RunningInstance {
  pid: number;
  /** When it started, as an ISO instant. */
  since: string;
  /** Absent while it is starting. */
  url: string | undefined;
}

export interface Instance {
  /** A new id for each start. It is in the file and in the answers of the application, so that a caller can tell that the two belong together. */
  id: string;
  /** Writes the address into the file once the application answers there. */
  announce(url: string): void;
  release(): void;
}

const fileOf = (dataDir: string): string => join(dataDir, 'instance.json');

/** The Attest that serves this data folder now. Its process is checked to be alive and the same one. */
export function readInstance(dataDir: string): RunningInstance | undefined {
  const holder = liveHolder(fileOf(dataDir));
  if (!holder) return undefined;
  return { pid: holder.pid, since: holder.since, url: typeof holder.url === 'string' ? holder.url : undefined };
}

/**
 * Makes this process the one that serves the data folder.
 * @throws AppError `conflict` with details {pid, url} where another process does
 */
export function claimInstance(dataDir: string, log: (line: string) => void = () => undefined): Instance {
  try {
    const id = randomUUID();
    const lock = steadyLock(takeLock(fileOf(dataDir), { instance: id }), log);
    return { id, announce: (url) => lock.update({ url }), release: () => lock.release() };
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    const { pid, url } = error.holder;
    const where = typeof url === 'string' ? `at ${url}` : '(still starting)';
    throw new AppError('conflict', `Attest is already running on this data ${where}, process ${pid}.`, { pid, url });
  }
}
