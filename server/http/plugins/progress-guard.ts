/** Ends a stream that makes no progress for 10 s, however long the whole takes. */
import { AppError } from '../../domain/model/errors.ts';

/** Milliseconds without progress after which a stream is ended. */
export const STALL_MS = 10_000;

/**
 * Passes the items on.
 * @throws AppError `timeout` where none comes for `ms` milliseconds
 */
export async function* withProgress<T>(items: AsyncIterable<T>, ms: number = STALL_MS): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const stalled = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new AppError('timeout', `No progress for ${ms / 1000} s.`, { retryAfter: 5 })), ms);
      });
      const next = await Promise.race([iterator.next(), stalled]).finally(() => clearTimeout(timer));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited, because a stalled source may never answer.
    void iterator.return?.().catch(() => undefined);
  }
}

/** Reads what is still being sent, and keeps nothing. */
export async function readToEnd(sent: AsyncIterable<Buffer>, ms: number = STALL_MS): Promise<void> {
  for await (const _ of withProgress(sent, ms));
}
