/** Reads dates as sources tell them: EDTF level 1 (ISO 8601-2:2019), with the text kept as written and bounds in whole days. */
import { parse, type EdtfDateNode, type EdtfNode, type EdtfSeasonNode } from 'edtf';
import { dayNumber, dayText, lastDayOfMonth } from './calendar.ts';
import { AppError } from '../model/errors.ts';
import type { Dated } from '../model/records.ts';

export type EdtfPrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'unspecified' | 'interval';

/** What a date as written allows. Days count from 1970-01-01 (UTC); an open or unknown end is infinite. */
export interface EdtfBounds {
  /** First day it may mean, widened for `~`; -Infinity where the start is open or unknown. */
  earliest: number;
  /** Last day it may mean, widened for `~`; Infinity where the end is open or unknown. */
  latest: number;
  /** `?` or `%` somewhere: the source itself is unsure. It never moves a bound. */
  uncertain: boolean;
  /** `~` or `%` somewhere. */
  approximate: boolean;
  precision: EdtfPrecision;
  text: string;
}

/** EDTF also has letter-prefixed, signed, five-digit and two-digit years. They are refused: a modern date has four digits. */
const FOUR_DIGIT_YEAR = /^[0-9X]{4}(?![0-9X])/;
const QUALIFIED_BEFORE = /^[?~%]/;
/** Parsing costs about 30 µs a text and the dates of a case repeat, so results are kept, up to this many. */
const REMEMBERED = 20_000;
const remembered = new Map<string, EdtfBounds>();

/**
 * Bounds of an EDTF level 1 text (model.md, "Time"). Years have four digits. Seasons are northern (21 March–May, 22 June–August, 23 September–November, 24
 * December to the end of February of the NEXT year). `~` widens each end by one unit of its precision; `?` is ignored; an end that is open (`..`) or unknown
 * (empty) is infinite. A time of day is dropped and its day kept as written.
 * @throws AppError `invalid` where the text has not the form of such a date, `refused` where it is an interval that ends before it starts
 */
export function parseEdtf(text: string): EdtfBounds {
  const known = remembered.get(text);
  if (known) return known;
  const bounds = boundsOf(text);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, bounds);
  return bounds;
}

/** Last possible day of a text in days since 1970-01-01, Infinity where the end is open. "By D" and "not later" compare this day. */
export function latestDay(text: string): number {
  return parseEdtf(text).latest;
}

/** Days are compared as texts, and a year has four digits. */
const LAST_DAY = dayNumber(9999, 12, 31);

/** The last possible day as a text like 2022-07-31; where the end is open, a day that nothing comes after. */
export function lastDayText(text: string): string {
  return dayText(Math.min(latestDay(text), LAST_DAY))!;
}

function boundsOf(text: string): EdtfBounds {
  const plain = plainDay(text);
  if (plain !== undefined)
    return {
      earliest: plain,
      latest: plain,
      uncertain: false,
      approximate: false,
      precision: 'day',
      text,
    };
  const latin = inLatinDigits(text);
  if (latin !== text) throw notADate(text, 'its digits are not 0 to 9', `write Latin digits: ${latin}`);
  const written = remedyForOrder(text);
  if (written !== undefined) throw notADate(text, 'it is not written year-month-day', written);
  const parts = text.split('/');
  if (parts.length > 1 && parts.every((part) => part === '' || part === '..')) throw notADate(text, 'it has no end', 'write a date, or leave the field out');
  for (const part of parts) {
    const open = parts.length === 2 && (part === '' || part === '..');
    if (!open && !FOUR_DIGIT_YEAR.test(part)) throw notADate(text, 'a year has exactly four digits', remedyFor(part));
  }
  if (parts.length > 2) throw notADate(text, 'an interval has two ends', remedyFor(text));
  const [start, end] = parts.map((part) => (part === '' || part === '..' ? undefined : pointBounds(parsePoint(part, text))));
  if (parts.length === 1 && start) return { ...start, text };
  if (start && end && start.firm.earliest > end.firm.latest) {
    throw reversed(text);
  }
  return {
    earliest: start?.earliest ?? -Infinity,
    latest: end?.latest ?? Infinity,
    uncertain: Boolean(start?.uncertain || end?.uncertain),
    approximate: Boolean(start?.approximate || end?.approximate),
    precision: 'interval',
    text,
  };
}

/** A date or season whose mark the grammar does not read: it reads marks after plain dates only. */
const MARKED = /^(\d{4}-2[1-4]|[0-9X]{4}|\d{4}-XX(?:-XX)?|\d{4}-\d\d-XX)([?~%])$/;

/** One end of an interval, or a whole date. Parsed by itself, because the grammar allows no season or decade in an interval. */
function parsePoint(part: string, text: string): EdtfDateNode | EdtfSeasonNode {
  const [, plain = part, mark = ''] = MARKED.exec(part) ?? [];
  const short = shorterMonth(part);
  if (short) throw notADate(text, short.reason, short.remedy);
  let node: EdtfNode;
  try {
    node = parse(plain, { level: 1 });
  } catch (error) {
    throw notADate(text, 'no such day, or not a form of EDTF level 1', remedyFor(text), error);
  }
  if (node.type !== 'Date' && node.type !== 'Season') throw notADate(text, 'not a date, a season or an interval', remedyFor(text));
  if (mark === '') return node;
  return { ...node, uncertain: mark !== '~', approximate: mark !== '?' };
}

/** The day of a text like 2022-07-05, where there is such a day. This common form needs no parsing by the grammar. */
function plainDay(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return undefined;
  const days = dayNumber(year, month, day);
  return days <= lastDayOfMonth(year, month) ? days : undefined;
}

/** Why a text with the form of a day is none that its month has. The grammar accepts 29 February in every year. */
function shorterMonth(part: string): { reason: string; remedy: string } | undefined {
  const [, written = '', year, month, day] = /^((\d{4})-(\d\d))-(\d\d)(?=T|[?~%]?$)/.exec(part) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return undefined;
  const days = lastDayOfMonth(Number(year), Number(month)) - dayNumber(Number(year), Number(month), 1) + 1;
  if (Number(day) >= 1 && Number(day) <= days) return undefined;
  return { reason: `${name} ${year} has ${days} days`, remedy: `write a day that there is, or the month alone: ${written}` };
}

interface PointBounds extends Omit<EdtfBounds, 'text'> {
  /** The bounds before `~` widened them. */
  readonly firm: { earliest: number; latest: number };
}

function pointBounds(node: EdtfDateNode | EdtfSeasonNode): PointBounds {
  const [year = 0, second = 0, third = 1] = node.values;
  const precision = precisionOf(node);
  const span = spanOf(precision, year, second, third, 0);
  const wide = node.approximate
    ? {
        earliest: spanOf(precision, year, second, third, -1).earliest,
        latest: spanOf(precision, year, second, third, 1).latest,
      }
    : span;
  const bounds = {
    ...wide,
    uncertain: Boolean(node.uncertain),
    approximate: Boolean(node.approximate),
    precision,
  };
  // Not enumerable, so that a caller who spreads the bounds gets the public fields only.
  return Object.defineProperty(bounds, 'firm', { value: span, enumerable: false }) as PointBounds;
}

function precisionOf(node: EdtfDateNode | EdtfSeasonNode): EdtfPrecision {
  if (node.type === 'Season') return 'season';
  const unspecified = node.unspecified ?? 0;
  if (unspecified & 1 || unspecified & 2) return 'unspecified';
  if (unspecified & 4) return 'century';
  if (unspecified & 8) return 'decade';
  if (unspecified & 48 || node.values.length === 1) return 'year';
  if (unspecified & 192 || node.values.length === 2) return 'month';
  return 'day';
}

/** First and last day of the unit `shift` units away. `second` is a zero-based month, or a season's number. */
function spanOf(precision: EdtfPrecision, year: number, second: number, day: number, shift: number): { earliest: number; latest: number } {
  const years = (from: number, count: number) => ({
    earliest: dayNumber(from, 1, 1),
    latest: dayNumber(from + count, 1, 1) - 1,
  });
  switch (precision) {
    case 'day': {
      const one = dayNumber(year, second + 1, day) + shift;
      return { earliest: one, latest: one };
    }
    case 'month':
      return {
        earliest: dayNumber(year, second + 1 + shift, 1),
        latest: lastDayOfMonth(year, second + 1 + shift),
      };
    case 'season': {
      const firstMonth = 3 * (second - 20) + 3 * shift;
      return {
        earliest: dayNumber(year, firstMonth, 1),
        latest: lastDayOfMonth(year, firstMonth + 2),
      };
    }
    case 'decade':
      return years(Math.floor(year / 10) * 10 + 10 * shift, 10);
    case 'century':
      return years(Math.floor(year / 100) * 100 + 100 * shift, 100);
    case 'unspecified':
      return years(0, 10_000);
    default:
      return years(year + shift, 1);
  }
}

const NUMBERED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$|^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const NAMED = /^(?:(\d{1,2})\.? ([a-z]+)\.?,? (\d{4})|([a-z]+)\.? (\d{1,2}),? (\d{4}))$/i;

const NAMED_MONTH = /^([a-z]+)\.?,? (\d{4})$|^(\d{4}),? ([a-z]+)\.?$/i;
/** The number of the month that an English word or its first letters, three at least, name; 0 for any other word. */
function monthNamed(word: string): number {
  const begins = word.toLowerCase();
  return MONTHS.findIndex((name) => begins.length >= 3 && name.toLowerCase().startsWith(begins)) + 1;
}

/** The text with 0 to 9 for the digits of any script. */
function inLatinDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOfDigit(digit)));
}

/** Unicode encodes the ten digits of a script in a row from 0, and only the mathematical ones have several rows side by side, the first at U+1D7CE. */
function valueOfDigit(digit: string): number {
  const code = digit.codePointAt(0)!;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** What to write for a date in another order or notation, or an interval of such; both where two are possible. */
function remedyForOrder(text: string): string | undefined {
  const [one, other] = meantBy(text) ?? intervalMeant(text) ?? [];
  if (one === undefined) return undefined;
  return other === undefined ? `write ${one}` : `write ${one} (or ${other}): which is it?`;
}

/** The day meant by 05/07/2022, 2022/7/5 or 5 July 2022, or the month by its name; two days where both are possible, the usual reading first. */
function meantBy(text: string): string[] | undefined {
  const iso = (year: string, month: number, day: number): string[] => {
    const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return written !== text && plainDay(written) !== undefined ? [written] : [];
  };
  const readings = (days: readonly string[]) => (days.length === 0 ? undefined : [...new Set(days)]);
  const named = NAMED.exec(text);
  if (named) return readings(iso(named[3] ?? named[6] ?? '', monthNamed(named[2] ?? named[4] ?? ''), Number(named[1] ?? named[5])));
  const ofMonth = NAMED_MONTH.exec(text);
  if (ofMonth) {
    const month = monthNamed(ofMonth[1] ?? ofMonth[4] ?? '');
    return month === 0 ? undefined : [`${ofMonth[2] ?? ofMonth[3]}-${String(month).padStart(2, '0')}`];
  }
  const numbered = NUMBERED.exec(text);
  if (!numbered || /^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const [, a, b, end, start, second, third] = numbered;
  if (start !== undefined) return readings(iso(start, Number(second), Number(third)));
  return readings([...iso(end!, Number(b), Number(a)), ...iso(end!, Number(a), Number(b))]);
}

/** The same of an interval of which an end is so written, and the other is written so, too, or is a date or open: May 2020/2021, May/June 2020. */
function intervalMeant(text: string): string[] | undefined {
  const [start, end, more] = text.split('/').map((part) => part.trim());
  if (start === undefined || end === undefined || more !== undefined) return undefined;
  const last = meantBy(end);
  const year = /^[a-z]+\.?$/i.test(start) ? last?.[0]?.slice(0, 4) : undefined;
  const first = meantBy(year === undefined ? start : `${start} ${year}`);
  if (!first && !last) return undefined;
  const asWritten = (part: string) => (part === '' || part === '..' || FOUR_DIGIT_YEAR.test(part) ? [part] : []);
  const [starts, ends] = [first ?? asWritten(start), last ?? asWritten(end)];
  return starts.length === 0 || ends.length === 0 ? undefined : starts.flatMap((one, i) => `${one}/${ends[Math.min(i, ends.length - 1)]}`);
}

function remedyFor(part: string): string {
  if (QUALIFIED_BEFORE.test(part)) return `put the mark after the date: ${part.slice(1)}${part.charAt(0)}`;
  if (/^\d{2}$/.test(part)) return `write the year in full, or its century as ${part}XX`;
  return 'write 2022, 2022-07, 2022-07-05, a season 2022-21 to 2022-24, 2022-XX, 202X, or an interval 2018/2020, 2018/.., ../2020, with ? ~ or % at the end';
}

/** Code of the problem of an interval that ends before it starts. */
export const REVERSED = 'reversed-interval';

/** It has the form of a date, so it is not `invalid`. */
function reversed(text: string): AppError {
  const message = `“${text}” is not a date: it ends before it starts`;
  return new AppError('refused', message, { problems: [{ code: REVERSED, message, remedy: 'write the earlier date first' }] });
}

function notADate(text: string, reason: string, remedy: string, cause?: unknown): AppError {
  const message = `“${text}” is not a date: ${reason}`;
  return new AppError('invalid', message, { problems: [{ code: 'invalid-date', message, remedy }] }, { cause });
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SEASONS: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
};

/**
 * A date for prose, no more exact than written: "July 2022", "about 1979", "perhaps 5 May 2020", "winter 2022–2023", "the 2020s",
 * "between 2018 and June 2019", "from 2018 on", "since 2018, end not known", "up to 2020".
 */
export function formatDated(dated: Dated): string {
  const [first = '', second] = dated.edtf.split('/');
  if (second === undefined) return formatPoint(first);
  const from = first === '' || first === '..' ? '' : formatPoint(first);
  const to = second === '' || second === '..' ? '' : formatPoint(second);
  if (from && to) return `between ${from} and ${to}`;
  if (from) return second === '..' ? `from ${from} on` : `since ${from}, end not known`;
  if (to) return `up to ${to}`;
  return 'at a time not known';
}

/** A year, month or day in figures, as in "2023-02"; what figures do not tell, such as a season, in words. */
export function inFigures(edtf: string): string {
  return /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(edtf) ? edtf : formatDated({ edtf, basis: 'stated' });
}

function formatPoint(text: string): string {
  const { precision, uncertain, approximate } = parseEdtf(text);
  const hedge = (uncertain ? 'perhaps ' : '') + (approximate ? 'about ' : '');
  return hedge + formatUnit(text, precision);
}

function formatUnit(text: string, precision: EdtfPrecision): string {
  const year = text.slice(0, 4);
  switch (precision) {
    case 'day':
      return `${Number(text.slice(8, 10))} ${MONTHS[Number(text.slice(5, 7)) - 1]} ${year}`;
    case 'month':
      return `${MONTHS[Number(text.slice(5, 7)) - 1]} ${year}`;
    case 'season': {
      const season = text.slice(5, 7);
      return `${SEASONS[season]} ${season === '24' ? `${year}–${Number(year) + 1}` : year}`;
    }
    case 'decade':
      return `the ${year.slice(0, 3)}0s`;
    case 'century':
      return `between ${year.slice(0, 2)}00 and ${year.slice(0, 2)}99`;
    case 'unspecified':
      return 'a year not known';
    default:
      return year;
  }
}
