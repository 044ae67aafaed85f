/** When a voice told a claim, as far as the dates of its sources tell, and by how many days it was after another. */
import { parseEdtf } from '../dates/edtf-dates.ts';
import { wayOf, type ChainOf } from '../figures/lineage.ts';
import type { Figures } from '../model/figures.ts';
import type { Sequence } from '../model/lists.ts';
import type { Records } from '../model/records.ts';

/** Days since 1970-01-01 within which something was; an end that is not known is infinite. */
export interface Span {
  earliest: number;
  latest: number;
}
/** Whole days from one thing to another, at the least and at the most; below 0 where it was before. An end that is not known is infinite. */
export interface DaysBetween {
  least: number;
  most: number;
}

const NOT_KNOWN: Span = { earliest: -Infinity, latest: Infinity };

/**
 * The voices that tell a claim, each with the days within which the first of its sources was published. A voice tells it where one of its sources stands on the
 * way of a visible supporting citation that was not retracted, retellings included: as the root, as the page read, or in between. The first of several dates of
 * which each is only known within bounds lies between the first of their earliest days and the first of their latest. Of a source without a date it is not
 * known when it was published.
 */
export function toldBy(figures: Figures, { citations, sources }: Pick<Records, 'citations' | 'sources'>, chain: ChainOf): Map<string, Span> {
  const counting = new Set(figures.history.flatMap(({ stance, fell, citation }) => (stance === 'supports' && fell !== 'retracted' ? [citation] : [])));
  const told = new Map<string, Span>();
  for (const citation of citations.get(figures.claim) ?? []) {
    if (!counting.has(citation.id)) continue;
    for (const { voice, published } of wayOf(citation, sources, chain)) {
      const { earliest, latest } = published ? parseEdtf(published.edtf) : NOT_KNOWN;
      const known = told.get(voice);
      told.set(voice, known ? { earliest: Math.min(known.earliest, earliest), latest: Math.min(known.latest, latest) } : { earliest, latest });
    }
  }
  return told;
}

/** By how many days the second was after the first. */
export function daysBetween(first: Span, second: Span): DaysBetween {
  return { least: second.earliest - first.latest, most: second.latest - first.earliest };
}

/** Whether it was certainly later, certainly earlier, certainly on the same day, or whether the dates do not tell. */
export function sequenceOf({ least, most }: DaysBetween): Sequence {
  if (least > 0) return 'after';
  if (most < 0) return 'before';
  return least === 0 && most === 0 ? 'same-day' : 'open';
}
