/** Cached queries of a comparison of two states: what differs, which drawn claims do, and what each of the two draws. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { COMPARED_LISTS, compareCases, type ComparedList } from '../../server/contract/routes/compare.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { readSubgraph } from '../../server/contract/routes/subgraph.ts';
import type { Clocks, Selector, TraceSwitches } from '../../server/domain/model/questions.ts';
import { call } from './call.ts';
import { clockBodyOf } from './queries.ts';

export type Compared = z.output<typeof compareCases.response>;
/** The two states, and the trace whose paths are compared. */
export interface ComparedQuestion {
  before: Clocks;
  after: Clocks;
  trace?: { from: Selector; to: Selector; switches: TraceSwitches };
}

export const compareBody = ({ before, after, trace }: ComparedQuestion) => ({
  before: clockBodyOf(before),
  after: clockBodyOf(after),
  ...(trace ? { trace } : {}),
});
const pagesOf = (limit: number) =>
  Object.fromEntries([...COMPARED_LISTS, 'entitiesGained' as const, 'entitiesLost' as const].map((list) => [list, { offset: 0, limit }])) as Record<
    ComparedList,
    { offset: number; limit: number }
  >;

/** @param limit claims of each list */
export const compareQuery = (question: ComparedQuestion, limit: number) =>
  queryOptions({
    queryKey: ['compare', question, limit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(compareCases, { body: { ...compareBody(question), pages: pagesOf(limit) }, signal }),
  });
/** What differs of some claims. */
export const marksQuery = ({ before, after }: ComparedQuestion, claims: readonly string[]) =>
  queryOptions({
    queryKey: ['compare-marks', before, after, claims],
    queryFn: ({ signal }) =>
      call(compareCases, {
        body: { ...compareBody({ before, after }), pages: pagesOf(0), marked: claims.slice(0, API_LIMITS.subgraphClaims), questions: false },
        signal,
      }),
  });
/** The entities with every claim among them, at some clocks. */
export const subgraphQuery = (ids: readonly string[], clocks: Clocks) =>
  queryOptions({
    queryKey: ['subgraph', ids, clocks],
    queryFn: ({ signal }) => call(readSubgraph, { body: { ids: ids.slice(0, API_LIMITS.subgraphEntities), clocks: clockBodyOf(clocks) }, signal }),
  });
