/** The words of a text that is said, folded as names are, each with its place in the text; and the words a search asks for. */
import { foldName, latinOfFolded } from './fold-name.ts';

/** A folded word, and where it stands in its text, in UTF-16 code units: `from` is its first, `to` the one after its last. */
export interface SaidWord {
  word: string;
  from: number;
  to: number;
  /** The compounds it is a part of, each written as one word: "co-operate", "O’Brien", "5,000". */
  wholes?: readonly string[];
  /** It is such a compound: its parts stand in the list, too. */
  isWhole?: true;
}

/** Words that must follow each other. Of a script that writes no spaces every letter is a word. */
export interface AskedRun {
  words: readonly string[];
  /** The last word may be only begun: it was typed last. */
  begun: boolean;
}
/** Runs of which one must occur: a word as it was typed, or the compound it is a part of as one word. */
export type AskedChoice = readonly AskedRun[];
export interface AskedWords {
  /** Each of them must occur. */
  choices: readonly AskedChoice[];
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

/** Parts of one compound; what has more is a list. */
const MOST_PARTS = 4;
/** What may stand within a word, and in other spellings is a space or nothing. */
const WITHIN = /[\u200c'’‘ʼʻʿʾ`´׳״]/u;
/** Letters from which on what follows an apostrophe is a word: not the s of "Iran’s". */
const LEAST_AFTER_APOSTROPHE = 3;

/**
 * The words in the order of the text. A word that folds to several ("½") gives each of them the place of the whole. A compound is given as its parts and as one
 * word, since others write it so.
 */
export function saidWords(text: string): SaidWord[] {
  const words: SaidWord[] = [];
  const tokens = [...text.matchAll(WORD)].map((match) => ({ raw: match[0], from: match.index, to: match.index + match[0].length }));
  for (let at = 0; at < tokens.length;) {
    const count = lengthOfCompound(text, tokens, at);
    const parts = tokens.slice(at, at + count).flatMap(wordsOf);
    at += count;
    if (count === 1) {
      words.push(...parts);
      continue;
    }
    const [first, last] = [parts[0], parts.at(-1)];
    const whole = cutWord(parts.flatMap(({ word, isWhole, wholes = [] }) => (isWhole || wholes.length === 0 ? [word] : [])).join(''));
    if (!first || !last || whole === '') continue;
    words.push(...parts.map((part) => (part.isWhole ? part : { ...part, wholes: [...(part.wholes ?? []), whole] })));
    words.push({ word: whole, from: tokens[at - count]!.from, to: tokens[at - 1]!.to, isWhole: true });
  }
  return words;
}

interface Token {
  raw: string;
  from: number;
  to: number;
}

/** How many tokens from this one on are one compound: joined by a hyphen each, or groups of digits. */
function lengthOfCompound(text: string, tokens: readonly Token[], at: number): number {
  const between = (i: number): string => text.slice(tokens[i - 1]!.to, tokens[i]?.from);
  const isJoinedBy = (i: number, joiner: RegExp): boolean => i < tokens.length && joiner.test(between(i));
  let end = at + 1;
  if (/^\p{Nd}{1,3}$/u.test(tokens[at]!.raw)) {
    while (isJoinedBy(end, /^[.,٬]$/) && /^\p{Nd}{3}$/u.test(tokens[end]!.raw)) end += 1;
    if (end > at + 1) return end - at;
  }
  while (isJoinedBy(end, /^[-‐‑\u00ad]$/)) end += 1;
  const isSpaced = tokens.slice(at, end).every(({ raw }) => !UNSPACED_LETTER.test(raw));
  return isSpaced && end - at <= MOST_PARTS ? end - at : 1;
}

function wordsOf({ raw, from, to }: Token): SaidWord[] {
  const all = foldWord(raw).map((word): SaidWord => ({ word, from, to }));
  const [whole] = all;
  if (!whole || all.length > 1 || !WITHIN.test(raw)) return all;
  const parts: SaidWord[] = [];
  for (const match of raw.matchAll(new RegExp(`(${WITHIN.source})?((?:(?!${WITHIN.source}).)+)`, 'gsu'))) {
    const [, before, part = ''] = match;
    const start = from + match.index + (before?.length ?? 0);
    if (before !== undefined && before !== '\u200c' && part.length < LEAST_AFTER_APOSTROPHE) return all;
    for (const word of foldWord(part)) parts.push({ word, from: start, to: start + part.length, wholes: [whole.word] });
  }
  return parts.length < 2 || parts.length > MOST_PARTS ? all : [...parts, { ...whole, isWhole: true }];
}

/** Undefined where no word was typed. */
export function askedWords(typed: string): AskedWords | undefined {
  const choices: string[][][] = [];
  let left = MOST_WORDS;
  for (const part of typed.split(/\s+/)) {
    // Of other scripts each word is asked for by itself, whatever stands between them.
    let together: string[] = [];
    const end = (): void => {
      if (together.length > 0) choices.push([together]);
      together = [];
    };
    const words = saidWords(part).filter(({ isWhole }) => !isWhole);
    for (const { word, wholes } of words.slice(0, left)) {
      left -= 1;
      if (wholes || !UNSPACED_LETTER.test(word)) end();
      if (wholes) choices.push([[word], ...wholes.map((whole) => [whole])]);
      else together.push(word);
      if (!UNSPACED_LETTER.test(word)) end();
    }
    end();
  }
  const last = choices.at(-1);
  if (!last) return undefined;
  const mayBegin = (last[0]?.at(-1)?.length ?? 0) >= LEAST_BEGUN && /[\p{L}\p{N}\p{M}]$/u.test(typed);
  // The compound that was typed last is begun, whichever of its parts it stands for.
  const begunWholes = new Set(mayBegin ? last.slice(1).map(([whole]) => whole) : []);
  return {
    choices: choices.map((choice, i) =>
      choice.map((words, n): AskedRun => ({ words, begun: mayBegin && (i === choices.length - 1 || (n > 0 && begunWholes.has(words[0]))) })),
    ),
  };
}

const cutWord = (word: string): string => [...word].slice(0, MOST_LETTERS).join('');

/** Digits of any script as 0 to 9: they are one number. */
function foldWord(raw: string): string[] {
  if (/^[A-Za-z0-9]+$/.test(raw)) return [raw.toLowerCase().slice(0, MOST_LETTERS)];
  const folded = foldName(raw).replace(/\p{Nd}/gu, (digit) => latinOfFolded(digit));
  // A sign may fold to letters of a script without spaces: ヿ to コト, ㊀ to 一.
  const parts = folded.split(' ').flatMap((word) => word.match(PART) ?? []);
  return parts.flatMap((part) => (/[\p{L}\p{N}]/u.test(part) ? [cutWord(part)] : []));
}
