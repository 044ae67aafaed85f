/** A claim's evidence at a view's clocks. */
import type { readEvidence } from '../../contract/routes/claims.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Claim } from '../../domain/model/records.ts';
import { notEstablishedBeside } from '../../domain/figures/no-established-link.ts';
import type { AnswerOf, InputOf } from '../../usecases/route-types.ts';
import { evidenceView } from '../../usecases/views/evidence-view.ts';
import type { ViewState } from './view-state.ts';

type Route = typeof readEvidence;

export function readEvidenceAsOf(state: ViewState, { params }: Pick<InputOf<Route>, 'params'>): AnswerOf<Route> {
  const claim = state.records.claims.get(params.id);
  const view = claim && evidenceView(claim, state, beside(claim, state));
  if (!view) throw new AppError('not-found', `There is no claim "${params.id}" at these clocks.`);
  return view;
}

function beside(claim: Claim, state: ViewState): string[] {
  return notEstablishedBeside(claim, state.records, state.within).map((found) => found.id);
}
