/** Input and answer types of the routes, as their contracts parse them. */
import type { z } from 'zod';
import type { RouteContract } from '../contract/route.ts';

type Parsed<T> = T extends z.ZodType ? z.infer<T> : undefined;
/** What a use case gets: the parts of the request its contract declares. */
export interface InputOf<R extends RouteContract> {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
}
export type AnswerOf<R extends RouteContract> = z.infer<R['response']>;
export interface CallOptions {
  signal?: AbortSignal;
}
