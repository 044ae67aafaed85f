/** Dates and quantities as text for the page, as precise as written and never rounded to a day. */
import type { Dated, Quantity } from '../../server/domain/model/records.ts';
import { words } from '../i18n/messages.ts';

const t = words.dates;
/** EDTF writes a season in place of the month, from 21 on. */
const FIRST_SEASON = 21;

function plain(edtf: string): string {
  const open = edtf.replace(/[?~%]$/, '');
  const [year, month, day] = open.split('-');
  const name = t.months[Number(month) - 1] ?? month ?? '';
  const season = t.seasons[Number(month) - FIRST_SEASON];
  const text =
    year === undefined || !/^\d{4}$/.test(year)
      ? edtf
      : month === undefined
        ? year
        : season !== undefined
          ? t.part(season, year)
          : day === undefined
            ? t.part(name, year)
            : t.day(Number(day), name, year);
  if (edtf.endsWith('~')) return t.about(text);
  if (edtf.endsWith('?')) return t.perhaps(text);
  return edtf.endsWith('%') ? t.perhapsAbout(text) : text;
}

/** "July 2022", "about 1979", "2018 to 2020", "since 2020". */
export function dateText(dated: Pick<Dated, 'edtf'>): string {
  const [from, to] = dated.edtf.split('/');
  if (to === undefined) return plain(dated.edtf);
  if (to === '' || to === '..') return t.since(plain(from ?? ''));
  if (from === '' || from === '..') return t.until(plain(to));
  return t.span(plain(from ?? ''), plain(to));
}

export function quantityText({ min, max, approx, unit }: Quantity): string {
  const { number, span, atLeast, atMost, about, of } = words.amounts;
  const range =
    min !== undefined && max !== undefined
      ? min === max
        ? number(min)
        : span(number(min), number(max))
      : min !== undefined
        ? atLeast(number(min))
        : atMost(number(max ?? 0));
  const amount = approx ? about(range) : range;
  return unit ? of(amount, unit) : amount;
}

/** The local time of day of an instant. */
export function clockTime(at: number | undefined): string {
  const time = at === undefined ? new Date() : new Date(at);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}
