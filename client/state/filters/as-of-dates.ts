/** The dates a clock can be stepped over: the ones of the claims drawn, each as its last possible day, so that "by" that day holds them. */
import { dayNumber, dayText, lastDayOfMonth } from '../../../server/domain/dates/calendar.ts';
import type { EdgeView } from '../../../server/contract/views.ts';

const DATE = /^(\d\d(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/;
/** EDTF writes a season in place of the month, from 21 on: spring from March. */
const FIRST_SEASON = 21;
const LAST = '9999-12-31';

/**
 * The last day a date of a clock may mean, as the server has it (`latestDay`), without the grammar of dates, which is heavy for a page: of an interval that of
 * its end, one unit later where it is marked as about. Undefined where it has none.
 */
export function lastDay(edtf: string): string | undefined {
  const [, written, second, third, mark] = DATE.exec(edtf.split('/').at(-1)?.replace(/T.*$/, '') ?? '') ?? [];
  if (written === undefined) return undefined;
  const about = mark === '~' || mark === '%' ? 1 : 0;
  const year = Number(written.replaceAll('X', '9'));
  const unit = written.endsWith('XX') ? 100 : written.endsWith('X') ? 10 : 1;
  const month = second === undefined || second === 'XX' ? undefined : Number(second);
  if (month === undefined) return dayOrLast(lastDayOfMonth(year + about * unit, 12));
  if (month >= FIRST_SEASON) return month > FIRST_SEASON + 3 ? undefined : dayOrLast(lastDayOfMonth(year, 3 * (month - FIRST_SEASON + about) + 5));
  if (month < 1 || month > 12) return undefined;
  if (third === undefined || third === 'XX') return dayOrLast(lastDayOfMonth(year, month + about));
  return dayOrLast(dayNumber(year, month, Number(third)) + about);
}
/** Days are compared as texts, and a year has four digits. */
function dayOrLast(days: number): string {
  const text = dayText(days) ?? LAST;
  return text.length > LAST.length ? LAST : text;
}

const sorted = (days: readonly (string | undefined)[]): string[] => [...new Set(days)].filter((day) => day !== undefined).toSorted();

/** When claims happened, and when they came to stand as they do. */
export function happenedDates(edges: readonly EdgeView[]): string[] {
  return sorted(edges.flatMap((edge) => [...edge.happened.map((one) => one.to ?? one.from), edge.since && lastDay(edge.since.edtf)]));
}
export function publishedDates(edges: readonly EdgeView[], publishedOf: (source: string) => string | undefined): string[] {
  return sorted(
    [...new Set(edges.flatMap((edge) => edge.sources))].map((source) => {
      const edtf = publishedOf(source);
      return edtf === undefined ? undefined : lastDay(edtf);
    }),
  );
}

/** The date before and the one after; without a date the view stands after the last. Later than the last: no date again. */
export function steps(dates: readonly string[], now: string | undefined): { earlier?: string; later?: string; canGoOn: boolean } {
  const at = now === undefined ? undefined : (lastDay(now) ?? now);
  const earlier = dates.filter((day) => at === undefined || day < at).at(-1);
  const later = at === undefined ? undefined : dates.find((day) => day > at);
  return { earlier, later, canGoOn: at !== undefined };
}
