/** Expands an entity: its claims, filtered, ordered and limited, and how many more there are. */
import type { expandEntity as contract } from '../../contract/routes/entities.ts';
import { nodesById } from '../../graph/nodes-by-id.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { edgeEntities, edgeViews } from '../views/edge-view.ts';

type Route = typeof contract;

export async function expandEntity(db: Database, { params, body }: Pick<InputOf<Route>, 'params' | 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { clocks, types: neighbourTypes, order, limit, except, filter } = body;
  return readGraph(
    db,
    clocks,
    async (graph) => {
      const { claims, total, totalAtLeast, ctx } = await graph.around(params.id, { filter, neighbourTypes, order, limit, except });
      const edges = await edgeViews(claims, ctx);
      const nodes = await nodesById([params.id, ...edges.flatMap(edgeEntities)], ctx);
      return { nodes, edges, more: Math.max(0, total - claims.length), moreAtLeast: totalAtLeast, revision: graph.revision };
    },
    o,
  );
}
