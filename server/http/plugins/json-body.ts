/** Accepts only strict JSON bodies: what JSON.parse would silently change (duplicate keys, lossy numbers) is refused with a code. */
import type { FastifyInstance, RequestPayload } from 'fastify';
import { PassThrough } from 'node:stream';
import { AppError } from '../../domain/model/errors.ts';
import { parseStrictJson } from '../../domain/strict-json/parse-strict-json.ts';

/** @param ms milliseconds in which a body must arrive; uploads have their own limit */
export function readJsonBodies(app: FastifyInstance, ms: number): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const { headers } = request;
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    const isRead = request.method !== 'GET' && request.method !== 'HEAD';
    return isRead && hasBody && !headers['content-type']?.startsWith('multipart/') ? within(payload, ms) : payload;
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => {
    const read = parseStrictJson(body, 'body', { topLevel: 'any', called: 'body' });
    // The route says which object it wants, where a body is blank or something else.
    if (read.problems.every(({ code }) => code === 'empty-file')) return read.value;
    throw new AppError('invalid', `The body is not strict JSON: ${read.problems[0]?.message ?? ''}`, { problems: read.problems });
  });
}

/** Passes the bytes on, and fails with AppError `timeout` where they do not all arrive in time. */
function within(payload: RequestPayload, ms: number): RequestPayload {
  const bounded: RequestPayload = new PassThrough();
  const late = setTimeout(() => bounded.emit('error', new AppError('timeout', `The body was not whole within ${ms / 1000} s.`, { retryAfter: 5 })), ms);
  const end = () => clearTimeout(late);
  payload
    .on('error', (error) => bounded.emit('error', error))
    .on('end', end)
    .on('close', end);
  // Without a listener an error would end the process; a request refused before its body is read has none.
  bounded.on('error', end);
  payload.pipe(bounded as PassThrough);
  return bounded;
}
