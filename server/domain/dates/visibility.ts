/** Decides what is visible at the clocks of a view. There are three answers: in, uncertain, out (model.md, "Time: three clocks"). */
import { latestDay, parseEdtf } from './edtf-dates.ts';
import { happenedDates } from './happened-dates.ts';
import type { Citation, Dated, Source } from '../model/records.ts';
import type { Clocks } from '../model/questions.ts';
import type { Level } from '../model/lists.ts';

/** `in`: by D for certain; `uncertain`: undated or maybe later; `out`: after D for certain. */
export type Visibility = 'in' | 'uncertain' | 'out';

/** The happened and published clocks as days since 1970-01-01. (The recorded clock picks versions of records before anything is derived.) */
export interface ClockDays {
  happened?: number;
  published?: number;
  firmOnly: boolean;
}

/**
 * The clocks as days, each date by its latest possible day. Undefined where neither clock is set: `firmOnly` alone leaves nothing out.
 * @throws AppError `invalid` for a clock that is no date
 */
export function clockDays(clocks: Clocks | undefined): ClockDays | undefined {
  if (!clocks || (clocks.happened === undefined && clocks.published === undefined)) return undefined;
  return {
    happened: clocks.happened === undefined ? undefined : latestDay(clocks.happened),
    published: clocks.published === undefined ? undefined : latestDay(clocks.published),
    firmOnly: clocks.firmOnly === true,
  };
}

/** Compares a date with a day: latest possible day ≤ D is in, earliest possible day > D is out, all else (undated too) is uncertain. Without a day: in. */
export function dateVisibility(dated: Dated | undefined, day: number | undefined): Visibility {
  if (day === undefined) return 'in';
  return dated ? spanVisibility(parseEdtf(dated.edtf), day) : 'uncertain';
}

/** The same for a span of days, given by its first and last possible day. */
export function spanVisibility({ earliest, latest }: { earliest: number; latest: number }, day: number): Visibility {
  if (latest <= day) return 'in';
  return earliest > day ? 'out' : 'uncertain';
}

/** Whether something in that state is shown: what is uncertain is shown unless `firmOnly` is set. */
export function isShown(seen: Visibility, days: Pick<ClockDays, 'firmOnly'> | undefined): boolean {
  return seen === 'in' || (seen === 'uncertain' && !days?.firmOnly);
}

/** A source at the published clock. */
export function sourceVisibility(source: Source | undefined, days: ClockDays | undefined): Visibility {
  return days ? dateVisibility(source?.published, days.published) : 'in';
}

/**
 * Levels that a body gives on a day. Without a date it is not certain that they were given by D, so `firmOnly` leaves them out. An undated report, allegation
 * or denial is judged by the date of the claim instead.
 */
const FORMAL: ReadonlySet<Level> = new Set(['sanctioned', 'charged', 'admitted', 'found', 'convicted', 'acquitted', 'withdrawn']);

/**
 * Whether a citation is visible: at the published clock by the publication of the source READ, at the happened clock by the day of its step (`on`). A step that
 * was certainly taken later hides the whole citation.
 */
export function citationShown(
  { source, standing }: Pick<Citation, 'source' | 'standing'>,
  sources: ReadonlyMap<string, Source>,
  days: ClockDays | undefined,
): boolean {
  if (!days) return true;
  if (!isShown(sourceVisibility(sources.get(source), days), days)) return false;
  return (!standing.on && !FORMAL.has(standing.level)) || isShown(dateVisibility(standing.on, days.happened), days);
}

/**
 * Whether a claim happened by D, judged by the dates of its supporting citations: in where any date is (each alternative of a passage counts), else uncertain
 * where any may be or none is dated, else out.
 */
export function happenedVisibility(supporting: readonly Pick<Citation, 'happened'>[], days: ClockDays | undefined): Visibility {
  if (days?.happened === undefined) return 'in';
  let dated = false;
  let maybe = false;
  for (const citation of supporting) {
    for (const happened of happenedDates(citation)) {
      dated = true;
      const seen = dateVisibility(happened, days.happened);
      if (seen === 'in') return 'in';
      if (seen === 'uncertain') maybe = true;
    }
  }
  return maybe || !dated ? 'uncertain' : 'out';
}

/** Whether a source is visible at these clocks; used to choose names. */
export function sourceVisibleAt(sources: ReadonlyMap<string, Source>, clocks: Clocks | undefined): (id: string) => boolean {
  const days = clockDays(clocks);
  return (id) => isShown(sourceVisibility(sources.get(id), days), days);
}
