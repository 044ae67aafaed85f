/**
 * Words of Greek and of the scripts of India in Latin letters. Letter by letter these come out as nobody writes them: a letter of India bears an `a` that is
 * not written, and Greek writes one sound in two letters.
 */
import anyAscii from 'any-ascii';

/**
 * Nine scripts of India (Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam) stand in Unicode in blocks of 128 places, a letter at
 * the same place in each.
 */
const INDIC = /[\u0900-\u0d7f]+/g;
const BLOCK = 0x80;
const FIRST_CONSONANT = 0x15;
const CONSONANTS = 'k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h'.split(' ');
const LABIALS = /^(?:ph?|bh?|m)$/;
/** A consonant with a dot below. */
const DOTTED: Readonly<Record<string, string>> = { k: 'q', g: 'gh', j: 'z', d: 'r', dh: 'rh', ph: 'f' };
const PLACE = { nasal: 0x02, r: 0x0b, nukta: 0x3c, signR: 0x43, virama: 0x4d } as const;
const FIRST_SIGN = 0x3e;
const AFTER_SIGNS = 0x58;
/** The sign of Gurmukhi for a nasal before a consonant. */
const TIPPI = 0x0a70;
/** What a script says otherwise: Tamil and Malayalam zh, as in Kanimozhi; Tamil s. */
const OTHERWISE: Readonly<Record<number, string>> = { 0x0bb4: 'zh', 0x0d34: 'zh', 0x0b9a: 's' };
/** From this block on (Tamil and the others of the south) every `a` that bears no sign is spoken. */
const SOUTH = 0x0b80;

interface Sound {
  latin: string;
  kind: 'consonant' | 'vowel' | 'inherent';
}

/** @param word letters and signs of one of the nine scripts */
function latinOfIndic(word: string): string {
  const sounds: Sound[] = [];
  const letters = [...word];
  for (const [at, letter] of letters.entries()) {
    const code = letter.codePointAt(0) ?? 0;
    const place = code % BLOCK;
    const before = sounds.at(-1);
    if (CONSONANTS[place - FIRST_CONSONANT] !== undefined) {
      sounds.push({ latin: OTHERWISE[code] ?? CONSONANTS[place - FIRST_CONSONANT]!, kind: 'consonant' }, { latin: 'a', kind: 'inherent' });
    } else if (place === PLACE.nukta) {
      const consonant = sounds.at(-2);
      if (before?.kind === 'inherent' && consonant) sounds.splice(-2, 2, { ...consonant, latin: DOTTED[consonant.latin] ?? consonant.latin }, before);
    } else if (place === PLACE.virama) {
      if (before?.kind === 'inherent') sounds.pop();
    } else if (place === PLACE.nasal || code === TIPPI) {
      sounds.push({ latin: nasalBefore(letters[at + 1], before), kind: 'consonant' });
    } else {
      if (place >= FIRST_SIGN && place < AFTER_SIGNS && before?.kind === 'inherent') sounds.pop();
      const latin = place === PLACE.r || place === PLACE.signR ? 'ri' : anyAscii(letter);
      sounds.push({ latin, kind: /^[aeiou]/.test(latin) || latin === 'ri' ? 'vowel' : 'consonant' });
    }
  }
  const isSouth = (word.codePointAt(0) ?? 0) >= SOUTH;
  return (isSouth ? sounds : withoutSilent(sounds)).map(({ latin }) => latin).join('');
}

/** A nasal sounds as what follows: Champa, Singh, Anand. */
function nasalBefore(letter: string | undefined, before: Sound | undefined): string {
  const next = CONSONANTS[((letter?.codePointAt(0) ?? 0) % BLOCK) - FIRST_CONSONANT];
  if (letter === undefined || next === undefined) return before?.kind === 'inherent' ? 'm' : 'n';
  return LABIALS.test(next) ? 'm' : next === 'h' ? 'ng' : 'n';
}

/** Consonants that are spoken with an `a` after another: Krishna, Chandra, Divya. */
const NEEDS_VOWEL = /^[nmrlyv]$/;

/**
 * The languages of the north leave out an `a` at the end (Kamal, Arvind), but after most consonants that follow another, and within the word between two
 * syllables (Rajkumar, Manmohan), looked at from its end (Ohala 1983).
 */
function withoutSilent(sounds: readonly Sound[]): Sound[] {
  const kept = [...sounds];
  const isVowel = (at: number): boolean => kept[at] !== undefined && kept[at].kind !== 'consonant';
  const isConsonant = (at: number): boolean => kept[at]?.kind === 'consonant';
  const last = kept.length - 1;
  if (kept[last]?.kind === 'inherent' && kept.filter(({ kind }) => kind !== 'consonant').length > 1) {
    const [first = '', second = ''] = [kept[last - 2]?.latin, kept[last - 1]?.latin];
    const isKept = isConsonant(last - 2)
      ? NEEDS_VOWEL.test(second) || !(/^(?:ng|[nmrl])$/.test(first) || second.startsWith(first))
      : first === 'i' && second === 'y';
    if (!isKept) kept.pop();
  }
  for (let at = kept.length - 3; at >= 2; at -= 1) {
    if (kept[at]?.kind === 'inherent' && isConsonant(at - 1) && isVowel(at - 2) && isConsonant(at + 1) && isVowel(at + 2)) kept.splice(at, 1);
  }
  return kept;
}

const GREEK = /\p{Script=Greek}+/gu;
/** As passports write it (ELOT 743). */
const GREEK_RULES: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'ou'],
  [/([αεη])υ(?=[θκξπσςτφχψ]|$)/g, '$1f'],
  [/([αεη])υ/g, '$1v'],
  [/γ(?=[γξχ])/g, 'n'],
  [/^μπ/g, 'b'],
];
/** As it is spoken, and often written: Yorgos, Dinos, Babis. */
const GREEK_SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/γι(?=[αεηιουω])/g, 'y'],
  [/γ(?=[ιηε])/g, 'y'],
  [/μπ/g, 'b'],
  [/^ντ/g, 'd'],
];

const latinOfGreek = (word: string, rules: readonly (readonly [RegExp, string])[]): string =>
  anyAscii(rules.reduce((text, [letters, latin]) => text.replace(letters, latin), word));

/** A folded text with the words of these scripts in Latin letters; the others stay as they are. */
export function latinByRules(folded: string): string {
  return folded.replace(INDIC, latinOfIndic).replace(GREEK, (word) => latinOfGreek(word, GREEK_RULES));
}

/** A second way to write a folded Greek word, where there is one. */
export function latinAsSpoken(folded: string): string | undefined {
  const spoken = folded.replace(GREEK, (word) => latinOfGreek(word, [...GREEK_SPOKEN, ...GREEK_RULES]));
  return spoken === folded || spoken === latinByRules(folded) ? undefined : spoken;
}
