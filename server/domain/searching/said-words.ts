/** The words of a text that is said, folded as names are, each with its place in the text; and the words a search asks for. */
import { foldName, latinOfFolded } from './fold-name.ts';

/** A folded word, and where it stands in its text, in UTF-16 code units: `from` is its first, `to` the one after its last. */
export interface SaidWord {
  word: string;
  from: number;
  to: number;
}

/** What was typed between two spaces: words that must follow each other. Of a script that writes no spaces every letter is a word. */
export type AskedRun = readonly string[];
export interface AskedWords {
  /** All of them must occur. */
  runs: readonly AskedRun[];
  /** The last word of the last run may be only begun: it was typed last. */
  begun: boolean;
}

/** Letters of one word that are compared: what is longer is no word, and no index takes it whole. */
const MOST_LETTERS = 60;
/** Words of a search that are looked for; what is typed has room for about so many. */
const MOST_WORDS = 40;

/** A single letter begins too many words. */
const LEAST_BEGUN = 2;

const UNSPACED = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー\\uff70]';
const UNSPACED_LETTER = new RegExp(`^(?=[\\p{L}\\p{N}])${UNSPACED}`, 'u');
const PART = new RegExp(`(?=[\\p{L}\\p{N}])${UNSPACED}|(?:(?!${UNSPACED}).)+`, 'gu');
/**
 * In turn: letters each with a dot (I.R.G.C.); a letter of a script without spaces, with its marks; letters, digits, marks and joiners, with apostrophes between
 * two of them.
 */
const WORD = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:(?!${UNSPACED})\\p{L}\\.){2,}(?:(?!${UNSPACED})\\p{L})?(?![\\p{L}\\p{N}])`,
    `(?=[\\p{L}\\p{N}])${UNSPACED}[\\p{M}\\uff9e\\uff9f]*`,
    `(?:(?!${UNSPACED})[\\p{L}\\p{N}][\\p{M}\\u200c\\u200d]*(?:['’‘ʼʻʿʾ\`´׳״](?=[\\p{L}\\p{N}]))?)+`,
  ].join('|'),
  'gu',
);

/** The words in the order of the text. A word that folds to several ("½") gives each of them the place of the whole. */
export function saidWords(text: string): SaidWord[] {
  const words: SaidWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const from = match.index;
    const to = from + match[0].length;
    for (const word of foldWord(match[0])) words.push({ word, from, to });
  }
  return words;
}

/** Undefined where no word was typed. */
export function askedWords(typed: string): AskedWords | undefined {
  const runs: string[][] = [];
  let left = MOST_WORDS;
  for (const part of typed.split(/\s+/)) {
    // Of other scripts each word is asked for by itself, whatever stands between them.
    let together: string[] = [];
    const end = (): void => {
      if (together.length > 0) runs.push(together);
      together = [];
    };
    for (const { word } of saidWords(part).slice(0, left)) {
      left -= 1;
      if (!UNSPACED_LETTER.test(word)) end();
      together.push(word);
      if (!UNSPACED_LETTER.test(word)) end();
    }
    end();
  }
  const last = runs.at(-1)?.at(-1);
  return last === undefined ? undefined : { runs, begun: last.length >= LEAST_BEGUN && /[\p{L}\p{N}\p{M}]$/u.test(typed) };
}

/** Digits of any script as 0 to 9: they are one number. */
function foldWord(raw: string): string[] {
  if (/^[A-Za-z0-9]+$/.test(raw)) return [raw.toLowerCase().slice(0, MOST_LETTERS)];
  const folded = foldName(raw).replace(/\p{Nd}/gu, (digit) => latinOfFolded(digit));
  // A sign may fold to letters of a script without spaces: ヿ to コト, ㊀ to 一.
  const parts = folded.split(' ').flatMap((word) => word.match(PART) ?? []);
  return parts.flatMap((part) => (/[\p{L}\p{N}]/u.test(part) ? [[...part].slice(0, MOST_LETTERS).join('')] : []));
}
