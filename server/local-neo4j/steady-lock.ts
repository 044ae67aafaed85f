/** A lock whose record is written when it can be: on a full or read-only disk the holder goes on, says so once, and tries again. */
import type { FolderLock } from './folder-lock.ts';

/** Milliseconds between two tries. */
const RETRY_MS = 10_000;

/** `update` and `release` never throw. Fields that could not be written are written with the next ones, or when a try succeeds. */
export function steadyLock(lock: FolderLock, log: (line: string) => void, retryMs: number = RETRY_MS): FolderLock {
  let waiting: Record<string, unknown> = {};
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    try {
      lock.update(waiting);
      if (failing) log('The lock file of the data folder is written again.');
      failing = false;
      waiting = {};
    } catch (error) {
      if (!failing)
        log(`The lock file of the data folder cannot be written (${(error as Error).message}). Attest goes on, and tries again every ${retryMs / 1000} s.`);
      failing = true;
      timer = setTimeout(write, retryMs).unref();
    }
  };
  let failing = false;
  return {
    leftBehind: lock.leftBehind,
    update(details) {
      waiting = { ...waiting, ...details };
      write();
    },
    release() {
      clearTimeout(timer);
      try {
        lock.release();
      } catch (error) {
        log(`The lock file of the data folder could not be removed (${(error as Error).message}). The next start takes it over.`);
      }
    },
  };
}
