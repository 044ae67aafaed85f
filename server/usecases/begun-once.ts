/** Work that takes longer than a request may: begun once, and whoever sends the same again hears what became of it. */
import { AppError } from '../domain/model/errors.ts';

export interface BegunOnce<R> {
  /**
   * What the work under this key comes to, begun by this call or an earlier one.
   * @throws AppError `timeout` with the seconds after which to send the same again, where it takes longer than a request may; else what the work throws
   */
  of(key: string, begin: () => Promise<R>): Promise<R>;
}

/** Milliseconds after which a request is told to ask again: less than its deadline. */
const ANSWER_MS = 6_000;
const RETRY_AFTER_S = 1;
/** Milliseconds that what became of it is kept for whoever asks again. */
const KEPT_MS = 120_000;

/**
 * @param told the message while it is under way
 * @param o `onForgotten` is called when what became of it is no longer kept
 */
export function begunOnce<R>(told: string, o: { answerMs?: number; keptMs?: number; onForgotten?: (result: R) => void } = {}): BegunOnce<R> {
  const begun = new Map<string, Promise<R>>();
  return {
    async of(key, begin) {
      let work = begun.get(key);
      if (!work) {
        work = begin();
        begun.set(key, work);
        const forget = (act: () => void) => void setTimeout(() => (begun.delete(key), act()), o.keptMs ?? KEPT_MS).unref();
        work.then(
          (result) => forget(() => o.onForgotten?.(result)),
          () => forget(() => undefined),
        );
      }
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        const error = () => new AppError('timeout', told, { retryAfter: RETRY_AFTER_S, remedy: 'send the same again' });
        timer = setTimeout(() => reject(error()), o.answerMs ?? ANSWER_MS);
      });
      return Promise.race([work, late]).finally(() => clearTimeout(timer));
    },
  };
}
