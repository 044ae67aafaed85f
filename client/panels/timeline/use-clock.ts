/** The clock of the axis: the date at which the view stands, moved from date to date, by years, or to a place on the axis. */
import { useMemo } from 'react';
import { useDeps } from '../../acts/deps.ts';
import { setClocks } from '../../acts/set-filters.ts';
import { civilDate, dayNumber, dayText } from '../../../server/domain/dates/calendar.ts';
import { lastDay, steps } from '../../state/filters/as-of-dates.ts';
import { useView } from '../../state/store.ts';
import type { TimeBy } from '../../state/view.ts';
import { dayOf, type TimedClaim } from './time-marks.ts';

export interface ClockOfAxis {
  /** As written; undefined: none. */
  text: string | undefined;
  /** Its last day. */
  day: number | undefined;
  /** The days it is stepped over. */
  dates: readonly string[];
  /** False where the rows stand at dates of their own, which the view cannot change. */
  free: boolean;
  set: (text: string | undefined) => void;
}

export function useClock(by: TimeBy, claims: readonly TimedClaim[], text: string | undefined): ClockOfAxis {
  const deps = useDeps();
  const clocks = useView((s) => s.history.present.clocks);
  const of = useView((s) => s.history.present.middle.of);
  const dates = useMemo(() => {
    const days = claims.flatMap(({ marks }) => marks.flatMap(({ from, to }) => to ?? from ?? []));
    return [...new Set(days)].toSorted((a, b) => a - b).map((day) => dayText(day)!);
  }, [claims]);
  const last = text === undefined ? undefined : lastDay(text);
  return {
    text,
    day: last === undefined ? undefined : dayOf(last),
    dates,
    free: of?.kind !== 'claims' || of.clocks === undefined,
    set: (next) => setClocks(deps, { ...clocks, [by]: next }),
  };
}

/**
 * Where a key leads the clock. `to` undefined: to no date; no answer: the key is none of the clock, or leads nowhere.
 * @param forward whether the key that points right leads to later dates
 */
export function clockKey(
  { text, dates }: Pick<ClockOfAxis, 'text' | 'dates'>,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  rtl: boolean,
): { to: string | undefined } | undefined {
  if (key === '0' || key === 'Delete') return text === undefined ? undefined : { to: undefined };
  const side = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (side === 0) return undefined;
  const later = side * (rtl ? -1 : 1) > 0;
  if (shiftKey) return byYear(text, dates, later);
  const { earlier, later: next, canGoOn } = steps(dates, text);
  if (later) return canGoOn ? { to: next } : undefined;
  return earlier === undefined ? undefined : { to: earlier };
}

/** The same day a year on, or back; beyond the last date the view stands at none. */
function byYear(text: string | undefined, dates: readonly string[], later: boolean): { to: string | undefined } | undefined {
  const [first, last] = [dates[0], dates.at(-1)];
  const now = text === undefined ? last : lastDay(text);
  if (first === undefined || last === undefined || now === undefined || (text === undefined && later)) return undefined;
  const { year, month, day } = civilDate(dayOf(now));
  const years = year + (later ? 1 : -1);
  // Of 29 February and the like the last day of that month.
  const lastOfMonth = civilDate(dayNumber(years, month + 1, 1) - 1).day;
  const next = dayText(dayNumber(years, month, Math.min(day, lastOfMonth)))!;
  if (years < 0 || next < first) return now <= first ? undefined : { to: first };
  return next >= last && later ? { to: undefined } : { to: next };
}
