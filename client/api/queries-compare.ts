/** Cached queries of a comparison of two states: what differs, which drawn claims do, and what each of the two draws. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { COMPARED_LISTS, compareCases, drawCompared, type ComparedList } from '../../server/contract/routes/compare.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import type { draft } from '../../server/contract/routes/changes.ts';
import { readSubgraph } from '../../server/contract/routes/subgraph.ts';
import type { Clocks, Selector, TraceSwitches } from '../../server/domain/model/questions.ts';
import { call } from './call.ts';
import { clockBodyOf } from './queries.ts';

export type Compared = z.output<typeof compareCases.response>;
/** The edits of a draft, as they are written. */
export type ComparedDraft = z.input<typeof draft>;
/** The two states, the draft that the second is with, and the trace whose paths are compared. */
export interface ComparedQuestion {
  before: Clocks;
  after: Clocks;
  draft?: ComparedDraft | undefined;
  trace?: { from: Selector; to: Selector; switches: TraceSwitches };
}

export const compareBody = ({ before, after, draft, trace }: ComparedQuestion) => ({
  before: clockBodyOf(before),
  after: { ...clockBodyOf(after), ...(draft ? { draft } : {}) },
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
export const marksQuery = ({ before, after, draft }: ComparedQuestion, claims: readonly string[]) =>
  queryOptions({
    queryKey: ['compare-marks', before, after, draft, claims],
    queryFn: ({ signal }) =>
      call(compareCases, {
        body: { ...compareBody({ before, after, draft }), pages: pagesOf(0), marked: claims.slice(0, API_LIMITS.subgraphClaims), questions: false },
        signal,
      }),
  });
/** The entities with every claim among them, at some clocks; with a draft those that it adds, too. */
export const subgraphQuery = (ids: readonly string[], clocks: Clocks, draft?: ComparedDraft) =>
  queryOptions({
    queryKey: ['subgraph', ids, clocks, draft],
    queryFn: ({ signal }) => {
      const asked = ids.slice(0, API_LIMITS.subgraphEntities);
      return draft
        ? call(drawCompared, { body: { ids: asked, state: { ...clockBodyOf(clocks), draft } }, signal })
        : call(readSubgraph, { body: { ids: asked, clocks: clockBodyOf(clocks) }, signal });
    },
  });
