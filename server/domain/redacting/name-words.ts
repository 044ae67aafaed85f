/** The words by which a person is named in texts and in ids, and how they are taken out. */
import { foldName } from '../searching/fold-name.ts';

/** What stands in a text in place of a name. */
export const TAKEN_OUT = '[redacted]';

/** Scripts whose words are not always told apart by a space: a name is found in them wherever it stands. */
const JOINED = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;
const LETTERS = String.raw`\p{L}\p{N}\p{M}_`;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Letters of the shortest word that names somebody by itself. */
const SHORTEST = 3;

export interface NameWords {
  /** Whole names that nobody else bears: found in any case of letters. */
  names: string[];
  /** Single words that only this person bears: found as they are written, and in capitals. */
  words: string[];
  /** Names, and words of the names, that others bear too: they stay where they stand alone. */
  shared: string[];
  /** Parts by which an id tells the name. */
  parts: string[];
}

/** The words of a text, composed. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(WORD) ?? [];
/** The parts of an id, or of a name written as ids are: `naji-sharifi` is two. */
export const idParts = (id: string): string[] => id.split(/[^a-z0-9]+/u).filter((part) => part !== '');
const asIdParts = (name: string): string[] => idParts(foldName(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());

export interface OthersBear {
  /** Their whole names, folded (`foldedName`). */
  names: ReadonlySet<string>;
  /** Words of the names of other persons, bodies and places, folded. */
  words: ReadonlySet<string>;
  /** Parts of the ids of all other entities. */
  parts: ReadonlySet<string>;
}
/** What whoever redacts decides of single words. */
export interface WordChoice {
  /** Words that are to stay where they stand alone, such as a rank that is part of a name. */
  leave?: readonly string[];
  /** Words that are taken out, too, though others bear them. */
  also?: readonly string[];
}
export const foldedName = (name: string): string => wordsOf(name).map(foldedWord).join(' ');
export const foldedWord = (word: string): string => word.normalize('NFC').toLowerCase();

/**
 * @param names all that the person is or was called
 * @param id of the person
 */
export function nameWords(names: readonly string[], id: string, others: OthersBear, { leave = [], also = [] }: WordChoice = {}): NameWords {
  const every = [...new Set(names.map((name) => name.normalize('NFC')))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const isNamesake = (name: string) => others.names.has(foldedName(name));
  const whole = every.filter((name) => !isNamesake(name));
  const left = new Set(leave.map(foldedWord));
  const asked = new Set(also.map(foldedWord));
  const all = [...new Set(every.flatMap(wordsOf))].filter((word) => [...word].length >= SHORTEST && /\p{L}/u.test(word)).sort();
  const isShared = (word: string) => left.has(foldedWord(word)) || (others.words.has(foldedWord(word)) && !asked.has(foldedWord(word)));
  // A word in small letters is one of the language: "the man with the scar".
  const isName = (word: string) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
  const words = [...new Set([...all.filter((word) => isName(word) && !isShared(word)), ...also])].sort();
  const namesakes = every.filter((name) => isNamesake(name) && wordsOf(name).length > 1);
  const shared = [...namesakes, ...all.filter((word) => isName(word) && isShared(word))];
  // A part of the id that is no word of a name may still be a name, where no other id has it.
  const stay = new Set([...left, ...others.words].flatMap(asIdParts));
  const own = idParts(id).filter((part) => !others.parts.has(part) && !stay.has(part));
  const parts = [...new Set([...own, ...words.flatMap(asIdParts)])].filter((part) => part.length >= SHORTEST && /[a-z]/.test(part));
  return { names: whole, words, shared, parts: parts.sort() };
}

/** Whether an id tells the name: by a word that only this person bears, or by a whole name. */
export function idTellsName({ names, parts }: NameWords): (id: string) => boolean {
  const single = new Set(parts);
  const runs = names.map((name) => asIdParts(name).join('-')).filter((run) => run.length >= SHORTEST);
  return (id) => {
    const own = idParts(id);
    return own.some((part) => single.has(part)) || runs.some((run) => `-${own.join('-')}-`.includes(`-${run}-`));
  };
}

/** Takes the names out of texts. */
export interface WordRemover {
  (text: string): string;
  /** Whether a text names the person. */
  finds(text: string): boolean;
}

/** @param instead what stands in the place of a name */
export function wordRemover({ names, words }: Pick<NameWords, 'names' | 'words'>, instead = TAKEN_OUT): WordRemover {
  const anyCase = patternOf(names.map(looseName), 'giu');
  const asWritten = patternOf(
    words.flatMap((word) => [...new Set([word, word.toUpperCase()])].map((form) => bounded(escaped(form), form))),
    'gu',
  );
  const patterns = [anyCase, asWritten].filter((pattern) => pattern !== undefined);
  const remove = (text: string): string => {
    let left = text.normalize('NFC');
    const before = left;
    for (const pattern of patterns) left = left.replace(pattern, () => instead);
    return left === before ? text : left;
  };
  return Object.assign(remove, { finds: (text: string) => remove(text) !== text });
}

function patternOf(alternatives: readonly string[], flags: string): RegExp | undefined {
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), flags);
}

/** A name as it may be written: with another space, dash or apostrophe. */
function looseName(name: string): string {
  const loose = [...name.trim()]
    .map((sign) => {
      if (/\s/u.test(sign)) return String.raw`[\s\u200C]+`;
      if (/[‐‑–—-]/u.test(sign)) return '[‐‑–—-]';
      if (/[‘’ʼ`´']/u.test(sign)) return "[‘’ʼ`´']";
      return escaped(sign);
    })
    .join('');
  return bounded(loose, name);
}

function bounded(pattern: string, word: string): string {
  return JOINED.test(word) ? pattern : `(?<![${LETTERS}])${pattern}(?![${LETTERS}])`;
}

const escaped = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`);
