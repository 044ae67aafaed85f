/** Reads an entity with its names, roles, identity decisions and a page of its claims, highest standing first. */
import type { readEntity as contract } from '../../contract/routes/entities.ts';
import { AppError } from '../../domain/model/errors.ts';
import { nodesById } from '../../graph/nodes-by-id.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { edgeEntities, edgeViews } from '../views/edge-view.ts';
import { entityReference } from '../views/references.ts';
import { entityRoleView } from '../views/role-view.ts';

type Route = typeof contract;

export async function readEntity(db: Database, { params: { id }, query }: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { offset, limit } = query;
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { names, identities, roles, ctx } = await graph.entity(id);
      const page = await graph.around(id, { order: 'standing', offset, limit });
      const entity = ctx.node(id);
      if (!entity) throw new AppError('not-found', `There is no entity "${id}".`);
      const claims = await edgeViews(page.claims, page.ctx);
      return {
        entity,
        names,
        claims,
        nodes: await nodesById([id, ...claims.flatMap(edgeEntities)], page.ctx),
        total: page.total,
        offset,
        roles: roles.map((entry) => entityRoleView(entry, ctx)),
        identities: identities.map(({ other, decision, why }) => ({ other: entityReference(other, ctx), decision, why })),
        revision: graph.revision,
      };
    },
    o,
  );
}
