/** Finishes a large change that was decided and then left alone, because the process that wrote it has ended: until then what it changes cannot be read. */
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { finishStaged, LEFT_ALONE_MS } from '../../store/staging/stage-changes.ts';

const LOOK_MS = 10_000;

/**
 * Looks every few seconds. What fails is tried again the next time.
 * @returns a function that ends it
 */
export function finishLeftAlone(db: Database, log: (line: string) => void): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const finished = await finishStaged(db, { leftAlone: LEFT_ALONE_MS });
      if (finished) log(`A large change that was cut short has been finished (revision ${finished.revision}).`);
    } catch (error) {
      // A database that does not answer is told elsewhere.
      if (!(error instanceof AppError && ['database-unavailable', 'timeout'].includes(error.code)))
        log(`A large change that was cut short could not be finished yet: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_MS).unref();
  return () => clearInterval(timer);
}
