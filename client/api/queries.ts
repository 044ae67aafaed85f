/** Cached queries of panels and canvas, keyed by everything they depend on, including the clocks of the view. */
import { keepPreviousData, queryOptions, QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { GapKind } from '../../server/domain/model/lists.ts';
import { STRUCK_KINDS, type ClaimFilter, type Clocks, type Selector, type TraceSwitches } from '../../server/domain/model/questions.ts';
import { checkExport, checkPaths, previewDossier } from '../../server/contract/routes/exports.ts';
import { listClaims, listGaps, listTableRows, readEvidence } from '../../server/contract/routes/claims.ts';
import { readEntity, searchEntities, summarizeNeighbours } from '../../server/contract/routes/entities.ts';
import { listQuestions } from '../../server/contract/routes/questions.ts';
import { listRoles } from '../../server/contract/routes/roles.ts';
import { listSources, listVoices, readSource, readVoice, readVoiceGlance, readVoiceOverlap } from '../../server/contract/routes/sources.ts';
import { readStats } from '../../server/contract/routes/stats.ts';
import { tracePaths, type TracePathView } from '../../server/contract/routes/trace.ts';
import { listPredicates } from '../../server/contract/routes/vocabulary.ts';
import { ApiError } from './api-error.ts';
import { call } from './call.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { readSubgraph } from '../../server/contract/routes/subgraph.ts';
import { listSavedSets } from '../../server/contract/routes/saved-sets.ts';

/** Tries of a read that may succeed later. Each waits as long as the server asks, or 1, 2, 4 seconds. One that had no turn was asked again by `inTurn`. */
const TRIES = 3;
const LONGEST_WAIT_S = 30;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => failures < TRIES && error instanceof ApiError && error.passing && error.status !== 429,
        retryDelay: (attempt, error) =>
          error instanceof ApiError && error.retryAfter ? Math.min(error.retryAfter, LONGEST_WAIT_S) * 1000 : 1000 * 2 ** attempt,
      },
    },
  });
}

/** The clocks for a query string. */
export function clockQueryOf({ firmOnly, without = {}, ...dates }: Clocks): ClockQuery {
  const struck = STRUCK_KINDS.flatMap((kind) => (without[kind]?.length ? [[STRUCK_PARAM[kind], without[kind].join(',')]] : []));
  return { ...dates, ...(firmOnly ? { firmOnly: 'true' } : {}), ...Object.fromEntries(struck) };
}
type ClockQuery = Omit<Clocks, 'firmOnly' | 'without'> & { firmOnly?: 'true' } & { [Param in (typeof STRUCK_PARAM)[keyof typeof STRUCK_PARAM]]?: string };
const STRUCK_PARAM = { sources: 'withoutSources', voices: 'withoutVoices', claims: 'withoutClaims', datasets: 'withoutDatasets' } as const;
/** The clocks for a body; undefined where none is set. */
export function clockBodyOf(clocks: Clocks): Clocks | undefined {
  return Object.values(clocks).some((value) => value !== undefined && value !== false) ? clocks : undefined;
}

const LONG = 5 * 60_000;

export const statsQuery = () => queryOptions({ queryKey: ['stats'], queryFn: ({ signal }) => call(readStats, { signal }) });
export const questionsQuery = () => queryOptions({ queryKey: ['questions'], queryFn: ({ signal }) => call(listQuestions, { signal }) });
export const predicatesQuery = () => queryOptions({ queryKey: ['predicates'], staleTime: LONG, queryFn: ({ signal }) => call(listPredicates, { signal }) });
export const sourcesQuery = () => queryOptions({ queryKey: ['sources'], staleTime: LONG, queryFn: ({ signal }) => call(listSources, { signal }) });
export const voicesQuery = () => queryOptions({ queryKey: ['voices'], staleTime: LONG, queryFn: ({ signal }) => call(listVoices, { signal }) });

export const searchQuery = (q: string, exact: boolean, clocks: Clocks, limit = 12) =>
  queryOptions({
    queryKey: ['search', q, exact, clocks, limit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(searchEntities, { query: { q, ...(exact ? { exact: 'true' as const } : {}), limit, ...clockQueryOf(clocks) }, signal }),
  });
export const evidenceQuery = (id: string, clocks: Clocks) =>
  queryOptions({
    queryKey: ['evidence', id, clocks],
    queryFn: ({ signal }) => call(readEvidence, { params: { id }, query: clockQueryOf(clocks), signal }),
  });
export const entityQuery = (id: string, limit: number, clocks: Clocks) =>
  queryOptions({
    queryKey: ['entity', id, limit, clocks],
    queryFn: ({ signal }) => call(readEntity, { params: { id }, query: { limit, ...clockQueryOf(clocks) }, signal }),
  });
export const neighboursQuery = (id: string, clocks: Clocks) =>
  queryOptions({
    queryKey: ['neighbours', id, clocks],
    queryFn: ({ signal }) => call(summarizeNeighbours, { params: { id }, query: clockQueryOf(clocks), signal }),
  });
export const sourceQuery = (id: string, clocks: Clocks) =>
  queryOptions({
    queryKey: ['source', id, clocks],
    queryFn: ({ signal }) => call(readSource, { params: { id }, query: clockQueryOf(clocks), signal }),
  });
export const voiceQuery = (id: string, clocks: Clocks) =>
  queryOptions({
    queryKey: ['voice', id, clocks],
    queryFn: ({ signal }) => call(readVoice, { params: { id }, query: clockQueryOf(clocks), signal }),
  });
export const voiceGlanceQuery = (id: string, clocks: Clocks) =>
  queryOptions({
    queryKey: ['voice-glance', id, clocks],
    queryFn: ({ signal }) => call(readVoiceGlance, { params: { id }, query: clockQueryOf(clocks), signal }),
  });
/** The datasets of a query string; absent where none is chosen: then those of all are meant. */
const datasetsOf = (datasets: readonly string[]): { datasets?: string } => (datasets.length === 0 ? {} : { datasets: datasets.join(',') });
export const voiceOverlapQuery = (datasets: readonly string[], clocks: Clocks) =>
  queryOptions({
    queryKey: ['voice-overlap', datasets, clocks],
    queryFn: ({ signal }) => call(readVoiceOverlap, { query: { ...datasetsOf(datasets), ...clockQueryOf(clocks) }, signal }),
  });
/** @param kind only claims with this reason; absent: with any */
export const gapsQuery = (kind: GapKind | undefined, datasets: readonly string[], clocks: Clocks, limit: number) =>
  queryOptions({
    queryKey: ['gaps', kind, datasets, clocks, limit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(listGaps, { query: { ...(kind ? { kinds: kind } : {}), ...datasetsOf(datasets), ...clockQueryOf(clocks), limit }, signal }),
  });
/** @param inWords whether the answer is given in words, too */
export const claimsQuery = (filter: ClaimFilter, clocks: Clocks, limit: number, inWords = false) =>
  queryOptions({
    queryKey: ['claims', filter, clocks, limit, inWords],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(listClaims, { body: { filter, clocks: clockBodyOf(clocks), limit, inWords }, signal }),
  });
/** Claims that a table or a timeline reads at the most; they are read in pages. */
export const ROWS_MOST = 5_000;
type RowsPage = Pick<z.output<typeof listTableRows.response>, 'rows' | 'nodes'>;
/** Rows and entities of several pages, each once. */
function gathered(pages: readonly RowsPage[]): RowsPage {
  return {
    rows: [...new Map(pages.flatMap(({ rows }) => rows.map((row) => [row.claim.id, row] as const))).values()],
    nodes: [...new Map(pages.flatMap(({ nodes }) => nodes.map((node) => [node.id, node] as const))).values()],
  };
}
/** The firmest claims of a filter as rows, each once. `total` counts those beyond the limit, too. */
export const tableRowsQuery = (filter: ClaimFilter, clocks: Clocks) =>
  queryOptions({
    queryKey: ['table-rows', filter, clocks],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const pages: RowsPage[] = [];
      for (let offset = 0; ; offset += API_LIMITS.tableRows) {
        const page = await call(listTableRows, { body: { filter, clocks: clockBodyOf(clocks), offset }, signal });
        pages.push(page);
        const read = offset + API_LIMITS.tableRows;
        if (read >= page.total || read >= ROWS_MOST || page.rows.length === 0) return { ...gathered(pages), total: page.total };
      }
    },
  });
/** These claims as rows, in this order: those that are there at the clocks, of the first `ROWS_MOST`. `total` counts all that were asked for. */
export const rowsOfClaimsQuery = (claims: readonly string[], clocks: Clocks) =>
  queryOptions({
    queryKey: ['rows-of-claims', claims, clocks],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const pages: RowsPage[] = [];
      const wanted = claims.slice(0, ROWS_MOST);
      for (let at = 0; at < wanted.length; at += API_LIMITS.tableRows)
        pages.push(await call(listTableRows, { body: { claims: wanted.slice(at, at + API_LIMITS.tableRows), clocks: clockBodyOf(clocks) }, signal }));
      return { ...gathered(pages), total: claims.length };
    },
  });
/** @param inWords whether the answer is given in words, too */
export const rolesQuery = (question: { roles?: string[]; plots?: string[]; datasets?: string[] }, clocks: Clocks, inWords = false) =>
  queryOptions({
    queryKey: ['roles', question, clocks, inWords],
    queryFn: ({ signal }) =>
      call(listRoles, {
        query: {
          roles: question.roles?.join(','),
          plots: question.plots?.join(','),
          datasets: question.datasets?.join(','),
          ...(inWords ? { inWords: 'true' as const } : {}),
          ...clockQueryOf(clocks),
        },
        signal,
      }),
  });
export const traceQuery = (from: Selector, to: Selector, switches: TraceSwitches, clocks: Clocks) =>
  queryOptions({
    queryKey: ['trace', from, to, switches, clocks],
    staleTime: LONG,
    queryFn: ({ signal }) => call(tracePaths, { body: { from, to, switches, clocks: clockBodyOf(clocks) }, signal }),
  });
export type ExportRequest = z.input<typeof checkExport.body>;
export const exportCheckQuery = (request: ExportRequest) =>
  queryOptions({
    queryKey: ['export-check', request],
    staleTime: 0,
    queryFn: ({ signal }) => call(checkExport, { body: request, signal }),
  });
export type DossierRequest = z.input<typeof previewDossier.body>;
export type DossierPreview = z.output<typeof previewDossier.response>;
/** The dossier as it would print; while a changed one is asked for, the one before stays. */
export const dossierPreviewQuery = (request: DossierRequest) =>
  queryOptions({
    queryKey: ['dossier-preview', request],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(previewDossier, { body: request, signal }),
  });
/** A path as an export and the publication gate take it: its entities, and the best claim of each hop. */
export function askedPath({ entities, hops }: Pick<TracePathView, 'entities' | 'hops'>): { entities: string[]; claims: string[] } {
  return { entities, claims: hops.map((hop) => hop.best) };
}
/** What the gate says of every path of an answer, in its order. The revision is part of the key, so that an answer stays true as long as it is kept. */
export const pathsCheckQuery = ({ revision, paths }: Pick<TraceAnswer, 'revision' | 'paths'>, clocks: Clocks) => {
  const body = { paths: paths.map(askedPath), clocks: clockBodyOf(clocks) };
  return queryOptions({
    queryKey: ['paths-check', revision, body],
    staleTime: LONG,
    enabled: paths.length > 0,
    queryFn: ({ signal }) => call(checkPaths, { body, signal }),
  });
};
export type TraceAnswer = z.output<typeof tracePaths.response>;
export type ReadyQuestion = z.output<typeof listQuestions.response>['questions'][number];

/** The claims among entities without any clock. The steps of a clock are taken from these: its dates may lie outside the clocks of the view. */
export const todayQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['today', ids],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => call(readSubgraph, { body: { ids: ids.slice(0, API_LIMITS.subgraphEntities) }, signal }),
  });
export const setsForEndsQuery = () => queryOptions({ queryKey: ['saved-sets', 'for-ends'], queryFn: ({ signal }) => call(listSavedSets, { signal }) });
