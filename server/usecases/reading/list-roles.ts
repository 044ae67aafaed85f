/** Lists the roles of entities in plots, derived from the claims and hedged by their standing. */
import type { listRoles as contract } from '../../contract/routes/roles.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { plotRoles } from '../views/role-view.ts';

type Route = typeof contract;

export async function listRoles(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { plots, roles, entities } = query;
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { entries, ctx } = await graph.roles({ plots, roles, entities });
      return { plots: plotRoles(entries, ctx), revision: graph.revision };
    },
    o,
  );
}
