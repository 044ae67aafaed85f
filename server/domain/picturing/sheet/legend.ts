/** What the encodings of a drawing stand for, each with the claims that have it: one list for the window and for pictures. */
import { RANK_OF_LEVEL } from '../../model/lists.ts';
import type { DrawnClaim } from '../drawn/drawn-claim.ts';
import type { SheetWords } from '../picture-words.ts';

/** What is drawn beside the words: a line of that rank, or a mark. */
export type LegendSample = { rank: number } | { mark: 'contested' | 'inferred' | 'open' };
export interface LegendEntry {
  id: string;
  sample: LegendSample;
  text: string;
  count: number;
}
type LegendWords = Pick<SheetWords, 'rankShort' | 'disputed' | 'contested' | 'open' | 'inferred' | 'uncertain'>;

/** What a line or a mark stands for, and which claims have it. */
export interface Encoded<T = LegendSample | { mark: 'uncertain' }> {
  id: string;
  sample: T;
  text: string;
  has: (claim: Pick<DrawnClaim, 'rank' | 'contested' | 'inferred' | 'uncertain' | 'openEnds'>) => boolean;
}

/** The ranks of standings, from the weakest. */
export const RANKS: readonly number[] = Object.values(RANK_OF_LEVEL)
  .filter((rank, i, all) => all.indexOf(rank) === i)
  .toSorted((a, b) => a - b);

/** The standings from the weakest, then disputed only. */
export function encodedStandings(t: LegendWords): Encoded<{ rank: number }>[] {
  const of = RANKS.map((rank) => ({
    id: `rank-${rank}`,
    sample: { rank },
    text: t.rankShort[rank] ?? '',
    has: (claim: { rank: number }) => claim.rank === rank,
  }));
  return [...of, { id: 'rank--1', sample: { rank: -1 }, text: t.disputed, has: (claim: { rank: number }) => claim.rank < 0 }];
}

export function encodedMarks(t: LegendWords): Encoded<{ mark: 'contested' | 'inferred' | 'open' | 'uncertain' }>[] {
  return [
    { id: 'contested', sample: { mark: 'contested' }, text: t.contested, has: ({ contested }) => contested },
    { id: 'open', sample: { mark: 'open' }, text: t.open, has: ({ openEnds }) => openEnds.length > 0 },
    { id: 'inferred', sample: { mark: 'inferred' }, text: t.inferred, has: ({ inferred }) => inferred },
    { id: 'uncertain', sample: { mark: 'uncertain' }, text: t.uncertain, has: ({ uncertain }) => uncertain },
  ];
}

const isPrinted = (sample: Encoded['sample']): sample is LegendSample => 'rank' in sample || sample.mark !== 'uncertain';

/** Only what is in view; firmest first, then the marks. */
export function legendEntries(claims: readonly DrawnClaim[], t: LegendWords): LegendEntry[] {
  const ranks = encodedStandings(t);
  return [...ranks.slice(0, -1).toReversed(), ...ranks.slice(-1), ...encodedMarks(t)].flatMap(({ id, sample, text, has }) => {
    const count = claims.filter(has).length;
    return count > 0 && isPrinted(sample) ? [{ id, sample, text, count }] : [];
  });
}
