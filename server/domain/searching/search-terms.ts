/**
 * The terms a name is found by, the same in the index in memory and in that of the database: its words, neighbouring words as one, their consonants, and signs.
 * A term that is no word begins with the mark `_`, so that no beginning of a word finds it.
 */
import { nameForms, type NameForms, type WordForms } from './name-forms.ts';

/** Raise it where the terms change: what is stored is then written anew at the next start. */
export const SEARCH_FORMS_VERSION = 3;

/** Consonants from which on a key is also stored with one left out, so that a misspelling meets it. */
const KEY_WITH_GAPS = 3;

const keyTerms = ({ keys }: WordForms): string[] => keys.map((key) => `_${key}`);
const gapTerms = ({ keys }: WordForms): string[] =>
  keys.flatMap((key) => (key.length < KEY_WITH_GAPS ? [] : [...key].slice(1).map((_, i) => `__${key.slice(0, i + 1)}${key.slice(i + 2)}`)));
const signTerm = (sign: string): string => `_0${sign.codePointAt(0)?.toString(16) ?? ''}`;
/** The numbers of a name are words whose terms are these digits. */
const plainTerm = (word: WordForms): string => word.number ?? word.latin;

/** All terms of a name that is stored. */
export function termsOfName(forms: NameForms): string[] {
  const terms = new Set<string>();
  const own = requiredWords(forms);
  for (const word of forms.words) {
    terms.add(plainTerm(word));
    for (const term of [...keyTerms(word), ...gapTerms(word)]) terms.add(term);
  }
  for (const { word } of forms.joins) for (const term of [word.latin, ...keyTerms(word)]) terms.add(term);
  terms.add(forms.joined);
  // A name of one word may be one of several that are typed.
  if (own.length === 1) terms.add(`_1${own[0]?.latin ?? ''}`);
  for (const sign of [...forms.signs, ...forms.unspaced]) terms.add(signTerm(sign));
  terms.delete('');
  return [...terms];
}

/** What is stored of the names of an entity for the full-text index (`Entity._search`). */
export function searchForm(names: readonly string[]): string {
  return [...new Set(names.flatMap((name) => termsOfName(nameForms(name))))].join(' ');
}

/** The terms by which a word or join that is typed may be found. */
export interface AskedWord {
  exact: readonly string[];
  /** Terms that begin so, too. */
  begins?: string;
}
export interface AskedTerms {
  /** A name has at least `least` of these. */
  words: readonly AskedWord[];
  least: number;
  /**
   * Every word as it is typed, where some of them are not among `words`: titles, particles, initials. Names that have all of them come before the others, so that
   * they are not beyond what is compared.
   */
  every: readonly AskedWord[];
  /** Or any one of these. */
  any: readonly string[];
  /** Or all of these. */
  all: readonly string[];
}

/** Letters up to which only words that begin so are looked for: a letter or two sound like too much. */
const ONLY_BEGUN = 2;

/** Undefined where nothing that can be found was typed. */
export function askedTerms(forms: NameForms): AskedTerms | undefined {
  const signs = [...(forms.words.length === 0 ? forms.signs : []), ...forms.unspaced].map(signTerm);
  if (forms.words.length === 0) return signs.length === 0 ? undefined : { words: [], least: 1, every: [], any: [], all: signs };
  const required = requiredWords(forms);
  // A single letter is looked for only where there is nothing else: it may be an initial of any word.
  const searched = required.length > 1 ? required.filter(({ latin, number }) => latin.length > 1 || number !== undefined) : required;
  const last = forms.words.findLast(({ again }) => !again);
  const isShort = forms.joined.length <= ONLY_BEGUN;
  const wanted = searched.length > 0 ? searched : required;
  const words = wanted.map((word): AskedWord => ({
    exact: isShort && !word.abjad ? [plainTerm(word)] : [plainTerm(word), ...keyTerms(word), ...gapTerms(word)],
    ...(word === last || word.latin.length > 3 ? { begins: plainTerm(word) } : {}),
  }));
  const joins = forms.joins.flatMap(({ word }) => [word.latin, ...keyTerms(word).filter((key) => key.length > 2)]);
  const alone = searched.map(({ latin }) => `_1${latin}`);
  const typed = forms.words.filter(({ again }) => !again);
  const every = typed.length > wanted.length ? typed.map((word): AskedWord => asTyped(word, word === last)) : [];
  return { words, least: Math.min(2, words.length), every, any: [...(forms.words.length > 1 ? [forms.joined] : []), ...joins, ...alone], all: signs };
}

const asTyped = (word: WordForms, mayBegin: boolean): AskedWord => ({ exact: [plainTerm(word)], ...(mayBegin ? { begins: plainTerm(word) } : {}) });

/** The words that must be in the other spelling: all but titles and particles, unless there is nothing else. */
function requiredWords({ words }: NameForms): readonly WordForms[] {
  const own = words.filter(({ optional }) => !optional);
  return own.length > 0 ? own : words;
}
