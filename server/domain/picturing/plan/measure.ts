/** Measures texts by a table of letter widths, where no font can be asked. */
import type { Measure } from '../picture.ts';

/** Mean width of a letter in Inter, as a share of its size: by hand of the letters that differ most, so that a table is good to about 4 % of a row. */
const NARROW = new Set("iljI|.,:;'!()[]");
const SLIM = new Set('frt-"/ ');
const WIDE = new Set('mwMW@%…—');
const FULL = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/u;
const MARK = /\p{M}|\u200C|\u200D|\uFE0F/u;

function share(letter: string): number {
  if (NARROW.has(letter)) return 0.28;
  if (SLIM.has(letter)) return 0.38;
  if (WIDE.has(letter)) return 0.88;
  if (MARK.test(letter)) return 0;
  if (FULL.test(letter)) return 1.05;
  return /\p{Lu}|\d/u.test(letter) ? 0.68 : 0.58;
}

export const measureByTable: Measure = (text, size, weight) => {
  let sum = 0;
  for (const letter of text) sum += share(letter);
  return sum * size * (weight >= 600 ? 1.05 : 1);
};
