/** The span of days that is shown: what it spans at first, how it is zoomed and moved, its ticks, and which date stands at a place. */
import { scaleUtc } from 'd3-scale';
import { civilDate, dayNumber, dayText } from '../../../server/domain/dates/calendar.ts';
import { words } from '../../i18n/messages.ts';
import type { Mark } from './time-marks.ts';

const DAY_MS = 86_400_000;
/** Days since 1970-01-01; `to` is the first day after it. */
export interface Span {
  from: number;
  to: number;
}
/** The shortest span shown, in days. */
export const LEAST_DAYS = 10;
/** Room before the first date and after the last, as a share of all: words stand after their mark. */
const ROOM = { before: 0.04, after: 0.18 };
/** The share of the marks that is shown at first where few lie far from the others. */
const MOST_MARKS = 0.9;
/** Room of one date on the axis, in px. */
const TICK_ROOM = 84;
/** The least width in px of what one date of the clock covers. */
const PICK_ROOM = 3;
/** What the format of dates can tell: the years 0000 to 9999. */
const EVER: Span = { from: dayNumber(0, 1, 1), to: dayNumber(10_000, 1, 1) };

function withRoom({ from, to }: Span): Span {
  const room = (share: number): number => Math.max((to - from) * share, (LEAST_DAYS - (to - from)) / 2, 1);
  const end = Math.min(EVER.to, to + room(ROOM.after));
  // At the end of all dates the room is before them.
  const start = Math.max(EVER.from, Math.min(from - room(ROOM.before), end - LEAST_DAYS));
  return { from: start, to: Math.max(end, start + LEAST_DAYS) };
}

/** From the first to the last day of all marks; undefined where there are none. */
export function boundsOf(marks: readonly Pick<Mark, 'from' | 'to'>[]): Span | undefined {
  let [from, to] = [Infinity, -Infinity];
  for (const mark of marks) {
    const [first, last] = [mark.from ?? mark.to, mark.to ?? mark.from];
    if (first === undefined || last === undefined) continue;
    from = Math.min(from, first);
    to = Math.max(to, last + 1);
  }
  return from > to ? undefined : { from, to };
}

/** The same with some room. */
export function extentOf(marks: readonly Pick<Mark, 'from' | 'to'>[]): Span | undefined {
  const bounds = boundsOf(marks);
  return bounds && withRoom(bounds);
}

/** What is shown at first: all, or, where few lie far from the others, the shortest span with nine marks in ten. */
export function firstSpan(marks: readonly Pick<Mark, 'from' | 'to'>[], all: Span): Span {
  const bounds = marks.map(({ from, to }): [number, number] => [from ?? to ?? 0, (to ?? from ?? 0) + 1]).sort((a, b) => a[0] - b[0]);
  const many = Math.ceil(bounds.length * MOST_MARKS);
  if (many === bounds.length) return all;
  let best = all;
  for (let i = 0; i + many <= bounds.length; i += 1) {
    const some = bounds.slice(i, i + many);
    const one = withRoom({ from: some[0]![0], to: some.reduce((last, [, to]) => Math.max(last, to), -Infinity) });
    if (one.to - one.from < best.to - best.from) best = one;
    // Long lists are looked at in some places only.
    if (bounds.length > 400) i += Math.floor(bounds.length / 200);
  }
  return best.to - best.from < (all.to - all.from) / 3 ? best : all;
}

/** Moved into `within`, and no longer than that. */
export function inside({ from, to }: Span, within: Span): Span {
  const long = Math.min(Math.max(to - from, LEAST_DAYS), Math.max(within.to - within.from, LEAST_DAYS));
  const start = Math.min(Math.max(from, within.from), Math.max(within.to - long, within.from));
  return { from: start, to: start + long };
}

/**
 * @param factor above 1: closer
 * @param at the share of the width that stays where it is
 */
export function zoomed({ from, to }: Span, factor: number, at: number, within: Span): Span {
  const long = Math.max((to - from) / factor, LEAST_DAYS);
  const held = from + (to - from) * at;
  return inside({ from: held - long * at, to: held + long * (1 - at) }, within);
}

/** @param share of the span; above 0: later */
export function moved({ from, to }: Span, share: number, within: Span): Span {
  const days = (to - from) * share;
  return inside({ from: from + days, to: to + days }, within);
}

/** Moved so that a day stands in it, where it does not. */
export function showing(span: Span, day: number, within: Span): Span {
  if (day >= span.from && day < span.to) return span;
  const half = (span.to - span.from) / 2;
  return inside({ from: day - half, to: day + half }, within);
}

/** The least room between two ticks, in px, on average. */
const LEAST_TICK_ROOM = 30;
/** Width of a letter of a tick, px, and a little more. */
const TICK_LETTER = 8;

export interface Tick {
  day: number;
  text: string;
}
/** Whole days with their names, as many as the width has room for; the first says its year. One that a name before it reaches has none. */
export function ticksOf({ from, to }: Span, width: number): Tick[] {
  const scale = scaleUtc([new Date(from * DAY_MS), new Date(to * DAY_MS)], [0, width]);
  const all = scale
    .ticks(Math.max(2, Math.floor(width / TICK_ROOM)))
    .map((date) => date.getTime() / DAY_MS)
    .filter((day) => Number.isInteger(day));
  // The scale takes the number asked for as a hint: weeks come where two ticks were asked of a month.
  const every = Math.max(1, Math.ceil(all.length / (2 + Math.ceil(width / LEAST_TICK_ROOM))));
  const days = all.filter((_, at) => at % every === 0);
  let year: number | undefined;
  let free = Number.NEGATIVE_INFINITY;
  return days.map((day) => {
    const x = ((day - from) / (to - from)) * width;
    if (x < free) return { day, text: '' };
    const at = civilDate(day);
    const named = at.year === year;
    year = at.year;
    const text = tickText(at, named);
    free = x + (text.length + 1) * TICK_LETTER;
    return { day, text };
  });
}
function tickText({ year, month, day }: { year: number; month: number; day: number }, named: boolean): string {
  const t = words.timeline;
  const of = String(year).padStart(4, '0');
  if (month === 1 && day === 1) return of;
  const text = day === 1 ? t.monthTick(month) : t.dayTick(day, month);
  return named ? text : t.withYear(text, of);
}

const EXACT = ['year', 'month', 'day'] as const;
type Exact = (typeof EXACT)[number];
/** Letters of a date as exact as that. */
const LETTERS: Readonly<Record<Exact, number>> = { year: 4, month: 7, day: 10 };

const exactAt = (perDay: number): Exact => (perDay >= PICK_ROOM ? 'day' : perDay * 30 >= PICK_ROOM ? 'month' : 'year');
const dayWithin = (day: number): number => Math.min(Math.max(Math.floor(day), EVER.from), EVER.to - 1);

/**
 * The date that stands at a day for the clock, no more exact than a pointer can tell: a day, a month or a year.
 * @param perDay px of a day
 */
export function dateAt(day: number, perDay: number): string {
  return dayText(dayWithin(day))!.slice(0, LETTERS[exactAt(perDay)]);
}

/** The year, month or day around a day: its first day, and the first day after it. */
function around(day: number, exact: Exact): Span {
  const { year, month, day: of } = civilDate(day);
  if (exact === 'year') return { from: dayNumber(year, 1, 1), to: dayNumber(year + 1, 1, 1) };
  if (exact === 'month') return { from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) };
  return { from: dayNumber(year, month, of), to: dayNumber(year, month, of) + 1 };
}

/**
 * What a marked span means: the date for the clock, which ends nearest to where the mark ends, and the span up to the end of that date, so that the axis ends
 * where the clock stands. A date that would end after all there is, or before the mark begins, is told more exactly.
 */
export function marked(mark: Span, perDay: number, within: Span): { date: string; span: Span } {
  // A mark that begins where all ends stands on the last day there is.
  const from = Math.min(Math.max(mark.from, within.from), within.to - 1);
  const end = Math.min(Math.max(mark.to, from), within.to);
  for (const exact of EXACT.slice(EXACT.indexOf(exactAt(perDay)))) {
    const last = around(dayWithin(end), exact);
    const ends = end - last.from < last.to - end ? [last.from, last.to] : [last.to, last.from];
    const to = (exact === 'day' ? ends : ends.slice(0, 1)).find((one) => one > from && one > EVER.from && one <= within.to);
    if (to !== undefined) return { date: dayText(to - 1)!.slice(0, LETTERS[exact]), span: inside({ from: Math.min(from, to - LEAST_DAYS), to }, within) };
  }
  return { date: dateAt(end, PICK_ROOM), span: inside({ from, to: end }, within) };
}
