/** The claims that want corroboration, those first that carry most links. */
import type { InSlices } from '../figures/in-slices.ts';
import type { Figures } from '../model/figures.ts';
import { GAP_KINDS, type GapKind } from '../model/lists.ts';
import type { Source } from '../model/records.ts';
import { gapsOf, type GapReason } from './gaps.ts';

export interface ClaimGaps {
  claim: string;
  reasons: GapReason[];
  /** Links that it carries (`carried-links.ts`). */
  carries: number;
}
export interface GapList {
  /** The claims that carry most links first, then those with more reasons, then in the order given. */
  gaps: ClaimGaps[];
  /** Claims by reason, whichever reasons are asked for. */
  totals: Record<GapKind, number>;
}

/**
 * @param claims the figures of the claims that are looked at, firmest first
 * @param kinds reasons of which a claim listed has at least one; absent: any
 */
export function* gapsInSlices(
  claims: Iterable<Figures>,
  sources: ReadonlyMap<string, Pick<Source, 'seen'>>,
  carries: ReadonlyMap<string, number>,
  kinds: readonly GapKind[] = GAP_KINDS,
): InSlices<GapList> {
  const totals: Record<GapKind, number> = { retelling: 0, 'no-origin': 0, 'one-origin': 0, parties: 0, unclear: 0, unread: 0 };
  const carrying: ClaimGaps[] = [];
  /** Of what carries nothing, by the number of reasons: nothing is left to sort, however many there are. */
  const others: ClaimGaps[][] = GAP_KINDS.map(() => []);
  for (const figures of claims) {
    yield;
    const reasons = gapsOf(figures, sources);
    for (const { kind } of reasons) totals[kind] += 1;
    if (!reasons.some(({ kind }) => kinds.includes(kind))) continue;
    const gap = { claim: figures.claim, reasons, carries: carries.get(figures.claim) ?? 0 };
    if (gap.carries > 0) carrying.push(gap);
    else others[reasons.length - 1]!.push(gap);
  }
  carrying.sort((a, b) => b.carries - a.carries || b.reasons.length - a.reasons.length);
  return { gaps: [carrying, ...others.toReversed()].flat(), totals };
}
