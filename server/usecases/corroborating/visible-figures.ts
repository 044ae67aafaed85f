/** The figures of the claims that are looked at: those visible at the clocks, held by the datasets asked for; firmest first. */
import { claimTest } from '../../domain/figures/filter-claims.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { WholeCase } from '../../graph/graph.ts';

export function* visibleFigures({ records, figures, visibleClaims }: WholeCase, datasets: string[] | undefined): InSlices<Figures[]> {
  const passes = claimTest(datasets ? { datasets } : {}, records);
  const found: Figures[] = [];
  for (const id of visibleClaims) {
    const [claim, of] = [records.claims.get(id), figures.get(id)];
    if (claim && of && passes(claim, of)) found.push(of);
    yield;
  }
  return found;
}
