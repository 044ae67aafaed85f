/** Removes the stored views that nothing has opened for `storedViewDays`. */
import { randomUUID } from 'node:crypto';
import { API_LIMITS } from '../../contract/parts.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database, UnitOptions } from '../../store/connect.ts';
import { expireViewStates } from '../../store/statements/questions-and-sets.ts';

const DAY_MS = 86_400_000;
/** Views removed at once, so that no writer waits for long; the rest is removed the next day. */
const AT_ONCE = 1_000;

/** Returns how many it removed. */
export async function expireViews(db: Database, now: Date = new Date(), o?: UnitOptions): Promise<number> {
  const before = new Date(now.getTime() - API_LIMITS.storedViewDays * DAY_MS).toISOString();
  const { result } = await db.write(randomUUID(), (tx) => expireViewStates.run(tx, { before, limit: AT_ONCE }), o);
  return result?.[0]?.deleted ?? 0;
}

/**
 * Removes them now, and then every day. What fails is said, and tried again the next day.
 * @returns a function that ends it
 */
export function expireViewsDaily(db: Database, log: (line: string) => void): () => void {
  const ending = new AbortController();
  const expire = async (): Promise<void> => {
    try {
      const removed = await expireViews(db, new Date(), { signal: ending.signal });
      if (removed > 0) log(`Removed stored views that nothing had opened for ${API_LIMITS.storedViewDays} days: ${removed}.`);
    } catch (error) {
      if (ending.signal.aborted) return;
      log(`Stored views that nothing opened could not be removed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  void expire();
  const timer = setInterval(() => void expire(), DAY_MS).unref();
  return () => {
    ending.abort(new AppError('timeout', 'The server stops.'));
    clearInterval(timer);
  };
}
