/** When a claim was first published, as far as the dates of the sources read tell. */
import { dayNumber, dayText } from '../dates/calendar.ts';
import { parseEdtf } from '../dates/edtf-dates.ts';
import type { Citation, Source } from '../model/records.ts';

/** Days are compared as texts, and a year has four digits. */
const FIRST_DAY = dayNumber(0, 1, 1);

/**
 * The earliest possible day of the earliest source read by the supporting citations. Undefined where there is none, where one of them is undated, or
 * where the start of one is open: it may have been published on any day before.
 */
export function firstPublished(citations: readonly Pick<Citation, 'source' | 'stance'>[], sources: ReadonlyMap<string, Source>): string | undefined {
  let first = Infinity;
  for (const { source, stance } of citations) {
    if (stance !== 'supports') continue;
    const published = sources.get(source)?.published;
    if (!published) return undefined;
    first = Math.min(first, parseEdtf(published.edtf).earliest);
  }
  return dayText(first < FIRST_DAY && first > -Infinity ? FIRST_DAY : first);
}
