/** Breaks a text into rows of limited width: at spaces, between the words of scripts that write none, else within a word that is too long. */
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

/** Scripts that write no spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const unspaced = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Marks that open something stay with what follows, all others with what is before them. */
const OPENS = /^[\p{Ps}\p{Pi}]+$/u;
const MARK = /^[\p{P}\p{S}\p{M}ー々]+$/u;

/** A part of a text that need not be broken, and whether a space is before it. */
interface Part {
  text: string;
  spaced: boolean;
}

function partsOf(text: string): Part[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (!UNSPACED.test(word)) return [{ text: word, spaced: true }];
      const parts: Part[] = [];
      let opening = '';
      for (const { segment } of unspaced.segment(word)) {
        const last = parts.at(-1);
        if (OPENS.test(segment)) opening += segment;
        else if (MARK.test(segment) && opening === '' && last) last.text += segment;
        else {
          parts.push({ text: opening + segment, spaced: parts.length === 0 });
          opening = '';
        }
      }
      if (opening !== '') parts.push({ text: opening, spaced: parts.length === 0 });
      return parts;
    });
}

/** @param most number of rows, at least 1 */
export function textRows(text: string, width: number, most: number, { size, weight }: TextStyle, measure: Measure): Rows {
  const widthOf = (part: string): number => measure(part, size, weight);
  const parts = partsOf(text);
  const rows: string[] = [];
  let at = 0;
  let next = parts[at];
  let row = '';
  while (next !== undefined) {
    const joined: string = row === '' ? next.text : `${row}${next.spaced ? ' ' : ''}${next.text}`;
    if (widthOf(joined) <= width) {
      row = joined;
      next = parts[(at += 1)];
    } else if (row === '') {
      row = start(next.text, width, widthOf);
      const rest: string = next.text.slice(row.length);
      next = rest === '' ? parts[(at += 1)] : { text: rest, spaced: false };
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
