/** What the encodings in view stand for, each with the claims that have it: one list for the strip, the sheet and pictures. */
import type { ClaimMark } from '../../../server/contract/routes/compare.ts';
import type { EdgeView } from '../../../server/contract/views.ts';
import { SUPPORT_LEVELS, RANK_OF_LEVEL } from '../../../server/domain/model/lists.ts';
import { encodedMarks, encodedStandings, legendEntries, type LegendEntry, type LegendSample } from '../../../server/domain/picturing/sheet/legend.ts';
import { MARK_SIGNS } from '../marks/mark-signs.ts';
import type { Filters } from '../view.ts';
import { words } from '../../i18n/messages.ts';

const WORDS = words.printedSheet;

/** An encoding of lines, whether in view or not: what has it, and the filter it is pressed for, where there is one. */
export interface Encoding {
  id: string;
  sample: LegendSample | { width: number } | { mark: 'uncertain' } | { sign: ClaimMark };
  text: string;
  has: (edge: EdgeView) => boolean;
  filter?: { title: string; on: (filters: Filters) => boolean; press: (on: boolean) => Partial<Filters> };
}

/** The seven standings from the weakest, then disputed only. */
export function standings(): Encoding[] {
  return encodedStandings(WORDS).map((one): Encoding => {
    const { rank } = one.sample;
    if (rank < 0) return one;
    // The first level of a rank stands for it: `reported` for alleged too.
    const level = SUPPORT_LEVELS.find((each) => RANK_OF_LEVEL[each] === rank);
    const title = words.disclosure.filterOn(one.text);
    return { ...one, filter: { title, on: (filters) => filters.standingAtLeast === level, press: (on) => ({ standingAtLeast: on ? level : undefined }) } };
  });
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
  const title = words.disclosure.contestedFilter;
  const filter: Encoding['filter'] = { title, on: (filters) => filters.contestedOnly, press: (on) => ({ contestedOnly: on }) };
  return encodedMarks(WORDS).map((one) => (one.sample.mark === 'contested' ? { ...one, filter } : one));
}

/** What differs between two states, or what striking does, as long as that is marked on the drawing. */
export function differences(marked: ReadonlyMap<string, ClaimMark> | undefined): Encoding[] {
  if (!marked) return [];
  const there = new Set(marked.values());
  return (Object.keys(MARK_SIGNS) as ClaimMark[])
    .filter((mark) => there.has(mark))
    .map((mark) => ({
      id: `mark-${mark}`,
      sample: { sign: mark },
      text: words.compare.mark[mark],
      has: ({ id }) => marked.get(id) === mark,
    }));
}

/** Only what is in view; firmest first, then the marks. */
export const legendOf = (edges: readonly EdgeView[]): LegendEntry[] => legendEntries(edges, WORDS);
