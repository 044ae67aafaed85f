/** Normalises names in Latin, Cyrillic, Persian or Arabic letters to forms that can be searched and compared. */

/** Letters that Unicode does not decompose into a base letter and marks. */
const SPECIAL: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŋ: 'n',
};
/** Arabic-script letters with several code points, and the marks that only change how a word is drawn. */
const ARABIC_TWINS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
  '\u0640': '',
  '\u200c': '',
  '\u200d': '',
};
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  ғ: 'gh',
  д: 'd',
  е: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ј: 'y',
  к: 'k',
  қ: 'q',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  ђ: 'd',
  у: 'u',
  ү: 'u',
  ұ: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ҳ: 'h',
  ц: 'ts',
  ч: 'ch',
  ҷ: 'j',
  ҹ: 'j',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ә: 'e',
  ҝ: 'g',
};
const ARABIC: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 's',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'z',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'z',
  ط: 't',
  ظ: 'z',
  ع: '',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  و: 'v',
  ه: 'h',
  ی: 'y',
  ء: '',
};
/** Marks inside a word that do not separate words: apostrophes, hamza signs, Cyrillic signs in Latin letters. */
const APOSTROPHES = /['’‘ʼʻʿʾ`´ʹ"]/gu;

const mapLetters = (text: string, ...tables: Readonly<Record<string, string>>[]) =>
  [...text].map((ch) => tables.reduce<string | undefined>((got, t) => got ?? t[ch], undefined) ?? ch).join('');

/**
 * A name without case, accents, vowel signs and punctuation, in its own script, with one space between words. A name without any letter or digit is returned in
 * lower case, so that it can still be found.
 */
export function foldName(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(APOSTROPHES, '');
  const folded = mapLetters(bare, SPECIAL, ARABIC_TWINS)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return folded === '' ? text.trim().toLowerCase() : folded;
}

/** A folded name in Latin letters. Cyrillic, Persian and Arabic letters are replaced; all others are kept. */
export function latinName(text: string): string {
  const latin = mapLetters(foldName(text), CYRILLIC, ARABIC).replace(/\s+/g, ' ').trim();
  return latin === '' ? foldName(text) : latin;
}

/** Digraphs and letters that romanisations write in different ways, each mapped to one consonant. */
const ONE_CONSONANT: readonly [RegExp, string][] = [
  [/shch|sch|sh/g, 's'],
  [/kh|ch(?=[rl])|x/g, 'h'],
  [/zh|dzh|dj/g, 'j'],
  [/ch|tch/g, 'c'],
  [/gh|q/g, 'g'],
  [/ts|tz/g, 's'],
];

/**
 * The consonants of each word, with one spelling for each sound. In this form a name written without vowels (Persian, Arabic) equals its romanisations. Words
 * with fewer than two consonants are left out.
 */
export function skeletons(text: string): string[] {
  const words = latinName(text).split(' ');
  const all = words.map((word) => {
    let skeleton = word;
    for (const [pattern, letter] of ONE_CONSONANT) skeleton = skeleton.replace(pattern, letter);
    return skeleton
      .replace(/h$/, '')
      .replace(/[aeiouyvw]/g, '')
      .replace(/(.)\1+/g, '$1');
  });
  return all.filter((skeleton) => skeleton.length >= 2 && /^[a-z]+$/.test(skeleton));
}

/** Prefix of a skeleton in the stored form. A folded word begins with a letter or digit, so that no beginning of a word finds a skeleton. */
export const SKELETON_MARK = '_';

/**
 * What is stored of one name for the full-text index (`Entity._search`, names joined by " | "): its folded form, its Latin form where that differs, and its
 * skeletons, each with its prefix. A query is brought to the same forms.
 */
export function searchForm(name: string): string {
  const folded = foldName(name);
  const latin = latinName(name);
  const marked = skeletons(name).map((skeleton) => SKELETON_MARK + skeleton);
  return [...new Set([folded, latin, ...marked])].join(' ');
}
