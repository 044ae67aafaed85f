/** Work that takes longer than a request may: begun once, and whoever sends the same again hears what became of it. */
import { AppError } from '../domain/model/errors.ts';

export interface BegunOnce<R> {
  /**
   * What the work under this key comes to, begun by this call or an earlier one.
   * @param begin gets a signal that is aborted where nobody asks for the work any longer, if it is to end then
   * @param caller aborted where this caller has gone
   * @throws AppError `timeout` with the seconds after which to send the same again, where it takes longer than a request may; else what the work throws
   */
  of(key: string, begin: (signal: AbortSignal) => Promise<R>, caller?: AbortSignal): Promise<R>;
}
interface Begun<R> {
  result: Promise<R>;
  ending: AbortController;
  isOver: boolean;
  waiting: number;
  /** Until when somebody who was told to send the same again is waited for, in milliseconds since 1970. */
  awaitedUntil: number;
}

/** Milliseconds after which a request is told to ask again: less than its deadline. */
const ANSWER_MS = 6_000;
const RETRY_AFTER_S = 1;
/** Milliseconds that what became of it is kept for whoever asks again, and that somebody who was told to is waited for. */
const KEPT_MS = 120_000;

/**
 * @param told the message while it is under way
 * @param o `onForgotten` is called when what became of it is no longer kept; with `endsUnasked` work ends where everybody who asked for it has gone
 */
export function begunOnce<R>(
  told: string,
  o: { answerMs?: number; keptMs?: number; onForgotten?: (result: R) => void; endsUnasked?: boolean } = {},
): BegunOnce<R> {
  const keptMs = o.keptMs ?? KEPT_MS;
  const begun = new Map<string, Begun<R>>();
  const forget = (key: string, work: Begun<R>) => {
    if (begun.get(key) === work) begun.delete(key);
  };

  const start = (key: string, begin: (signal: AbortSignal) => Promise<R>): Begun<R> => {
    const ending = new AbortController();
    const work: Begun<R> = { result: begin(ending.signal), ending, isOver: false, waiting: 0, awaitedUntil: 0 };
    begun.set(key, work);
    const over = (act: () => void) => {
      work.isOver = true;
      setTimeout(() => (forget(key, work), act()), keptMs).unref();
    };
    work.result.then(
      (result) => over(() => o.onForgotten?.(result)),
      () => over(() => undefined),
    );
    return work;
  };

  const endIfUnasked = (key: string, work: Begun<R>): void => {
    if (!o.endsUnasked || work.isOver || work.waiting > 0) return;
    const left = work.awaitedUntil - Date.now();
    if (left > 0) return void setTimeout(() => endIfUnasked(key, work), left).unref();
    forget(key, work);
    work.ending.abort(new AppError('timeout', 'Nobody asks for this any longer.'));
  };

  return {
    async of(key, begin, caller) {
      caller?.throwIfAborted();
      const work = begun.get(key) ?? start(key, begin);
      work.waiting += 1;
      const left = new AbortController();
      const unanswered = new Promise<never>((_, reject) => {
        const late = setTimeout(() => {
          work.awaitedUntil = Date.now() + keptMs;
          reject(new AppError('timeout', told, { retryAfter: RETRY_AFTER_S, remedy: 'send the same again' }));
        }, o.answerMs ?? ANSWER_MS);
        left.signal.addEventListener('abort', () => clearTimeout(late));
        caller?.addEventListener('abort', () => reject(caller.reason as Error), { signal: left.signal });
      });
      return Promise.race([work.result, unanswered]).finally(() => {
        left.abort();
        work.waiting -= 1;
        endIfUnasked(key, work);
      });
    },
  };
}
