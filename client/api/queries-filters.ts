/** What filters and the ends of a trace read: the dates of what is drawn, and saved sets. */
import { queryOptions } from '@tanstack/react-query';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { readSubgraph } from '../../server/contract/routes/subgraph.ts';
import { listSavedSets } from '../../server/contract/routes/saved-sets.ts';
import { call } from './call.ts';

/** The claims among entities as they stand today, whatever the clocks of the view: a clock is stepped on over dates it leaves out. */
export const todayQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['today', ids],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => call(readSubgraph, { body: { ids: ids.slice(0, API_LIMITS.subgraphEntities) }, signal }),
  });
export const setsForEndsQuery = () => queryOptions({ queryKey: ['saved-sets', 'for-ends'], queryFn: ({ signal }) => call(listSavedSets, { signal }) });
