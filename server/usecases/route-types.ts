/** Types for the input and the answer of a route, derived from its contract. */
import type { z } from 'zod';
import { isStruck, type Clocks, type Struck, type STRUCK_KINDS } from '../domain/model/questions.ts';
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

type StruckQuery = { [Kind in (typeof STRUCK_KINDS)[number] as `without${Capitalize<Kind>}`]?: string[] };

/** Only the clocks of a query string. */
export function clocksOf({ happened, published, recorded, firmOnly, ...query }: Omit<Clocks, 'without'> & StruckQuery = {}): Clocks {
  const without: Struck = { sources: query.withoutSources, voices: query.withoutVoices, claims: query.withoutClaims, datasets: query.withoutDatasets };
  return { happened, published, recorded, firmOnly, ...(isStruck(without) ? { without } : {}) };
}
