/** Reads the entities of a saved set: those of its ids that exist, or those its query finds. */
import type { readSavedSet as contract } from '../../contract/routes/saved-sets.ts';
import { nodesById } from '../../graph/nodes-by-id.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { selectedEntities } from '../tracing/resolve-selector.ts';
import { savedSetsIn } from './saved-set.ts';

type Route = typeof contract;

/** @throws AppError `not-found` where there is no such set */
export async function readSavedSet(
  db: Database,
  { params: { id }, query }: Pick<InputOf<Route>, 'params' | 'query'>,
  o?: CallOptions,
): Promise<AnswerOf<Route>> {
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { ids } = await selectedEntities({ savedSet: id }, { graph, savedSet: savedSetsIn(db) }, '');
      const entities = ids.slice(query.offset, query.offset + query.limit);
      const ctx = await graph.context({ claims: [], entities });
      return { nodes: await nodesById(entities, ctx), total: ids.length, revision: graph.revision };
    },
    o,
  );
}
