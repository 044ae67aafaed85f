/** RFC 9457 problem details, the body of every error of the API. */
import { z } from 'zod';
import { ERROR_CODES } from '../domain/model/errors.ts';
import { recordKind } from './records.ts';

const problemPlace = z.object({
  file: z.string().optional(),
  pointer: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
});
export const problemItem = problemPlace.extend({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  /** Listed once for so many places; `places` holds the first of them. */
  count: z.int().optional(),
  places: z.array(problemPlace).optional(),
  /** The change set that stands in the way, where one does. */
  changeSet: z.string().optional(),
  /** The record that stands in the way, where one does. */
  record: z.object({ kind: recordKind, id: z.string() }).optional(),
  /** The records that the message tells by their ids, in its order; in a dry run with what they are called. */
  about: z.array(z.object({ kind: recordKind, id: z.string(), name: z.string().optional() })).optional(),
});
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES),
  detail: z.string(),
  /** What to do about it. */
  remedy: z.string(),
  instance: z.string().optional(),
  problems: z.array(problemItem).optional(),
  limit: z.object({ name: z.string(), value: z.number() }).optional(),
  retryAfter: z.number().optional(),
});
export type ProblemDetails = z.infer<typeof problemDetails>;
