/** How well a typed text fits a name, and why: two spellings of a name agree in every word of the shorter one. */
import { editDistance } from '../model/edit-distance.ts';
import { vowelsAgree } from './consonant-keys.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import type { NameForms, WordForms } from './name-forms.ts';

/** Why a name matched an entity search. */
export const MATCH_REASONS = ['exact', 'prefix', 'words', 'fuzzy', 'transliterated', 'any'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface NameMatch {
  why: MatchReason;
  /** From 0 to 1: the mean of the likeness of the whole, of the words and of the consonants. */
  likeness: number;
  /** Every word typed, titles and particles too, stands in the name as it is typed; the last may be only begun. */
  complete: boolean;
}

/** How many edits (`editDistance`) a word of this many letters may differ by and still match. */
export function editsAllowed(letters: number): number {
  return letters <= 3 ? 0 : letters <= 7 ? 1 : 2;
}

/** Least likeness of a name that is the one typed, but for its script, accents and spaces. */
export const SAME_NAME = 0.99;
/** Likeness of a name that is the one typed but for signs beside its letters: "@x" of X. */
const OTHER_SIGNS = 0.995;
/** Most likeness of a name that has the same words in another order, or beside others. */
const OTHER_ORDER = 0.98;
const WORD_AS_BEGUN = 0.96;
/** Most likeness of two words that are spelt differently. */
const OTHER_SPELLING = 0.95;
/** Letters from which on a word may be misspelt in another script. */
const LEAST_MISSPELT = 5;
const INITIAL = 0.75;
/** Letters of a word that an initial may stand for; what is longer is no word. */
const MOST_LETTERS = 60;
/** Least likeness of sound of two words with the same consonants, both in scripts that write vowels. */
const SAME_KEY = 0.8;
const SAME_SHORT_KEY = 0.86;
/** The same across a script without vowels, for words of one consonant. */
const SHORT_ABJAD = 0.55;
/** Most likeness of two words of the same consonants whose vowels tell that they are different, where a script leaves vowels out. */
const SAME_CONSONANTS = 0.75;
/** The same of two words with other consonants. */
const OTHER_KEY = 0.88;

/** Undefined where the two are different names. Costs some microseconds. */
export function compareNames(asked: NameForms, name: NameForms): NameMatch | undefined {
  if (asked.folded === name.folded) return { why: 'exact', likeness: sameSigns(asked, name) ? 1 : OTHER_SIGNS, complete: true };
  const isOtherScript = asked.isLatin !== name.isLatin || asked.abjad !== name.abjad;
  if (asked.words.length === 0) return bySigns(asked, name);
  // Without a space before it, a number may be unfinished: "user19".
  const isBegun = name.folded.startsWith(asked.folded) && asked.words.at(-1)?.latin !== asked.folded.split(' ').at(-1);
  if (!isBegun && !numbersAgree(asked, name)) return undefined;
  if (asked.latin === name.latin) return { why: isOtherScript ? 'transliterated' : 'words', likeness: 1, complete: true };
  if (name.folded.startsWith(asked.folded)) return { why: 'prefix', likeness: asked.folded.length / name.folded.length, complete: true };
  if (asked.joined === name.joined) return { why: isOtherScript ? 'transliterated' : 'words', likeness: SAME_NAME, complete: true };
  if (name.latin.startsWith(asked.latin)) {
    return { why: isOtherScript ? 'transliterated' : 'prefix', likeness: 0.9 + (0.09 * asked.latin.length) / name.latin.length, complete: true };
  }
  if (asked.unspaced.length > 1 && name.unspaced.includes(asked.unspaced)) {
    return { why: 'words', likeness: 0.8 + (0.1 * asked.unspaced.length) / name.unspaced.length, complete: true };
  }
  const paired = pairWords(asked, name);
  if (!paired) return undefined;
  const isAbjad = asked.abjad || name.abjad;
  const whole = isAbjad ? paired.words : Math.max(jaroWinkler(asked.latin, name.latin), asked.words.length === 1 ? 0 : jaroWinkler(asked.sorted, name.sorted));
  const likeness = Math.min(OTHER_ORDER, ((whole + paired.words + paired.keys) / 3) * (1 - 0.03 * Math.min(paired.left, 5)));
  const why = paired.least >= WORD_AS_BEGUN && !isOtherScript ? 'words' : isOtherScript ? 'transliterated' : 'fuzzy';
  return { why, likeness, complete: paired.complete };
}

const sameSigns = (asked: NameForms, name: NameForms): boolean =>
  asked.signs.length === name.signs.length && asked.signs.every((sign) => name.signs.includes(sign));

/** A text of signs alone is found as it is written, within the name. */
function bySigns(asked: NameForms, name: NameForms): NameMatch | undefined {
  const isThere = asked.signs.length > 0 && asked.signs.every((sign) => name.signs.includes(sign));
  return isThere ? { why: 'words', likeness: asked.signs.length / (name.signs.length + name.words.length), complete: true } : undefined;
}

/** Digits match only digits: every number typed is in the name. */
function numbersAgree(asked: NameForms, name: NameForms): boolean {
  return asked.words.every(({ number }) => number === undefined || name.words.some((word) => word.number === number));
}

interface Pairing {
  /** Mean likeness of the paired words, weighed by their letters. */
  words: number;
  keys: number;
  /** Likeness of the pair that is least alike. */
  least: number;
  /** Words without a partner on either side. */
  left: number;
  /** No word typed is without a partner, optional ones included, and all are as they are typed. */
  complete: boolean;
}
interface Edge {
  asked: number;
  name: number;
  likeness: number;
  keys: number;
  letters: number;
  /** Spelt the same. */
  asTyped: boolean;
  /** Pairs of more weight are made first: of many letters, and that leave few words over; pairs of particles last. */
  weight: number;
}

/** The words of both in pairs, best first, a word perhaps written as two; undefined where a word of the shorter side has no partner. */
function pairWords(asked: NameForms, name: NameForms): Pairing | undefined {
  const last = asked.words.length - 1;
  const edges: Edge[] = [];
  if (typedNow !== asked) {
    fits.clear();
    typedNow = asked;
  }
  const add = (a: WordForms, b: WordForms, of: Pick<Edge, 'asked' | 'name'>, fit: Fit | undefined): void => {
    // Two words are taken for one only with the same consonants: a short word would be lost in a long one.
    if (!fit || (fit.keys < 1 && wordsIn(of.asked | (of.name << 16)) > 2)) return;
    const letters = Math.max(a.latin.length, b.latin.length);
    const ofParticles = a.optional && b.optional ? 0.5 : 1;
    edges.push({
      ...of,
      ...fit,
      letters,
      asTyped: a.latin === b.latin,
      weight: fit.likeness * ofParticles * (1 + letters / 100 + wordsIn(of.asked | (of.name << 16)) / 20),
    });
  };
  for (const [i, a] of asked.words.entries()) {
    for (const [j, b] of name.words.entries()) {
      // A word that stands there again is no other word.
      if ((a.again ?? b.again) && a.latin !== b.latin) continue;
      add(a, b, { asked: bits(i, i), name: bits(j, j) }, fitOf(a, b, i === last));
    }
    for (const { from, to, word, bySpelling } of name.joins) {
      // What is typed is the beginning of two words only where it reaches into the second.
      const mayBegin = i === last && a.latin.length > (name.words[from]?.latin.length ?? 0);
      if (mayJoin(a, word, bySpelling)) add(a, word, { asked: bits(i, i), name: bits(from, to) }, wordLikeness(a, word, mayBegin));
    }
  }
  for (const { from, to, word, bySpelling } of asked.joins) {
    for (const [j, b] of name.words.entries())
      if (mayJoin(b, word, bySpelling)) add(word, b, { asked: bits(from, to), name: bits(j, j) }, fitOf(word, b, to === last));
  }
  edges.sort((a, b) => b.weight - a.weight);
  const paired = pairInOrder(edges, asked, name);
  if (paired || !edges.some(({ asTyped }) => asTyped)) return paired;
  // A pair of more weight may have taken a word from one that is spelt the same.
  return pairInOrder([...edges.filter(({ asTyped }) => asTyped), ...edges.filter(({ asTyped }) => !asTyped)], asked, name);
}

function pairInOrder(edges: readonly Edge[], asked: NameForms, name: NameForms): Pairing | undefined {
  let [usedAsked, usedName, words, keys, letters, least] = [0, 0, 0, 0, 0, 1];
  for (const edge of edges) {
    if ((usedAsked & edge.asked) !== 0 || (usedName & edge.name) !== 0) continue;
    usedAsked |= edge.asked;
    usedName |= edge.name;
    words += edge.likeness * edge.letters;
    keys += edge.keys * edge.letters;
    letters += edge.letters;
    least = Math.min(least, edge.likeness);
  }
  if (letters === 0) return undefined;
  const leftOfAsked = unpaired(asked.words, usedAsked);
  const leftOfName = unpaired(name.words, usedName);
  if (leftOfAsked > 0 && (leftOfName > 0 || !mayBeShorter(name, words / letters))) return undefined;
  const complete = least >= WORD_AS_BEGUN && asked.words.every(({ again }, i) => again === true || (usedAsked & (1 << i)) !== 0);
  return { words: words / letters, keys: keys / letters, least, left: leftOfAsked + leftOfName, complete };
}

/** A name of fewer words than were typed: of two at least, or one that is the word itself. */
function mayBeShorter({ words }: NameForms, likeness: number): boolean {
  const own = words.filter(({ optional }) => !optional);
  return own.length > 1 || (likeness >= WORD_AS_BEGUN && (own[0]?.latin.length ?? 0) > 3);
}

const wordsIn = (set: number): number => (set === 0 ? 0 : (set & 1) + wordsIn(set >>> 1));
const bits = (from: number, to: number): number => ((1 << (to - from + 1)) - 1) << from;
/** A join with a single letter in it sounds like too much. */
const mayJoin = (word: WordForms, join: WordForms, bySpelling: boolean): boolean => {
  if (bySpelling) return word.latin === join.latin;
  return word.latin.length > 3 && (join.latin.startsWith(word.latin) || word.keys.some((key) => join.keys.includes(key)));
};
const unpaired = (all: readonly WordForms[], used: number): number => {
  const hasOwn = all.some(({ optional }) => !optional);
  return all.filter(({ optional }, i) => (!optional || !hasOwn) && (used & (1 << i)) === 0).length;
};

type Fit = { likeness: number; keys: number };
/** What was worked out of the words typed: the same words stand in many names. */
let typedNow: NameForms | undefined;
const fits = new Map<WordForms, [Map<WordForms, Fit | undefined>, Map<WordForms, Fit | undefined>]>();

function fitOf(a: WordForms, b: WordForms, mayBegin: boolean): Fit | undefined {
  let known = fits.get(a);
  if (!known) fits.set(a, (known = [new Map(), new Map()]));
  const of = known[mayBegin ? 1 : 0];
  if (!of.has(b)) of.set(b, wordLikeness(a, b, mayBegin));
  return of.get(b);
}

/** @param mayBegin whether `a` may be the beginning of a word that is still being typed */
function wordLikeness(a: WordForms, b: WordForms, mayBegin: boolean): Fit | undefined {
  if (a.number !== undefined || b.number !== undefined) return a.number === b.number ? { likeness: 1, keys: 1 } : undefined;
  if (a.latin === b.latin) return { likeness: 1, keys: 1 };
  if (mayBegin && b.latin.startsWith(a.latin)) return { likeness: WORD_AS_BEGUN, keys: 1 };
  if (a.digits !== b.digits) return undefined;
  if (a.latin.length === 1 || b.latin.length === 1) {
    const isWord = Math.max(a.latin.length, b.latin.length) <= MOST_LETTERS;
    return isWord && !a.abjad && !b.abjad && a.latin.charAt(0) === b.latin.charAt(0) ? { likeness: INITIAL, keys: INITIAL } : undefined;
  }
  const isAbjad = a.abjad !== b.abjad;
  const sound = Math.max(jaroWinkler(a.sounds[0], b.sounds[0]), jaroWinkler(a.sounds[1], b.sounds[1]));
  if (a.keys.some((key) => b.keys.includes(key))) {
    const shortest = Math.min(a.keys[0]?.length ?? 0, b.keys[0]?.length ?? 0);
    const needed = isAbjad ? (shortest < 2 ? SHORT_ABJAD : 0) : shortest < 2 ? SAME_SHORT_KEY : shortest < 4 ? SAME_KEY : 0.7;
    if (!isAbjad && !mayBeSpellings(a.latin, b.latin)) return undefined;
    // Of few consonants the beginning tells words apart: unit, not.
    if (!isAbjad && shortest < 3 && a.opens !== undefined && b.opens !== undefined && a.opens !== b.opens) return undefined;
    if (sound < needed) return undefined;
    if (isAbjad && shortest > 2 && !beginAlike(a, b)) return undefined;
    // In one script without vowels, words that are written differently are different words.
    const isOther = a.abjad && b.abjad ? true : isAbjad && !vowelsAgree(...(a.abjad ? ([a.vowels, b.vowels] as const) : ([b.vowels, a.vowels] as const)));
    if (isOther) return { likeness: Math.min(sound, SAME_CONSONANTS), keys: 1 };
    return { likeness: Math.min(OTHER_SPELLING, isAbjad ? Math.max(sound, 0.85) : sound), keys: 1 };
  }
  if (isAbjad) {
    const keys = bestKeys(a, b);
    return keys >= 0.93 ? { likeness: keys * 0.85, keys } : undefined;
  }
  const allowed = editsAllowed(Math.min(a.latin.length, b.latin.length));
  // Who writes in other letters does not slip in a short word.
  if (a.isLatin !== b.isLatin && Math.min(a.latin.length, b.latin.length) < LEAST_MISSPELT) return undefined;
  const isMisspelt = allowed > 0 && editDistance(a.latin, b.latin, allowed) <= allowed;
  if (!isMisspelt && !(sound >= OTHER_KEY && Math.min(a.sounds[0].length, b.sounds[0].length) >= 5)) return undefined;
  return { likeness: Math.min(OTHER_SPELLING, sound, jaroWinkler(a.latin, b.latin)), keys: bestKeys(a, b) };
}

/** Without a vowel at its beginning a word is another: احمدی is not Hamidi. Persian writes one before s and a consonant: استیون, Steven. */
function beginAlike(a: WordForms, b: WordForms): boolean {
  const [first, other] = [a.vowels.first, b.vowels.first];
  return first === undefined || other === undefined || first === other || /^s[^aeiouy]/.test(a.abjad ? b.latin : a.latin);
}

/** Letters typed at random may leave the consonants of a word: two spellings of one word also share a letter, and neither is much longer. */
function mayBeSpellings(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return longer.length <= 2 * shorter.length + 1 && [...shorter].some((letter) => longer.includes(letter));
}

function bestKeys(a: WordForms, b: WordForms): number {
  let best = 0;
  for (const x of a.keys) for (const y of b.keys) if (Math.min(x.length, y.length) >= 3) best = Math.max(best, jaroWinkler(x, y));
  return best;
}
