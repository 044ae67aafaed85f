/** What a text may hold, once for the files and for the inputs of the API that store text. Works on whole texts; a text of plain letters costs one match. */

/** Most texts: printable Basic Latin and Latin-1 but the soft hyphen, without line breaks. Nothing in them is refused, taken out or composed. */
const SIMPLE = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF]*$/;
/** Characters that reverse or isolate direction, by which a text shows other than it is stored. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/u;
/** The flags of emoji that are written with tag characters (England, Scotland, Wales and others): black flag, tags, cancel tag. */
const TAG_FLAGS = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu;
/** Plane 14, tags and what is not assigned, but for its variation selectors. */
const TAGS = /[\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}]/u;
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
/** Anchor, separator and end of an annotation between the lines. */
const ANNOTATION = /[\uFFF9-\uFFFB]/;
const LINE_BREAK = /[\n\r\u2028\u2029]/;
/** What shows nothing by itself. */
const SHOWS_NOTHING = /^[\s\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Z}\p{DI}\u2800]*$/u;

/** Characters that show nothing and only change how their neighbours are drawn: joiners, variation selectors, spaces of no width, signs of mathematics that are not seen. */
const HIDDEN = String.raw`\u034F\u180B-\u180F\u200B-\u200D\u2060-\u2064\u206A-\u206F\uFE00-\uFE0F\uFEFF\u{E0100}-\u{E01EF}`;
const HOLDS_HIDDEN = new RegExp(`[${HIDDEN}]`, 'u');
/** The scripts whose letters change form beside a joiner: the cursive ones, and those of India and its neighbours. */
// prettier-ignore
const JOINING = [
  'Adlm', 'Arab', 'Chrs', 'Mand', 'Mani', 'Mong', 'Nkoo', 'Ougr', 'Phag', 'Phlp', 'Rohg', 'Sogd', 'Sogo', 'Syrc', 'Bali', 'Beng', 'Bhks', 'Brah',
  'Cakm', 'Deva', 'Dogr', 'Gong', 'Gonm', 'Gran', 'Gujr', 'Guru', 'Java', 'Khmr', 'Khoj', 'Knda', 'Kthi', 'Lana', 'Limb', 'Mlym', 'Modi', 'Mtei',
  'Mult', 'Mymr', 'Nand', 'Newa', 'Orya', 'Sidd', 'Sind', 'Sinh', 'Sund', 'Takr', 'Taml', 'Telu', 'Tibt', 'Tirh', 'Shrd',
]
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');
/** Each place where a script or an emoji needs a hidden character; of several in a row, the first. */
const NEEDED = [
  // A joiner beside a letter of a joining script.
  String.raw`(?<=(?![${HIDDEN}])[${JOINING}][\u180B-\u180D\u180F]?)[\u200C\u200D]`,
  String.raw`(?<![${HIDDEN}])[\u200C\u200D](?=(?![${HIDDEN}])[${JOINING}])`,
  // A joiner between emoji, of which the first may have its selector.
  String.raw`(?<=[\p{ExtPict}\p{EMod}]\uFE0F?)\u200D(?=\p{ExtPict})`,
  // A selector after an emoji, a sign of mathematics, or a letter that has variants.
  String.raw`(?<=\p{Emoji})[\uFE0E\uFE0F]`,
  String.raw`(?<=[0\p{Sm}\p{sc=Han}\p{sc=Mymr}\p{sc=Phag}\p{sc=Mani}])[\uFE00-\uFE0F]`,
  String.raw`(?<=\p{Ideographic})[\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=[\u1807\u1820-\u1878\u1880-\u18AA])[\u180B-\u180F]`,
  // What keeps two marks in the order in which they are written.
  String.raw`(?<=(?![${HIDDEN}])\p{M})\u034F(?=(?![${HIDDEN}])\p{M})`,
];
const NEEDED_OR_STRAY = new RegExp(`(${NEEDED.join('|')})|[${HIDDEN}]`, 'gu');

/** Why a text is refused; the words are those of `describe-issues`. */
export const TEXT_FAULTS = {
  control: 'control characters are not allowed',
  direction: 'characters that change the direction of writing are not allowed',
  tags: 'tag characters that show nothing are not allowed',
  annotation: 'characters that mark annotations between the lines are not allowed',
  blank: 'must not be blank',
} as const;
export type TextFault = keyof typeof TEXT_FAULTS;

/** The fault of a text, after `cleanText`, if it has one. */
export function textFault(text: string): TextFault | undefined {
  if (SIMPLE.test(text)) return text.trim() === '' ? 'blank' : undefined;
  if (CONTROLS.test(text)) return 'control';
  if (DIRECTION.test(text)) return 'direction';
  if (TAGS.test(text) && TAGS.test(text.replace(TAG_FLAGS, ''))) return 'tags';
  if (ANNOTATION.test(text)) return 'annotation';
  return SHOWS_NOTHING.test(text) ? 'blank' : undefined;
}

/** The text as one line: each run of line breaks, with the space around it, is one space. */
export function inOneLine(text: string): string {
  return LINE_BREAK.test(text)
    ? text
        .split(/[\n\r\u2028\u2029]+/)
        .map((line) => line.trim())
        .join(' ')
    : text;
}

/** The text in the composed form of Unicode (NFC), without hidden characters but where a script or an emoji needs them. */
export function cleanText(text: string): string {
  if (SIMPLE.test(text)) return text;
  let clean = text.normalize('NFC');
  // What is taken out may bring marks together that are put in another order, and so leave another character beside a joiner.
  while (HOLDS_HIDDEN.test(clean)) {
    const cleaner = clean.replace(NEEDED_OR_STRAY, '$1').normalize('NFC');
    if (cleaner === clean) break;
    clean = cleaner;
  }
  return clean;
}

/** The text as escapes of JSON, one for each unit of UTF-16: what cannot be seen, or would move a cursor, is shown so. */
export function asEscapes(text: string): string {
  return text
    .split('')
    .map((unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** Controls, line breaks, formats and tags that show nothing and halves of characters; but not the joiners that scripts need, nor the signs of Arabic numbers. */
const UNSEEN_ON_A_LINE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}]|(?![\u200C-\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])\p{Cf}/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** The text on one line, with escapes as JSON writes them (`\n`, `\u202e`), so that in a text of JSON they mean the same. */
export function withEscapes(text: string): string {
  return text.replace(UNSEEN_ON_A_LINE, (found) => SHORT[found] ?? asEscapes(found));
}

/** Whether an address holds a name or password before its host. */
export function hasCredentials(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[\\/]*[^\\/?#]*@/i.test(address);
}

/** Whether an address holds what no address does: white space, controls, what shows nothing or changes direction, or a backslash, which browsers take for a slash. */
export function hasStrayCharacters(address: string): boolean {
  return /[\s\\\p{Cc}\p{Cf}\p{Z}\p{DI}]/u.test(address);
}

/** Whether a text has the form of a language tag (BCP 47). Whether its parts are registered, an import asks (`language-tags.ts`): the registry is too large for a page. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
