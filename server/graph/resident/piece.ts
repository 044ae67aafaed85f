/** The records of a piece that is to be taken out, from a case in memory. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { namedInPiece, refuseTooManyClaims, refuseUnknown } from '../piece-ids.ts';
import type { PieceAnswer, PieceQuestion } from '../graph.ts';
import { inducedClaims } from './claims.ts';
import type { ViewState } from './view-state.ts';

export function* pieceOf(state: ViewState, question: PieceQuestion): InSlices<PieceAnswer> {
  const { records } = state;
  const { entities, claims } = namedInPiece(question);
  refuseUnknown([
    ...[...entities].filter((id) => !records.entities.has(id)),
    ...[...claims].filter((id) => !records.claims.has(id)),
    ...(question.datasets ?? []).filter((id) => !records.datasets.has(id)),
  ]);
  if (!question.claims && !question.datasets) for (const id of yield* inducedClaims(state, question.entities)) claims.add(id);
  const wanted = new Set(question.datasets);
  if (question.datasets) {
    for (const claim of records.claims.values()) {
      const says = records.citations.get(claim.id) ?? [];
      yield;
      if (wanted.has(claim.dataset) || says.some((c) => wanted.has(c.dataset))) claims.add(claim.id);
    }
    for (const entity of records.entities.values()) if (wanted.has(entity.dataset)) entities.add(entity.id);
  }
  const visible = [...claims].filter((id) => state.figures.get(id)?.visible);
  refuseTooManyClaims(visible.length, question.mostClaims ?? API_LIMITS.exportClaims);
  return { ctx: state, entities: [...entities].sort(), claims: visible.sort() };
}
