/** Asks again where the server has no turn for a request (429), after the time it names, and lists the requests that wait so. */
import { ApiError } from './api-error.ts';

/** Seconds: the longest wait for one more try, and the most that one request waits in all. */
export const WAIT_LIMITS = { onceS: 30, inAllS: 180 } as const;

/** When the requests that wait are asked again, in milliseconds since 1970 (UTC), earliest first; the same list until it changes. */
let list: readonly number[] = [];
const waits = new Set<{ until: number }>();
const listeners = new Set<() => void>();

function changed(): void {
  list = [...waits].map(({ until }) => until).toSorted((a, b) => a - b);
  for (const listener of listeners) listener();
}

export const waitingForTurn = {
  get: (): readonly number[] => list,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/**
 * Sends until the server takes the request.
 * @param signal ends the wait at once
 * @throws what `send` throws; the last refusal where the request waited for as long as `WAIT_LIMITS` allow; the reason of `signal`
 */
export async function inTurn<T>(send: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  let leftS: number = WAIT_LIMITS.inAllS;
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const refused = error instanceof ApiError && error.status === 429 ? error.retryAfter : undefined;
      if (refused === undefined || leftS <= 0) throw error;
      const seconds = Math.min(refused, WAIT_LIMITS.onceS, leftS);
      leftS -= Math.max(1, seconds);
      await wait(seconds * 1_000, signal);
    }
  }
}

async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const entry = { until: Date.now() + ms };
  waits.add(entry);
  changed();
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', leave);
        resolve();
      }, ms);
      const leave = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as unknown);
      };
      signal?.addEventListener('abort', leave, { once: true });
    });
  } finally {
    waits.delete(entry);
    changed();
  }
}
