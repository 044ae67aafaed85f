/** Bodies are strict JSON only: what JSON.parse would accept in silence (double keys, lossy numbers) is refused by name. */
import type { FastifyInstance, RequestPayload } from 'fastify';
import { PassThrough } from 'node:stream';
import { AppError } from '../../domain/model/errors.ts';
import { parseStrictJson } from '../../domain/strict-json/parse-strict-json.ts';

/** @param ms milliseconds in which a body must be whole; uploads mind their own */
export function readJsonBodies(app: FastifyInstance, ms: number): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const { headers } = request;
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    const isRead = request.method !== 'GET' && request.method !== 'HEAD';
    return isRead && hasBody && !headers['content-type']?.startsWith('multipart/') ? within(payload, ms) : payload;
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => {
    const read = parseStrictJson(body, 'body');
    if (read.problems.length > 0) {
      throw new AppError('invalid', `The body is not strict JSON: ${read.problems[0]?.message ?? ''}`, { problems: read.problems });
    }
    return read.value;
  });
}

/** The same bytes; an AppError('timeout') instead of its end when that does not come in time. */
function within(payload: RequestPayload, ms: number): RequestPayload {
  const bounded: RequestPayload = new PassThrough();
  const late = setTimeout(() => bounded.emit('error', new AppError('timeout', `The body was not whole within ${ms / 1000} s.`, { retryAfter: 5 })), ms);
  const end = () => clearTimeout(late);
  payload
    .on('error', (error) => bounded.emit('error', error))
    .on('end', end)
    .on('close', end);
  // Refused before it is read, nobody listens: that is no fault.
  bounded.on('error', end);
  payload.pipe(bounded as PassThrough);
  return bounded;
}
