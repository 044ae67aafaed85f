/** The order in which claims are listed: the highest standing first. */
import type { Figures } from '../model/figures.ts';

/** Compare function for `sort`: by rank, then origins, both highest first, then by id, so that no two claims are equal. */
export function byStanding(a: Pick<Figures, 'claim' | 'rank' | 'origins'>, b: Pick<Figures, 'claim' | 'rank' | 'origins'>): number {
  return b.rank - a.rank || b.origins - a.origins || (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0);
}
