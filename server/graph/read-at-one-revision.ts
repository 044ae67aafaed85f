/** One answer, one revision: reads are committed statement by statement, so what was read while somebody wrote is read again. */
import { AppError, type ErrorCode } from '../domain/model/errors.ts';
import type { Database, Tx, UnitOptions } from '../store/connect.ts';
import { currentRevision } from '../store/statements/recording/change-sets.ts';

/**
 * Reads without the lock before it is taken. The lock is not given in turn: where imports follow each other, who waits for it with others can wait for
 * seconds, and a further try without it is answered sooner.
 */
const FREE_TRIES = 4;

/** Codes of what we ourselves conclude from rows. */
const OURS: ReadonlySet<ErrorCode> = new Set(['not-found', 'invalid', 'refused', 'limit', 'internal']);

/**
 * Runs `read` until the revision was the same before and after it; the last time under the lock of writers, where it cannot move.
 * @param read gets the revision every statement of it is to be asked at; what is being staged above it stays unseen
 */
export async function readAtOneRevision<R>(
  db: Database,
  read: (tx: Tx, revision: number) => Promise<R>,
  o: UnitOptions = {},
): Promise<{ answer: R; revision: number }> {
  const once = async (tx: Tx): Promise<{ answer: R; revision: number } | undefined> => {
    const revision = await currentRevision(tx);
    const answer = await settled(read(tx, revision));
    if ((await currentRevision(tx)) !== revision) return undefined;
    // A failure counts only where nothing moved: half of a change may look like a fault of the records.
    if ('error' in answer) throw answer.error;
    return { answer: answer.value, revision };
  };
  for (let tries = 0; tries < FREE_TRIES; tries += 1) {
    const found = await db.read(once, o);
    if (found) return found;
  }
  const found = await db.readLocked(once, o);
  if (found) return found;
  throw new AppError('internal', 'The revision moved under the lock of writers.');
}

async function settled<R>(work: Promise<R>): Promise<{ value: R } | { error: unknown }> {
  try {
    return { value: await work };
  } catch (error) {
    // Only what we ourselves conclude from rows, or stumble over in them, may come from two revisions; a failed statement has ended the transaction.
    const isOurs = error instanceof AppError ? OURS.has(error.code) : error instanceof TypeError || error instanceof SyntaxError;
    if (isOurs) return { error };
    throw error;
  }
}
