/** Given entities and the claims among them at a view's clocks. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readSubgraph } from '../../contract/routes/subgraph.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { AnswerOf, InputOf } from '../../usecases/route-types.ts';
import { edgeViews } from '../../usecases/views/edge-view.ts';
import { claimsById, nodesById, type ViewState } from './view-state.ts';

type Route = typeof readSubgraph;

/** Ids of the visible claims whose every end and qualifier stands among the entities, firmest first. */
export function inducedClaims(state: ViewState, entities: Iterable<string>): string[] {
  const among = new Set(entities);
  return state.visibleClaims.filter((id) => {
    const claim = state.records.claims.get(id);
    const ends = claim ? entitiesOf(claim) : [];
    return ends.length > 0 && ends.every((end) => among.has(end));
  });
}

export function readSubgraphAsOf(state: ViewState, { body }: Pick<InputOf<Route>, 'body'>): AnswerOf<Route> {
  const induced = inducedClaims(state, body.ids);
  const edges = edgeViews(claimsById(induced.slice(0, API_LIMITS.subgraphClaims), state), state);
  return {
    nodes: nodesById(body.ids, state),
    edges,
    missing: [...new Set(body.ids)].filter((id) => !state.node(id)),
    more: Math.max(0, induced.length - API_LIMITS.subgraphClaims),
    revision: state.revision,
  };
}
