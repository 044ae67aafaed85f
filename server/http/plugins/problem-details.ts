/** Turns every error into RFC 9457 problem details: AppError and what Fastify itself refuses. Answers with 5xx hide internals. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemDetails } from '../../contract/problem.ts';
import { API_LIMITS } from '../../contract/parts.ts';
import { diskFull } from '../../domain/model/disk-space.ts';
import { AppError, REMEDY_OF_CODE, STATUS_OF_CODE, type ErrorCode } from '../../domain/model/errors.ts';

const TITLE: Readonly<Record<ErrorCode, string>> = {
  invalid: 'The request is not valid',
  'not-found': 'Not found',
  'method-not-allowed': 'This method is not declared here',
  conflict: 'It has changed meanwhile',
  refused: 'Refused',
  'gate-refused': 'Below the minimum for publication',
  'too-large': 'Too large',
  'unsupported-media-type': 'This content type is not taken',
  limit: 'A limit is met',
  'too-many-requests': 'Too many requests',
  'forbidden-origin': 'Refused for where it comes from',
  timeout: 'Not answered in time',
  'database-unavailable': 'The database does not answer',
  'not-ready': 'Not ready',
  'disk-full': 'The disk is full',
  'outcome-unknown': 'It is not known whether this was written',
  internal: 'An error of ours',
};

/** The AppError for what Fastify and its plugins refuse before a handler runs. */
function fromFastify(error: FastifyError, bodyLimit: number | undefined): AppError | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE': {
      const name = bodyLimit === API_LIMITS.largeBodyBytes ? 'largeBodyBytes' : 'bodyBytes';
      return new AppError('too-large', `The body is larger than ${API_LIMITS[name]} bytes.`, { limit: { name, value: API_LIMITS[name] } });
    }
    case 'FST_REQ_FILE_TOO_LARGE':
      return new AppError('too-large', `A file is larger than ${API_LIMITS.uploadBytes} bytes.`, {
        limit: { name: 'uploadBytes', value: API_LIMITS.uploadBytes },
      });
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
      return new AppError('too-large', `More than ${API_LIMITS.uploadFiles} files.`, { limit: { name: 'uploadFiles', value: API_LIMITS.uploadFiles } });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new AppError('unsupported-media-type', 'Send application/json, or multipart/form-data to an upload.');
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new AppError('unsupported-media-type', 'Send multipart/form-data with one or more files.');
    default:
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return new AppError('invalid', error.message);
  return undefined;
}

/** @param ttl milliseconds until the count of requests begins anew */
export function tooManyRequests(max: number, ttl: number): AppError {
  const retryAfter = Math.ceil(ttl / 1_000);
  return new AppError('too-many-requests', `More than ${max} requests within a minute; ask again in ${retryAfter} s.`, {
    limit: { name: 'requestsPerMinute', value: max },
    retryAfter,
  });
}

/** Any thrown value as an AppError. */
function asAppError(error: unknown, bodyLimit: number | undefined): AppError {
  if (error instanceof AppError) return error;
  // An upload that the disk has no room for.
  if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return diskFull(undefined, undefined, error);
  const known = error instanceof Error ? fromFastify(error as FastifyError, bodyLimit) : undefined;
  return known ?? new AppError('internal', 'Something went wrong on our side. Nothing of your request was kept.', {}, { cause: error });
}

/** The body of an error answer. */
export function problemOf(error: AppError, instance: string): ProblemDetails {
  const { problems, remedy, limit, retryAfter } = error.details;
  return {
    type: `urn:attest:problem:${error.code}`,
    title: TITLE[error.code],
    status: STATUS_OF_CODE[error.code],
    code: error.code,
    detail: error.message,
    remedy: remedy ?? (problems?.length === 1 ? problems[0]?.remedy : undefined) ?? REMEDY_OF_CODE[error.code],
    instance,
    ...(problems ? { problems } : {}),
    ...(limit ? { limit } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = asAppError(thrown, request.routeOptions?.bodyLimit);
  const status = STATUS_OF_CODE[error.code];
  if (error.code === 'internal') {
    // The client has gone and the answer broke off: that is no failure of the server.
    if (reply.raw.destroyed) request.log.info('the asker went away');
    else request.log.error({ err: error.cause ?? error }, 'request failed');
  }
  const retryAfter = error.details.retryAfter ?? (status === 503 || status === 429 ? 2 : undefined);
  if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
  // The connection is closed, because the rest of the request is not read.
  if (!request.raw.complete) void reply.header('Connection', 'close');
  return reply
    .code(status)
    .header('Cache-Control', 'no-store')
    .type('application/problem+json')
    .serializer((v: unknown) => JSON.stringify(v))
    .send(problemOf(error, request.url.split('?')[0] ?? request.url));
}

export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      request,
      reply,
      new AppError('not-found', `There is nothing at ${request.method} ${request.url.split('?')[0]}. The routes are listed at /api/docs.`),
    ),
  );
}
