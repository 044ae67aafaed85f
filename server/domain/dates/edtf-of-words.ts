/** Reads a date as people write it ("summer 2022", "before 2018-06", "about 1979") into EDTF; what it does not read stays as it is, for the rules to say what is wrong with it. */
import { civilDate, dayNumber, lastDayOfMonth } from './calendar.ts';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const SEASONS: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' };
const PLAIN = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/;
const two = (n: number): string => String(n).padStart(2, '0');

function monthNamed(word: string): number {
  return word.length < 3 ? 0 : MONTHS.findIndex((name) => name.startsWith(word)) + 1;
}

/** One date without a hedge: 2022, 2022-07, July 2022, 5 July 2022, July 5, 2022, summer 2022, the 2020s. */
function point(text: string): string | undefined {
  if (PLAIN.test(text) || /^\d{4}-2[1-4]$/.test(text) || /^\d{3}X$/.test(text)) return text;
  const decade = /^(?:the )?(\d{3})0s$/.exec(text);
  if (decade) return `${decade[1]}X`;
  const season = /^(?:the )?(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/.exec(text);
  if (season) return `${season[2]}-${SEASONS[season[1]!]}`;
  const month = /^([a-z]+)\.?,? (\d{4})$/.exec(text);
  if (month && monthNamed(month[1]!) > 0) return `${month[2]}-${two(monthNamed(month[1]!))}`;
  const day = /^(\d{1,2})(?:st|nd|rd|th)?\.?(?: of)? ([a-z]+)\.?,? (\d{4})$/.exec(text);
  const american = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  const [d, m, y]: (string | undefined)[] = day ? [day[1], day[2], day[3]] : american ? [american[2], american[1], american[3]] : [];
  const number = monthNamed(m ?? '');
  return d === undefined || number === 0 ? undefined : `${y}-${two(number)}-${two(Number(d))}`;
}

/** The day, month or year beside a plain one; undefined beside a season or decade. */
function beside(date: string, by: 1 | -1): string | undefined {
  if (!PLAIN.test(date)) return undefined;
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return String(year + by).padStart(4, '0');
  const days = day === undefined ? (by < 0 ? dayNumber(year, month, 1) - 1 : lastDayOfMonth(year, month) + 1) : dayNumber(year, month, day) + by;
  const next = civilDate(days);
  const text = `${String(next.year).padStart(4, '0')}-${two(next.month)}`;
  return day === undefined ? text : `${text}-${two(next.day)}`;
}

export function edtfOfWords(written: string): string {
  const typed = written.trim();
  const text = typed.toLowerCase().replace(/\s+/g, ' ').replace(/^in /, '');
  return read(text) ?? typed;
}

function read(text: string): string | undefined {
  const whole = point(text);
  if (whole !== undefined) return whole;
  const hedged = /^(about|around|circa|c\.|ca\.|roughly|perhaps|maybe|possibly) (.+)$/.exec(text);
  if (hedged) {
    const date = point(hedged[2]!);
    return date && `${date}${/^(?:perhaps|maybe|possibly)$/.test(hedged[1]!) ? '?' : '~'}`;
  }
  const span = /^(?:between |from )?(.+?) (?:and|to|until|–|-) (.+)$/.exec(text);
  const [start, end]: (string | undefined)[] = span ? [point(span[1]!) ?? withYearOf(span[1]!, span[2]!), point(span[2]!)] : [];
  if (start !== undefined && end !== undefined) return `${start}/${end}`;
  const open = /^(before|until|till|up to|by|not later than|after|since|from|not before) (.+?)(?: on| onwards)?$/.exec(text);
  const date = open ? point(open[2]!) : undefined;
  if (!open || date === undefined) return undefined;
  if (open[1] === 'before') return prefixed('../', beside(date, -1));
  if (open[1] === 'after') return suffixed(beside(date, 1), '/..');
  return ['since', 'from', 'not before'].includes(open[1]!) ? `${date}/..` : `../${date}`;
}
const prefixed = (before: string, date: string | undefined): string | undefined => date && `${before}${date}`;
const suffixed = (date: string | undefined, after: string): string | undefined => date && `${date}${after}`;

/** "May to June 2020": the first has the year of the second. */
function withYearOf(first: string, second: string): string | undefined {
  const year = /(\d{4})$/.exec(second)?.[1];
  return year === undefined ? undefined : point(`${first} ${year}`);
}
