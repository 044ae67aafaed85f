/** The forms in which a name is stored, searched and compared. */
import { consonantKeys, soundsOfWord, vowelsOfWord, type VowelsOfWord } from './consonant-keys.ts';
import { foldName, isAbjad, latinName, latinOfFolded } from './fold-name.ts';
import { latinAsSpoken } from './latin-by-rules.ts';

export interface WordForms {
  /** In Latin letters. */
  latin: string;
  /** As it sounds (`soundsOfWord`). */
  sounds: readonly [string, string];
  keys: readonly string[];
  vowels: VowelsOfWord;
  /** Written in a script that leaves most vowels out. */
  abjad: boolean;
  /** Written in Latin letters. */
  isLatin: boolean;
  /** A title, particle or legal form: it need not be in the other spelling. Nor need a word that stood before (`again`). */
  optional: boolean;
  /** The word stood before. */
  again?: true;
  /** Whether it begins with a vowel; undefined where it is read both ways. */
  opens: boolean | undefined;
  /** All digits in it, in their order. */
  digits: string;
  /** Digits alone, or a number word, which then stands here as digits. */
  number?: string;
}
export interface NameForms {
  /** In its own script. */
  folded: string;
  latin: string;
  /** The Latin words without spaces. */
  joined: string;
  /** The Latin words in order of the alphabet, without titles and particles. */
  sorted: string;
  abjad: boolean;
  /** Latin letters as they are typed, marks aside. */
  isLatin: boolean;
  words: readonly WordForms[];
  /** Neighbouring words written as one, with the places of the first and last of them; `bySpelling` where one is a single letter. */
  joins: readonly { from: number; to: number; word: WordForms; bySpelling: boolean }[];
  /** Signs and emoji; all but spaces where there is no letter or digit. */
  signs: readonly string[];
  /** Characters of scripts that write no spaces. */
  unspaced: string;
}

/** Words used of one name; more would only cost time. */
const MOST_WORDS = 12;
const MOST_JOINED_KEYS = 4;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const OPTIONAL = words(
  'mr mrs ms miss dr prof sir dame lord lady rev st sheikh shaikh sheik shaykh shykh haji hajji haj hajj hadji seyed sayyid seyyed sayed syd hojatoleslam ayatollah mullah ' +
    'general gen colonel col major maj captain capt lieutenant lt sergeant sgt brigadier admiral commander sardar srdar dktr doktor mhnds engineer ' +
    'oglu ogly oghlu ogli uulu qizi kizi kyzy gyzy bin ibn ben bint bn al el ul ud ad as ar ur an at az e ye de da del della di du van von der den ter la le y i ' +
    'the of and for und et va ve llc ltd inc co corp gmbh ag ooo zao oao pjsc mmc plc sa srl jr sr',
);
const NUMBERS: ReadonlyMap<string, string> = new Map(
  (
    'one 1,two 2,three 3,four 4,five 5,six 6,seven 7,eight 8,nine 9,ten 10,first 1,second 2,third 3,fourth 4,fifth 5,sixth 6,seventh 7,eighth 8,ninth 9,tenth 10,' +
    'ii 2,iii 3,iv 4,vi 6,vii 7,viii 8,ix 9'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const IN_LATIN = /^[\p{Script=Latin}\p{N} ]*$/u;

export function nameForms(text: string): NameForms {
  const folded = foldName(text);
  const hasLetters = /[\p{L}\p{N}]/u.test(folded);
  const own = hasLetters ? folded.split(' ').flatMap(splitArticle).flatMap(splitNumber).filter(twiceAtMost()).slice(0, MOST_WORDS) : [];
  const forms = own.map((word, at) => formsOfWord(word, own.indexOf(word) < at));
  const latin = latinOfFolded(folded);
  return {
    folded,
    latin,
    joined: latin.replaceAll(' ', ''),
    sorted: forms
      .flatMap((word) => (word.optional ? [] : [word.latin]))
      .sort()
      .join(' '),
    abjad: isAbjad(folded),
    isLatin: IN_LATIN.test(folded),
    words: forms,
    joins: joinsOf(own, forms),
    signs: signsOf(text, hasLetters),
    unspaced: UNSPACED.test(folded) ? [...folded].filter((letter) => UNSPACED.test(letter)).join('') : '',
  };
}

/** A word says nothing more by standing there a third time; twice, it may be one word with itself: Lan Lan, Lanlan. */
function twiceAtMost(): (word: string) => boolean {
  const times = new Map<string, number>();
  return (word) => {
    const before = times.get(word) ?? 0;
    times.set(word, before + 1);
    return before < 2;
  };
}

/** The Arabic article is written in one with its word. */
function splitArticle(word: string): string[] {
  return /^ال[\u0600-\u06ff]{3,}$/.test(word) && !word.startsWith('الله') ? ['ال', word.slice(2)] : [word];
}

/** A number at either end is a word: "unit400", "mi5", "9mm"; "1st" is a number already. */
function splitNumber(word: string): string[] {
  if (ORDINAL.test(word)) return [word];
  return /^(\p{N}+)(\P{N}+)$/u.exec(word)?.slice(1) ?? /^(\P{N}+)(\p{N}+)$/u.exec(word)?.slice(1) ?? [word];
}
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;

/** Words kept: names share most of theirs. One word has one object, so that what was worked out about it is known by it. */
const MOST_KEPT = 200_000;
const kept = new Map<string, WordForms>();
const keptAgain = new WeakMap<WordForms, WordForms>();

function formsOfWord(word: string, isAgain: boolean): WordForms {
  const forms = formsOfFirst(word);
  if (!isAgain) return forms;
  const again = keptAgain.get(forms) ?? { ...forms, optional: true, again: true };
  keptAgain.set(forms, again);
  return again;
}

function formsOfFirst(word: string): WordForms {
  let forms = kept.get(word);
  if (!forms) {
    if (kept.size >= MOST_KEPT) kept.clear();
    forms = workOut(word);
    kept.set(word, forms);
  }
  return forms;
}

function workOut(word: string): WordForms {
  const latin = latinName(word).replaceAll(' ', '');
  const number = /^\p{N}+$/u.test(word) ? latin : (ORDINAL.exec(latin)?.[1] ?? NUMBERS.get(latin));
  const isOptional = word === 'ال' || word === 'بن' || OPTIONAL.has(latin);
  return {
    latin,
    sounds: soundsOfWord(latin),
    keys: number === undefined ? consonantKeys(word) : [],
    vowels: vowelsOfWord(word, latin),
    abjad: isAbjad(word),
    isLatin: IN_LATIN.test(word),
    optional: isOptional,
    opens: opensOf(word, latin),
    digits: digitsOf(latin),
    ...(number === undefined ? {} : { number }),
  };
}

/** Each word with the next that is not optional, and the optional ones between them: "abd al rahman" is written "abdalrahman". */
function joinsOf(own: readonly string[], forms: readonly WordForms[]): NameForms['joins'] {
  const joins: { from: number; to: number; word: WordForms; bySpelling: boolean }[] = [];
  for (let from = 0; from < own.length - 1; from += 1) {
    let to = from + 1;
    while (to < own.length - 1 && forms[to]?.optional === true && !forms[to]?.again) to += 1;
    const parts = forms.slice(from, to + 1);
    if (parts.some(({ number }) => number !== undefined)) continue;
    const word = joined(parts);
    joins.push({
      from,
      to,
      word: { ...word, latin: parts.map(({ latin }) => latin).join(''), optional: false },
      bySpelling: parts.some((part) => part.latin.length === 1),
    });
  }
  return joins;
}

function joined(parts: readonly WordForms[]): WordForms {
  const after = (a: string, b: string) => (b.length > 1 && a.endsWith(b.charAt(0)) ? a + b.slice(1) : a + b);
  // The key of a word of vowels stands for no consonant.
  const keysOf = ({ keys, sounds }: WordForms) => keys.map((key) => (key === 'a' && !/[^aiu]/.test(sounds[0]) ? '' : key));
  let keys: string[] = [''];
  for (const part of parts) keys = keys.flatMap((key) => keysOf(part).map((next) => after(key, next))).slice(0, MOST_JOINED_KEYS);
  return {
    latin: parts.map(({ latin }) => latin).join(''),
    sounds: [parts.map(({ sounds }) => sounds[0]).reduce(after), parts.map(({ sounds }) => sounds[1]).reduce(after)],
    keys: [...new Set(keys)].filter((key) => key !== ''),
    vowels: {
      sure: parts.reduce((sum, { vowels }) => sum + vowels.sure, 0),
      // A word within another begins with a vowel that counts as one between its letters.
      most: parts.reduce((sum, { vowels }, i) => sum + vowels.most + (i > 0 && !parts[i]?.abjad && vowels.first === true ? 1 : 0), 0),
      first: parts[0]?.vowels.first,
    },
    abjad: parts.some(({ abjad }) => abjad),
    isLatin: parts.every(({ isLatin }) => isLatin),
    optional: false,
    opens: parts[0]?.opens,
    digits: parts.map(({ digits }) => digits).join(''),
  };
}

function opensOf(word: string, latin: string): boolean | undefined {
  const opens = (text: string) => /^[aeiouyw]/.test(text);
  const spoken = latinAsSpoken(word);
  return spoken === undefined || opens(spoken) === opens(latin) ? opens(latin) : undefined;
}

const digitsOf = (latin: string): string => latin.replace(/\D/g, '');

/** Punctuation that a name has beside its letters says nothing. */
const PUNCTUATION = /[\s.,;:'’‘"“”()[\]{}\-–—/\\_!?&*#\p{M}\p{C}]/u;

/** An emoji of several characters is one sign: a flag, a family. */
const SIGNS = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** They only choose between a coloured and a plain drawing. */
const SELECTORS = /[\uFE0E\uFE0F]/g;
/** What shows something. */
const SHOWN = /[^\s\p{C}\p{M}\p{Z}\p{DI}]/u;

function signsOf(text: string, hasLetters: boolean): string[] {
  if (hasLetters && /^[\p{L}\p{N}\s.,'-]*$/u.test(text)) return [];
  const signs = Array.from(SIGNS.segment(text.normalize('NFKC')), ({ segment }) => segment.replace(SELECTORS, ''));
  const own = signs.filter((sign) => !/[\p{L}\p{N}]/u.test(sign) && SHOWN.test(sign) && (!hasLetters || !PUNCTUATION.test([...sign][0] ?? '')));
  return [...new Set(own.map((sign) => sign.toLowerCase()))];
}
