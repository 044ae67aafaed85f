/** Breaks a text into rows of limited width: at spaces, else within a word, as scripts without spaces and very long words need. */
import type { Measure, TextRow } from '../picture.ts';

export interface TextStyle {
  size: number;
  weight: number;
}
export interface Rows {
  rows: TextRow[];
  /** Whether the end was left out; the last row then ends in "…". */
  cut: boolean;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const ELLIPSIS = '…';

/** The longest start of `word` that is no wider than `width`: at least one letter. */
function start(word: string, width: number, widthOf: (text: string) => number): string {
  let out = '';
  for (const { segment } of letters.segment(word)) {
    if (out !== '' && widthOf(out + segment) > width) break;
    out += segment;
  }
  return out;
}

/** @param most number of rows, at least 1 */
export function textRows(text: string, width: number, most: number, { size, weight }: TextStyle, measure: Measure): Rows {
  const widthOf = (part: string): number => measure(part, size, weight);
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const rows: string[] = [];
  let next = words.shift();
  let row = '';
  while (next !== undefined) {
    const joined = row === '' ? next : `${row} ${next}`;
    if (widthOf(joined) <= width) {
      row = joined;
      next = words.shift();
    } else if (row === '') {
      row = start(next, width, widthOf);
      const rest = next.slice(row.length);
      next = rest === '' ? words.shift() : rest;
      if (next !== undefined) {
        rows.push(row);
        row = '';
      }
    } else {
      rows.push(row);
      row = '';
    }
    if (rows.length === most) break;
  }
  const cut = next !== undefined;
  if (!cut && row !== '') rows.push(row);
  if (cut) {
    const last = rows.pop() ?? '';
    const room = width - widthOf(ELLIPSIS);
    // The separator before the cut goes with what is cut.
    rows.push(`${(widthOf(last) <= room ? last : start(last, room, widthOf)).replace(/[\s,;:،؛\u200C\u200D]+$/u, '')}${ELLIPSIS}`);
  }
  return { rows: rows.map((one) => ({ text: one, width: widthOf(one) })), cut };
}
