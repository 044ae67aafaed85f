/** Answers with problem details also where a request is refused before any route: broken paths, headers, connections. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { AppError } from '../../domain/model/errors.ts';
import { problemOf, sendProblem } from './problem-details.ts';

/** Longest part of a path, in characters; ids are shorter. */
export const PATH_PART_LIMIT = 256;

/** For Fastify's `frameworkErrors`: the path cannot be decoded or matched. */
export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(request, reply, pathProblem(error));
}

function pathProblem(error: FastifyError): unknown {
  if (error.code === 'FST_ERR_BAD_URL')
    return new AppError('invalid', 'The path is not well-formed: a % must be followed by two hexadecimal digits, and what they spell must be UTF-8.');
  if (error.code !== 'FST_ERR_MAX_PARAM_LENGTH') return error;
  return new AppError('limit', `A part of the path is longer than the limit pathPart of ${PATH_PART_LIMIT} characters.`, {
    limit: { name: 'pathPart', value: PATH_PART_LIMIT },
  });
}

/** For Fastify's `clientErrorHandler`: there is only a connection, and no request yet. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  // The client has closed the connection.
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const problem = problemOf(connectionProblem(error), '');
    const body = JSON.stringify(problem);
    const retry = problem.retryAfter === undefined ? '' : `Retry-After: ${problem.retryAfter}\r\n`;
    socket.write(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${retry}Connection: close\r\n\r\n${body}`,
    );
  }
  socket.destroy(error);
}

function connectionProblem({ code }: { code?: string }): AppError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new AppError('timeout', 'The request did not come in time.', { retryAfter: 5 });
    case 'HPE_HEADER_OVERFLOW':
      return new AppError('too-large', `The headers are larger than the limit headerBytes of ${maxHeaderSize}.`, {
        limit: { name: 'headerBytes', value: maxHeaderSize },
      });
    default:
      return new AppError('invalid', 'This is no HTTP request that can be read.');
  }
}
