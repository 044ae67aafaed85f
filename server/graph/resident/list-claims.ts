/** Claims by filter at a view's clocks. */
import type { listClaims } from '../../contract/routes/claims.ts';
import { matchesFilter } from '../../domain/figures/filter-claims.ts';
import type { Claim } from '../../domain/model/records.ts';
import type { ClaimFilter } from '../../domain/model/questions.ts';
import type { AnswerOf, InputOf } from '../../usecases/route-types.ts';
import { edgeEntities, edgeViews } from '../../usecases/views/edge-view.ts';
import { claimsById, nodesById, type ViewState } from './view-state.ts';

type Route = typeof listClaims;

/** Visible claims that pass, firmest first. */
export function filteredClaims(state: ViewState, filter: ClaimFilter): Claim[] {
  return claimsById(state.visibleClaims, state).filter((claim) => {
    const figures = state.figures.get(claim.id);
    return figures !== undefined && matchesFilter(claim, figures, state.records, filter);
  });
}

export function listClaimsAsOf(state: ViewState, { body }: Pick<InputOf<Route>, 'body'>): AnswerOf<Route> {
  const found = filteredClaims(state, body.filter);
  const origins = (claim: Claim) => state.figures.get(claim.id)?.origins ?? 0;
  if (body.order === 'origins') found.sort((a, b) => origins(b) - origins(a));
  if (body.order === 'id') found.sort((a, b) => (a.id < b.id ? -1 : 1));
  const claims = edgeViews(found.slice(body.offset, body.offset + body.limit), state);
  return {
    claims,
    nodes: nodesById(claims.flatMap(edgeEntities), state),
    total: found.length,
    uncertain: found.filter((claim) => state.figures.get(claim.id)?.uncertain).length,
    revision: state.revision,
  };
}
