/** Sets a deadline for every data request, and stops its work when the client has gone. */
import type { FastifyReply } from 'fastify';
import { AppError } from '../../domain/model/errors.ts';

/** Milliseconds that a data request may take in all. */
export const REQUEST_DEADLINE_MS = 10_000;

/**
 * Runs `work` with a signal that fires at the deadline, or when the client closes the connection.
 * @throws AppError `timeout` at the deadline, whatever `work` does
 */
export async function withDeadline<T>(reply: FastifyReply, work: (signal: AbortSignal) => Promise<T>, ms: number = REQUEST_DEADLINE_MS): Promise<T> {
  const abort = new AbortController();
  const gone = () => abort.abort(new AppError('timeout', 'The caller has gone.'));
  reply.raw.once('close', gone);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new AppError(
        'timeout',
        `Not answered within ${ms / 1000} s; nothing was changed by this request unless it says so. Try a smaller question, or again later.`,
        { retryAfter: 5 },
      );
      abort.abort(error);
      reject(error);
    }, ms);
  });
  try {
    return await Promise.race([work(abort.signal), late]);
  } finally {
    clearTimeout(timer);
    reply.raw.removeListener('close', gone);
  }
}
