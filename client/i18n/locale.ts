/** The locale of the page, read once before any word is used, and two pseudo-locales that show what a translation would break. */

export const LOCALES = ['en', 'en-XA', 'ar-XB'] as const;
export type Locale = (typeof LOCALES)[number];
const KEY = 'attest-locale';

/** `?locale=` comes before the stored choice; an unknown locale is English. */
export function localeOf(search: string, kept: string | null): Locale {
  const asked = new URLSearchParams(search).get('locale') ?? kept;
  return LOCALES.find((locale) => locale === asked) ?? 'en';
}

function read(): Locale {
  try {
    return localeOf(globalThis.location?.search ?? '', globalThis.localStorage?.getItem(KEY) ?? null);
  } catch {
    return 'en';
  }
}

export const locale: Locale = read();
export const direction: 'ltr' | 'rtl' = locale === 'ar-XB' ? 'rtl' : 'ltr';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'đ',
  e: 'é',
  f: 'ƒ',
  g: 'ğ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ʠ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Đ',
  E: 'É',
  F: 'Ƒ',
  G: 'Ğ',
  H: 'Ĥ',
  I: 'Í',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Ú',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};
/** Share by which other languages are longer than English. */
const LONGER = 0.4;

/** English with changed letters and longer: text that stays plain is not in the catalogue, and text that is cut off has too little room. */
export function pseudo(text: string): string {
  if (!/[A-Za-z]/.test(text)) return text;
  const strange = [...text].map((letter) => ACCENTED[letter] ?? letter).join('');
  return `${strange}${'·'.repeat(Math.ceil(text.length * LONGER))}`;
}

function translated(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') return (...parts: unknown[]): unknown => translated((value as (...all: unknown[]) => unknown)(...parts));
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, translated(part)]));
  return value;
}

/** The catalogue in the locale of the page, with the same shape. */
export function inLocale<T>(catalogue: T, into: Locale = locale): T {
  return into === 'en' ? catalogue : (translated(catalogue) as T);
}
