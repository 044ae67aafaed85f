/** Folds a name in its own script, and writes it in Latin letters, so that spellings can be searched and compared. */
import anyAscii from 'any-ascii';
import { latinByRules } from './latin-by-rules.ts';

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
/** Letters of the Arabic script with several code points, signs that are written one for the other, and the marks that only change how a word is drawn. */
const TWINS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
  '\u0901': '\u0902',
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
  آ: 'a',
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
  ع: 'a',
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
const HEBREW: Readonly<Record<string, string>> = {
  א: 'a',
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: 'v',
  ז: 'z',
  ח: 'h',
  ט: 't',
  י: 'y',
  כ: 'k',
  ך: 'k',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: 'a',
  פ: 'p',
  ף: 'f',
  צ: 'ts',
  ץ: 'ts',
  ק: 'k',
  ר: 'r',
  ש: 'sh',
  ת: 't',
};
/** Marks of letters. In the scripts of India, and only there, the signs of vowels are marks, too. */
const MARKS = /(?![\u0900-\u0d7f])\p{M}/gu;
/** Marks inside a word that do not separate words: apostrophes, hamza signs, Cyrillic signs in Latin letters. */
const APOSTROPHES = /['’‘ʼʻʿʾ`´ʹʺ׳״"]/gu;
/** Letters each with a dot, written as one word: I.R.G.C., F.B.I. */
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu;

const mapLetters = (text: string, ...tables: Readonly<Record<string, string>>[]) =>
  [...text].map((ch) => tables.reduce<string | undefined>((got, t) => got ?? t[ch], undefined) ?? ch).join('');

/**
 * A name without case, accents, vowel signs (but those of India) and punctuation, in its own script, with one space between words. A name without any letter or digit is returned in
 * lower case, so that it can still be found.
 */
export function foldName(text: string): string {
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(text)) return text.toLowerCase();
  const undotted = text.normalize('NFKC').replace(DOTTED, (dotted) => dotted.replaceAll('.', ''));
  const bare = undotted.normalize('NFKD').toLowerCase().replace(MARKS, '').replace(APOSTROPHES, '');
  const folded = mapLetters(bare, SPECIAL, TWINS)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return folded === '' ? text.trim().toLowerCase() : folded;
}

/**
 * A folded name in Latin letters. Cyrillic, Persian, Arabic and Hebrew letters by the tables above, which keep what names need; Greek and the scripts of
 * India by `latin-by-rules`; all other scripts by any-ascii.
 */
export function latinName(text: string): string {
  return latinOfFolded(foldName(text));
}

/** The same of a name that is folded already. */
export function latinOfFolded(folded: string): string {
  if (/^[a-z0-9 ]*$/.test(folded)) return folded;
  const latin = anyAscii(mapLetters(latinByRules(folded), CYRILLIC, ARABIC, HEBREW))
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return latin === '' || !/[\p{L}\p{N}]/u.test(folded) ? folded : latin;
}

/** Letters of scripts that leave most vowels unwritten. */
const ABJAD = /[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]/;
export const isAbjad = (text: string): boolean => ABJAD.test(text);
