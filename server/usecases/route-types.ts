/** Types for the input and the answer of a route, derived from its contract. */
import type { z } from 'zod';
import type { Clocks } from '../domain/model/questions.ts';
import type { RouteContract } from '../contract/route.ts';

type Parsed<T> = T extends z.ZodType ? z.infer<T> : undefined;
/** What a use case gets: the parts of the request that the contract declares. */
export interface InputOf<R extends RouteContract> {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
}
export type AnswerOf<R extends RouteContract> = z.infer<R['response']>;
export interface CallOptions {
  signal?: AbortSignal;
  /** Milliseconds that the database may take for a statement, where the whole may take longer than other requests. */
  idleMs?: number;
}

/** Only the clocks of a query string. */
export function clocksOf({ happened, published, recorded, firmOnly }: Clocks = {}): Clocks {
  return { happened, published, recorded, firmOnly };
}
