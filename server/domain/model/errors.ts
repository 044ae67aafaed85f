/** The one error type of domain and use cases; http turns its code into problem details (RFC 9457). */
import type { RecordKind } from './lists.ts';

/** Every code the product can answer with. The status each gets over HTTP is `STATUS_OF_CODE`. */
export const ERROR_CODES = [
  'invalid',
  'not-found',
  'method-not-allowed',
  'conflict',
  'refused',
  'gate-refused',
  'too-large',
  'unsupported-media-type',
  'limit',
  'too-many-requests',
  'forbidden-origin',
  'timeout',
  'database-unavailable',
  'not-ready',
  'disk-full',
  'outcome-unknown',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const STATUS_OF_CODE: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  refused: 422,
  'gate-refused': 422,
  'too-large': 413,
  'unsupported-media-type': 415,
  limit: 422,
  'too-many-requests': 429,
  'forbidden-origin': 403,
  timeout: 503,
  'database-unavailable': 503,
  'not-ready': 503,
  'disk-full': 507,
  'outcome-unknown': 503,
  internal: 500,
};

/** What to do about an error of each kind, where nothing closer is known. */
export const REMEDY_OF_CODE: Readonly<Record<ErrorCode, string>> = {
  invalid: 'mend what is named, then send it again; /api/docs says what each route takes',
  'not-found': 'look for the id or the address by a search or a list; /api/docs has the routes',
  'method-not-allowed': 'use a method that the header Allow names',
  conflict: 'read it anew, then try again',
  refused: 'mend what is named, then send it again',
  'gate-refused': 'leave out what is named, or give a reason to publish all the same',
  'too-large': 'send it in parts that keep within the limit',
  'unsupported-media-type': 'send application/json, or multipart/form-data to an upload',
  limit: 'ask for less, or in parts',
  'too-many-requests': 'wait as many seconds as Retry-After says, then try again',
  'forbidden-origin': 'open Attest by the address that it printed at its start, and call the API from there',
  timeout: 'try a smaller question, or the same again later',
  'database-unavailable': 'wait until the database answers (/api/health/ready says so), then try again',
  'not-ready': 'send the same again after as many seconds as Retry-After says; /api/health/ready answers 200 once all is there',
  'disk-full': 'make space on the disk of the data folder, then try again',
  'outcome-unknown': 'read anew whether it was written before you send it again',
  internal: 'try again; if it fails again, report what the log of the server says',
};

export interface ProblemPlace {
  /** The file with the fault, as the caller named it. */
  file?: string;
  /** JSON pointer (RFC 6901) within that file or body. */
  pointer?: string;
  /** 1-based line and column of the fault in the file. */
  line?: number;
  column?: number;
}

/** One fault in what was sent: where, why, and what to do about it. */
export interface Problem extends ProblemPlace {
  /** Stable machine code, e.g. `unknown-id`, `duplicate-key`. */
  code: string;
  /** What is wrong, in a sentence that names the field and the reason. */
  message: string;
  /** What to do, as one can follow it; for an unknown id, the nearest known one. */
  remedy: string;
  /** How often the problem stands there, where it is listed once for many places; `places` then holds the first of them. */
  count?: number;
  places?: ProblemPlace[];
  /** The change set that stands in the way, where one does. */
  changeSet?: string;
  /** The record that stands in the way, where one does. */
  record?: { kind: RecordKind; id: string };
  /** The records that the message tells by their ids, in its order; with what they are called, where that was looked up. */
  about?: { kind: RecordKind; id: string; name?: string }[];
}

export interface ErrorDetails {
  problems?: Problem[];
  /** What to do, where that is not what is always to be done about errors of the code (`REMEDY_OF_CODE`). */
  remedy?: string;
  /** The limit that was met: its name and its value. */
  limit?: { name: string; value: number };
  /** Seconds to wait before the next try. */
  retryAfter?: number;
  [key: string]: unknown;
}

/** An expected failure: `code` decides the status, `message` is safe to show at 4xx. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** The JSON pointer (RFC 6901) of a list of keys and indexes from the top; the top itself is the empty string. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
