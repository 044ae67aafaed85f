/** Writes bounds as an EDTF date: needed where two dates narrow to one that nobody wrote. */
import { civilDate, dayNumber, type CivilDate } from './calendar.ts';

/**
 * The simplest EDTF text with exactly these bounds: a year, month or day where they fit one, else an interval of the coarsest ends that fit. Years are clamped
 * to 0000–9999.
 */
export function edtfOfBounds(earliest: number, latest: number): string {
  const start = earliest === -Infinity ? undefined : civilDate(Math.max(earliest, dayNumber(0, 1, 1)));
  const end = latest === Infinity ? undefined : civilDate(Math.min(latest, dayNumber(10_000, 1, 1) - 1));
  const nextDay = end && civilDate(dayNumber(end.year, end.month, end.day) + 1);
  const day = (d: CivilDate, length: number) =>
    [String(d.year).padStart(4, '0'), String(d.month).padStart(2, '0'), String(d.day).padStart(2, '0')].slice(0, length).join('-');
  const startLength = !start ? 0 : start.day !== 1 ? 3 : start.month !== 1 ? 2 : 1;
  const endLength = !nextDay ? 0 : nextDay.day !== 1 ? 3 : nextDay.month !== 1 ? 2 : 1;
  if (start && end) {
    for (const length of [1, 2, 3]) {
      if (startLength <= length && endLength <= length && day(start, length) === day(end, length)) return day(start, length);
    }
  }
  return `${start ? day(start, startLength) : '..'}/${end ? day(end, endLength) : '..'}`;
}
