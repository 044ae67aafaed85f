/** Counts, amounts, dates and locators in words. */
import { formatDated } from '../dates/edtf-dates.ts';
import type { Dated, Locator, Quantity } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';

/** Whether a date in words is a span with an open end or two ends: of such only some day within it is known. */
export const isSpan = (date: string): boolean => /^(between|from|up to) /.test(date);

/** Created once, because creating a NumberFormat is slow. */
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** "at least 10", "about 200", "between 3 and 5 dollars". The bounds are told as written; `approx` is told as "about" and does not widen them. */
export function describeQuantity({ min, max, approx, unit }: Omit<Quantity, 'basis'>): string {
  const about = approx ? 'about ' : '';
  const after = unit === undefined ? '' : ` ${unit}`;
  const number = (n: number) => NUMBER.format(n);
  if (min !== undefined && max !== undefined) {
    return min === max ? `${about}${number(min)}${after}` : `${about}${number(min)} to ${number(max)}${after}`;
  }
  if (min !== undefined) return `at least ${about}${number(min)}${after}`;
  if (max !== undefined) return `at most ${about}${number(max)}${after}`;
  return `a number not given${after}`;
}

/** "paragraph 16", "page 3", "at 1:02:03", "record 17". */
export function describeLocator(locator: Locator | undefined): string {
  if (locator === undefined) return 'place not given';
  if ('paragraph' in locator) return `paragraph ${locator.paragraph}`;
  if ('page' in locator) return `page ${locator.page}`;
  if ('timecode' in locator) return `at ${locator.timecode}`;
  return `record ${locator.record}`;
}

/** A date with its preposition: "on 5 May 2022", "in July 2022", "between 2018 and 2020"; empty where nothing is known. */
export function whenPhrase(dated: Dated): string {
  const text = formatDated(dated);
  if (/^(between|from|since|up to) /.test(text)) return text;
  if (/not known$/.test(text)) return '';
  const [, perhaps = '', rest = text] = /^(perhaps )?(.*)$/.exec(text) ?? [];
  return `${perhaps}${/^(about )?\d{1,2} /.test(rest) ? 'on' : 'in'} ${rest}`;
}

/** What to add to a value whose basis is not `stated`; empty for `stated`. */
export function basisNote(basis: Dated['basis'], what: string): string {
  if (basis === 'inferred') return `${what} inferred`;
  return basis === 'outside' ? `${what} from outside the sources` : '';
}

/** The dates, counts and amounts of a claim in words; several where the sources differ. */
export function valueTexts(figures: Pick<Figures, 'happened' | 'count' | 'amount'>): {
  happened: string[];
  numbers: string[];
} {
  return {
    happened: figures.happened.map(({ value, basis }) => whenPhrase({ edtf: value, basis })).filter((text) => text !== ''),
    numbers: [...figures.count, ...figures.amount].map(({ value }) => describeQuantity(value)),
  };
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Up to ten in letters. */
export function spelled(n: number): string {
  return NUMBERS[n] ?? String(n);
}
