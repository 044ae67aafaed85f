/**
 * Brings a word to its consonants, with one letter for those that spellings of one name confuse, so that a name written without vowels (Persian, Arabic,
 * Hebrew) meets its romanisations. A letter that stands for two sounds gives a key for each.
 */
import { isAbjad, latinName } from './fold-name.ts';
import { latinAsSpoken } from './latin-by-rules.ts';

/** Keys of one word; more would only cost time. */
const MOST_KEYS = 8;

/** The key of `ks` in one, as x is: a k and an s with a vowel between them are no x. */
const KS = 'x';
/** What a consonant or group of them may sound like, longest first. Read from left to right. */
const SOUNDS: readonly [RegExp, readonly string[]][] = [
  [/^(?:shch|tsch|sch|tch|ts|tz|sh)/, ['s']],
  [/^(?:dzh|dj|zh)/, ['j']],
  [/^ch/, ['s', 'k']],
  [/^(?:kh|gh|ck)/, ['k']],
  [/^(?:th|dh)/, ['t']],
  [/^ph/, ['v']],
  [/^ks/, [KS]],
  [/^x/, [KS, 'k']],
  [/^c(?=[eiy])/, ['s', 'j']],
  [/^c/, ['k', 'j']],
  [/^g(?=[eiy])/, ['k', 'j']],
  [/^[kgqh]/, ['k']],
  [/^[td]/, ['t']],
  [/^[sz]/, ['s']],
  [/^[vbf]/, ['v']],
  [/^w/, ['v', '']],
];
/** Letters of scripts without vowels that stand for several sounds, or for another than their usual Latin letter. A sound is never made of two such letters. */
const UNVOWELLED: Readonly<Record<string, readonly string[]>> = {
  ث: ['s', 't'],
  ذ: ['s', 't'],
  ض: ['s', 't'],
  ظ: ['s', 't'],
  ج: ['j', 'k'],
  چ: ['s'],
  ش: ['s'],
  خ: ['k'],
  غ: ['k'],
  ژ: ['j'],
  ה: ['k'],
  פ: ['p', 'v'],
  צ: ['s'],
  ץ: ['s'],
  ש: ['s'],
};
/** Consonants that are long vowels too, except where a word begins. */
const VOWEL_TOO = new Set(['و', 'ו']);

/**
 * The keys of one folded word, the likeliest first; empty where the word has no letters. A word of vowels alone has the key `a`.
 * @param word folded, in its own script
 */
export function consonantKeys(word: string): string[] {
  if (isAbjad(word)) return keysOf(soundsUnvowelled(word));
  const spoken = latinAsSpoken(word);
  return [...new Set([...keysOf(soundsOf(latinName(word))), ...(spoken === undefined ? [] : keysOf(soundsOf(spoken)))])].slice(0, MOST_KEYS);
}

function keysOf(parts: readonly (readonly string[])[]): string[] {
  if (parts.length === 0) return [];
  let keys = [''];
  for (const sounds of parts) {
    const longer = keys.flatMap((key) => sounds.map((sound) => key + sound));
    keys = longer.slice(0, MOST_KEYS);
  }
  return [...new Set(keys.map((key) => (key === '' ? 'a' : key)))];
}

function soundsOf(latin: string): (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  let isDoubled = '';
  for (let rest = latin; rest !== '';) {
    if (/^[aeiouy]/.test(rest)) {
      isDoubled = '';
      if (parts.length === 0) parts.push(['']);
      rest = rest.slice(1);
      continue;
    }
    // Heard in صالح, not in فاطمه.
    if (rest === 'h' && /[aeiouy]h$/.test(latin)) {
      parts.push(['', 'k']);
      break;
    }
    // A word does not begin with ks.
    const rule = parts.length === 0 && rest.startsWith('x') ? ([/^x/, ['s', 'k', KS]] as const) : SOUNDS.find(([pattern]) => pattern.test(rest));
    const sounds = rule?.[1] ?? (/^[a-z]/.test(rest) ? [rest.charAt(0)] : ['']);
    const sign = sounds.join();
    if (sign !== isDoubled) parts.push(sounds);
    isDoubled = sign;
    rest = rule ? rest.replace(rule[0], '') : rest.slice(1);
  }
  return parts;
}

function soundsUnvowelled(word: string): (readonly string[])[] {
  // The only letter that is written twice for a long one.
  const letters = [...word.replace('لله', 'له')];
  return letters.flatMap((letter, at): (readonly string[])[] => {
    if (isX(letter, letters[at + 1])) return [[KS, 'ks']];
    return isX(letters[at - 1], letter) ? [] : [soundsOfLetter(letters, at)];
  });
}

/** The two letters by which x is written. */
const isX = (first: string | undefined, second: string | undefined): boolean => /^(?:[کق]س|[כק]ס)$/.test(`${first}${second}`);

function soundsOfLetter(letters: readonly string[], at: number): readonly string[] {
  const letter = letters[at] ?? '';
  const isLast = at === letters.length - 1;
  if (isLast && at > 0 && (letter === 'ه' || letter === 'ה')) return [''];
  if (VOWEL_TOO.has(letter)) return at === 0 ? ['v'] : ['', 'v'];
  const known = UNVOWELLED[letter];
  if (known) return known;
  const latin = latinName(letter);
  return /^[aeiouy]/.test(latin) ? [''] : (soundsOf(latin)[0] ?? ['']);
}

/**
 * A word as it sounds, runs of vowels brought to a few classes: for comparing spellings in scripts that write vowels. In one form `e` is taken for `a` (as in
 * Azeri ə), in the other for `i`.
 * @param latin a word in Latin letters
 */
export function soundsOfWord(latin: string): readonly [likeA: string, likeI: string] {
  let sound = '';
  for (let rest = latin.replace(/(?<=[aeiouy])h$/, ''); rest !== '';) {
    // Between two vowels w is a consonant: Nowak, Kowalski.
    const vowels = /^[aeiouy](?:[aeiouy]|w(?![aeiouy]))*/.exec(rest)?.[0];
    if (vowels !== undefined) {
      sound += vowelClass(vowels);
      rest = rest.slice(vowels.length);
      continue;
    }
    const rule = SOUNDS.find(([pattern]) => pattern.test(rest));
    const next = rule?.[1][0] ?? rest.charAt(0);
    if (!sound.endsWith(next)) sound += next;
    rest = rule ? rest.replace(rule[0], '') : rest.slice(1);
  }
  return [sound.replaceAll('e', 'a'), sound.replaceAll('e', 'i')];
}

/** What the writing of a word tells of its vowels. */
export interface VowelsOfWord {
  /** Vowels that any spelling of the word shows: of two letters in a script with vowels (`ou`, `ei`); at most so many in one without. */
  sure: number;
  /** Letters that may be vowels. */
  most: number;
  /** Whether it begins with a vowel; undefined where that cannot be told. */
  first: boolean | undefined;
}
/** Letters of scripts without vowels that are long vowels or carry one. */
const LONG = /[اآأإويىیئؤאוי]/g;
const CARRIERS = /[عءעה]/g;

/**
 * @param word folded, in its own script
 * @param latin the same in Latin letters
 */
export function vowelsOfWord(word: string, latin: string): VowelsOfWord {
  const first = (vowel: RegExp, consonant: RegExp, text: string) => (vowel.test(text) ? true : consonant.test(text) ? false : undefined);
  if (isAbjad(word)) {
    const rest = word.slice(1);
    const most = rest.match(LONG)?.length ?? 0;
    return { sure: most + (rest.match(CARRIERS)?.length ?? 0), most, first: first(/^[اآأإعאע]/, /^[^ويیוי]/, word) };
  }
  const rest = latin.slice(1);
  return { sure: latin.match(/[aeiouyw]{2,}/g)?.length ?? 0, most: rest.match(/[aeiouyw]/g)?.length ?? 0, first: first(/^[aeiou]/, /^[^yw]/, latin) };
}

/** Whether a word of a script without vowels may be the other, whose vowels are written: محمد is Mohammad and not Mahmoud, which is written with its long vowel. */
export function vowelsAgree(unwritten: VowelsOfWord, written: VowelsOfWord): boolean {
  if (unwritten.first !== undefined && written.first !== undefined && unwritten.first !== written.first) return false;
  return written.sure <= unwritten.sure && written.most >= unwritten.most;
}

function vowelClass(run: string): string {
  if (/[ouw]/.test(run)) return 'u';
  if (/^[ae]+[iy]+$/.test(run)) return 'i';
  return run.includes('a') ? 'a' : /[iy]/.test(run) ? 'i' : 'e';
}
