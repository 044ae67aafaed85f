/** What the encodings in view stand for, each with the claims that have it: one list for the strip, the sheet and pictures. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { SUPPORT_LEVELS, RANK_OF_LEVEL } from '../../../server/domain/model/lists.ts';
import type { Filters } from '../view.ts';
import { words } from '../../i18n/messages.ts';

/** What is drawn beside the words: a line of that rank, or a mark. */
export type LegendSample = { rank: number } | { mark: 'contested' | 'inferred' | 'open' };
export interface LegendEntry {
  id: string;
  sample: LegendSample;
  text: string;
  count: number;
}

/** An encoding of lines, whether in view or not: what has it, and the filter it is pressed for, where there is one. */
export interface Encoding {
  id: string;
  sample: LegendSample | { width: number } | { mark: 'uncertain' };
  text: string;
  has: (edge: EdgeView) => boolean;
  filter?: { title: string; on: (filters: Filters) => boolean; press: (on: boolean) => Partial<Filters> };
}

/** The seven standings from the weakest, then disputed only. */
export function standings(): Encoding[] {
  const t = words.disclosure;
  // The first level of a rank stands for it: `reported` for alleged too.
  const ranked = Object.values(RANK_OF_LEVEL)
    .filter((rank, i, all) => all.indexOf(rank) === i)
    .toSorted((a, b) => a - b);
  const of = ranked.map((rank): Encoding => {
    const level = SUPPORT_LEVELS.find((one) => RANK_OF_LEVEL[one] === rank);
    const text = words.rankShort[rank] ?? '';
    return {
      id: `rank-${rank}`,
      sample: { rank },
      text,
      has: (edge) => edge.rank === rank,
      filter: { title: t.filterOn(text), on: (filters) => filters.standingAtLeast === level, press: (on) => ({ standingAtLeast: on ? level : undefined }) },
    };
  });
  return [...of, { id: 'rank--1', sample: { rank: -1 }, text: t.disputed, has: (edge) => edge.rank < 0 }];
}

/** Lines grow with the origins at their standing up to here. */
const WIDEST = 4;
export function widths(): Encoding[] {
  const t = words.disclosure;
  const at =
    (n: number) =>
    (edge: EdgeView): boolean =>
      Math.min(Math.max(edge.originsAtStanding, 0), WIDEST) === n;
  return [0, 1, 2, 3, WIDEST].map((n) => ({
    id: `width-${n}`,
    sample: { width: n },
    text: n === 0 ? t.hairlineNote : t.widthNote(n, n === WIDEST),
    has: at(n),
    ...(n < 2 ? {} : { filter: { title: t.filterWidth(n), on: (filters) => filters.originsAtLeast === n, press: (on) => ({ originsAtLeast: on ? n : 0 }) } }),
  }));
}

export function marks(): Encoding[] {
  const t = words.disclosure;
  return [
    {
      id: 'contested',
      sample: { mark: 'contested' },
      text: t.contested,
      has: (edge) => edge.contested,
      filter: { title: t.contestedFilter, on: (filters) => filters.contestedOnly, press: (on) => ({ contestedOnly: on }) },
    },
    { id: 'open', sample: { mark: 'open' }, text: t.open, has: (edge) => edge.openEnds.length > 0 },
    { id: 'inferred', sample: { mark: 'inferred' }, text: t.inferred, has: (edge) => edge.inferred },
    { id: 'uncertain', sample: { mark: 'uncertain' }, text: t.uncertain, has: (edge) => edge.uncertain },
  ];
}

function isPrinted(sample: Encoding['sample']): sample is LegendSample {
  return 'rank' in sample || ('mark' in sample && sample.mark !== 'uncertain');
}

/** Only what is in view; firmest first, then the marks. */
export function legendOf(edges: readonly EdgeView[]): LegendEntry[] {
  const ranks = standings();
  return [...ranks.slice(0, -1).toReversed(), ...ranks.slice(-1), ...marks()].flatMap(({ id, sample, text, has }) => {
    const count = edges.filter(has).length;
    return count > 0 && isPrinted(sample) ? [{ id, sample, text, count }] : [];
  });
}
