/** The deadline of a unit of work and the signal of its caller, as one promise to race against. */
import { AppError } from '../domain/model/errors.ts';
import { timedOut } from './error-mapping.ts';

/** A promise that rejects at the deadline (which `renew` postpones) or when the signal fires. */
export function startBound(ms: number, signal: AbortSignal | undefined) {
  let broken = false;
  let timer: NodeJS.Timeout | undefined;
  let fail: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, reject) => (fail = reject));
  promise.catch(() => undefined);
  const breakWith = (error: unknown) => {
    broken = true;
    fail(error);
  };
  const start = () => (timer = setTimeout(() => breakWith(timedOut(ms)), ms));
  const aborted = () =>
    breakWith(signal?.reason instanceof AppError ? signal.reason : new AppError('timeout', 'The caller has gone.', {}, { cause: signal?.reason }));
  signal?.addEventListener('abort', aborted, { once: true });
  start();
  return {
    broken: promise,
    isBroken: () => broken,
    renew: () => {
      clearTimeout(timer);
      start();
    },
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
    },
  };
}
