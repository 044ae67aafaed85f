/** Sends again what takes longer than a request may, until it is answered. */
import { ApiError } from './api-error.ts';

const PATIENCE_MS = 15 * 60_000;

/**
 * @param send what may be sent any number of times, because the server does it once
 * @throws ApiError what `send` throws, but for `timeout` with the seconds after which to send it again
 */
export async function untilAnswered<T>(send: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      return await send();
    } catch (error) {
      const isUnderWay = error instanceof ApiError && error.code === 'timeout' && error.retryAfter !== undefined;
      if (!isUnderWay || Date.now() > until || signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, (error.retryAfter ?? 1) * 1_000));
    }
  }
}
