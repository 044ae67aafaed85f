/** What is to be seen at the dates of a view: three states, never two (model.md, "Time: three clocks"). */
import { latestDay, parseEdtf } from './edtf-dates.ts';
import { happenedDates } from '../model/happened-dates.ts';
import type { Citation, Dated, Source } from '../model/records.ts';
import type { Clocks } from '../model/questions.ts';
import type { Level } from '../model/lists.ts';

/** By D for certain; undated or maybe later; after D for certain. */
export type Seen = 'in' | 'uncertain' | 'out';

/** The two clocks a derivation follows, as days since 1970-01-01; the recorded clock picks versions before any derivation. */
export interface ClockDays {
  happened?: number;
  published?: number;
  firmOnly: boolean;
}

/**
 * The clocks as days, each date by its latest possible day; undefined where neither is set, so that `firmOnly` alone leaves nothing out.
 * @throws AppError `invalid` for a clock that is no date.
 */
export function clockDays(clocks: Clocks | undefined): ClockDays | undefined {
  if (!clocks || (clocks.happened === undefined && clocks.published === undefined)) return undefined;
  return {
    happened: clocks.happened === undefined ? undefined : latestDay(clocks.happened),
    published: clocks.published === undefined ? undefined : latestDay(clocks.published),
    firmOnly: clocks.firmOnly === true,
  };
}

/** A date against a day: latest possible day ≤ D is in, earliest possible day > D is out, all else (undated too) is uncertain. No day: in. */
export function seenBy(dated: Dated | undefined, day: number | undefined): Seen {
  if (day === undefined) return 'in';
  return dated ? spanSeenBy(parseEdtf(dated.edtf), day) : 'uncertain';
}

/** The same for the first and the last day that something may have happened. */
export function spanSeenBy({ earliest, latest }: { earliest: number; latest: number }, day: number): Seen {
  if (latest <= day) return 'in';
  return earliest > day ? 'out' : 'uncertain';
}

/** Whether what is in that state is shown: what is uncertain is kept unless only firm dates are asked for. */
export function isShown(seen: Seen, days: Pick<ClockDays, 'firmOnly'> | undefined): boolean {
  return seen === 'in' || (seen === 'uncertain' && !days?.firmOnly);
}

/** A source at the published clock. */
export function sourceSeen(source: Source | undefined, days: ClockDays | undefined): Seen {
  return days ? seenBy(source?.published, days.published) : 'in';
}

/**
 * Levels that are acts of a body on a day. Undated they cannot be said to have been taken by D, so `firmOnly` leaves them out; an undated report,
 * allegation or denial is judged by the claim's own date instead.
 */
const FORMAL: ReadonlySet<Level> = new Set(['sanctioned', 'charged', 'admitted', 'found', 'convicted', 'acquitted', 'withdrawn']);

/**
 * Whether a citation is visible: by the publication of the source READ, and by the step it gives (`on`) at the happened clock, which takes a step
 * certainly taken later out, citation and all.
 */
export function citationShown(
  { source, standing }: Pick<Citation, 'source' | 'standing'>,
  sources: ReadonlyMap<string, Source>,
  days: ClockDays | undefined,
): boolean {
  if (!days) return true;
  if (!isShown(sourceSeen(sources.get(source), days), days)) return false;
  return (!standing.on && !FORMAL.has(standing.level)) || isShown(seenBy(standing.on, days.happened), days);
}

/**
 * When a claim happened, judged on those of its supporting citations that carry a date: by D when any date is, alternatives of one passage included; else uncertain when any may be, or
 * when none is dated; else out.
 */
export function happenedSeen(supporting: readonly Pick<Citation, 'happened'>[], days: ClockDays | undefined): Seen {
  if (days?.happened === undefined) return 'in';
  let dated = false;
  let maybe = false;
  for (const citation of supporting) {
    for (const happened of happenedDates(citation)) {
      dated = true;
      const seen = seenBy(happened, days.happened);
      if (seen === 'in') return 'in';
      if (seen === 'uncertain') maybe = true;
    }
  }
  return maybe || !dated ? 'uncertain' : 'out';
}

/** For names: whether a source is visible at these clocks. */
export function sourceVisibleAt(sources: ReadonlyMap<string, Source>, clocks: Clocks | undefined): (id: string) => boolean {
  const days = clockDays(clocks);
  return (id) => isShown(sourceSeen(sources.get(id), days), days);
}
