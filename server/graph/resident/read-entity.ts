/** One entity at a view's clocks. */
import type { readEntity } from '../../contract/routes/entities.ts';
import { AppError } from '../../domain/model/errors.ts';
import { rolesOf } from '../../domain/figures/roles.ts';
import type { AnswerOf, InputOf } from '../../usecases/route-types.ts';
import { byId } from '../../usecases/views/by-id.ts';
import { edgeEntities, edgeViews } from '../../usecases/views/edge-view.ts';
import { entityReference } from '../../usecases/views/references.ts';
import { entityRoleView } from '../../usecases/views/role-view.ts';
import { claimsById, nodesById, type ViewState } from './view-state.ts';

type Route = typeof readEntity;

export function readEntityAsOf(state: ViewState, { params, query }: Pick<InputOf<Route>, 'params' | 'query'>): AnswerOf<Route> {
  const entity = state.records.entities.get(params.id);
  const node = state.node(params.id);
  if (!entity || !node) throw new AppError('not-found', `There is no entity "${params.id}" at these clocks.`);
  const ids = state.claimsOf(entity.id);
  const claims = edgeViews(claimsById(ids.slice(query.offset, query.offset + query.limit), state), state);
  const own = { ...state.records, claims: new Map(claimsById(ids, state).map((c) => [c.id, c])) };
  const roles = rolesOf(own, state.figures).filter((r) => r.entity === entity.id);
  return {
    entity: node,
    names: state.namesOf(entity),
    claims,
    nodes: nodesById([entity.id, ...claims.flatMap(edgeEntities)], state),
    total: ids.length,
    offset: query.offset,
    roles: roles.map((entry) => entityRoleView(entry, state)),
    identities: state.records.identities
      .filter((i) => i.a === entity.id || i.b === entity.id)
      .toSorted(byId)
      .map(({ a, b, decision, why }) => ({ other: entityReference(a === entity.id ? b : a, state), decision, why })),
    revision: state.revision,
  };
}
