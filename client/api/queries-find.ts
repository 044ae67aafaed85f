/** Cached queries of the panels for finding, besides the search of names: what is said, entities by type in pages, saved sets and their entities. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { searchEntities } from '../../server/contract/routes/entities.ts';
import { listSavedSets, readSavedSet, type savedSet } from '../../server/contract/routes/saved-sets.ts';
import { searchSaid } from '../../server/contract/routes/said.ts';
import type { Clocks } from '../../server/domain/model/questions.ts';
import type { EntityType } from '../../server/domain/model/lists.ts';
import { call } from './call.ts';
import { clockQueryOf } from './queries.ts';

export type SavedSet = z.output<typeof savedSet>;
export const SAVED_SETS = ['saved-sets'];
/** Most results of each kind in the list of what is said. */
const SAID_SHOWN = 8;
const PAGE = API_LIMITS.searchResults;

export const entitiesQuery = (types: readonly EntityType[], clocks: Clocks) =>
  infiniteQueryOptions({
    queryKey: ['entities', types, clocks],
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      call(searchEntities, {
        query: { q: '', ...(types.length > 0 ? { types: types.join(',') } : {}), limit: PAGE, offset: pageParam, ...clockQueryOf(clocks) },
        signal,
      }),
    getNextPageParam: (last, pages) => (last.results.length < PAGE ? undefined : pages.length * PAGE),
  });
export const saidQuery = (q: string, clocks: Clocks) =>
  queryOptions({
    queryKey: ['said', q, clocks],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(searchSaid, { query: { q, limit: SAID_SHOWN, ...clockQueryOf(clocks) }, signal }),
  });
export const savedSetsQuery = () => queryOptions({ queryKey: SAVED_SETS, queryFn: ({ signal }) => call(listSavedSets, { signal }) });
export const setEntitiesQuery = (id: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [...SAVED_SETS, id, clocks],
    queryFn: ({ signal }) => call(readSavedSet, { params: { id }, query: { limit: API_LIMITS.listResults, ...clockQueryOf(clocks) }, signal }),
  });
