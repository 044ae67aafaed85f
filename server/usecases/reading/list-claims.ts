/** Lists the claims that match a filter, in pages, with exact totals. */
import type { listClaims as contract } from '../../contract/routes/claims.ts';
import { nodesById } from '../../graph/nodes-by-id.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { edgeEntities, edgeViews } from '../views/edge-view.ts';

type Route = typeof contract;

export async function listClaims(db: Database, { body }: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { filter, clocks, order, limit, offset } = body;
  return readGraph(
    db,
    clocks,
    async (graph) => {
      const page = await graph.claims(filter, { order, offset, limit });
      const claims = await edgeViews(page.claims, page.ctx);
      return {
        claims,
        nodes: await nodesById(claims.flatMap(edgeEntities), page.ctx),
        total: page.total,
        uncertain: page.uncertain,
        revision: graph.revision,
      };
    },
    o,
  );
}
