/** What a text may hold, once for the files and for the inputs of the API that store text. Works on whole texts; a text of plain letters costs one match. */

/** Most texts: printable Basic Latin and Latin-1 but the soft hyphen, without line breaks. Nothing in them is refused, taken out or composed. */
const SIMPLE = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF]*$/;
/** Characters that reverse or isolate direction, by which a text shows other than it is stored. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/u;
/** The flags of emoji that are written with tag characters (England, Scotland, Wales and others): black flag, tags, cancel tag. */
const TAG_FLAGS = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu;
const TAGS = /[\u{E0000}-\u{E007F}]/u;
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
/** Zero-width space, byte-order mark and word joiner: no script needs them. Joiners and variation selectors stay. */
const STRAY = /[\u200B\u2060\uFEFF]/g;
/** What shows nothing by itself. */
const SHOWS_NOTHING = /^[\s\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Z}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** Why a text is refused; the words are those of `describe-issues`. */
export const TEXT_FAULTS = {
  control: 'control characters are not allowed',
  direction: 'characters that change the direction of writing are not allowed',
  tags: 'tag characters that show nothing are not allowed',
  blank: 'must not be blank',
} as const;
export type TextFault = keyof typeof TEXT_FAULTS;

/** The fault of a text, after `cleanText`, if it has one. */
export function textFault(text: string): TextFault | undefined {
  if (SIMPLE.test(text)) return text.trim() === '' ? 'blank' : undefined;
  if (CONTROLS.test(text)) return 'control';
  if (DIRECTION.test(text)) return 'direction';
  if (TAGS.test(text) && TAGS.test(text.replace(TAG_FLAGS, ''))) return 'tags';
  return SHOWS_NOTHING.test(text) ? 'blank' : undefined;
}

/** The text in the composed form of Unicode (NFC), without stray characters of no width. */
export function cleanText(text: string): string {
  return SIMPLE.test(text) ? text : text.replace(STRAY, '').normalize('NFC');
}

/** Whether an address holds a name or password before its host. */
export function hasCredentials(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[\\/]*[^\\/?#]*@/i.test(address);
}

const known = (type: 'language' | 'script' | 'region') => new Intl.DisplayNames(['en'], { type, fallback: 'none' });
const LANGUAGES = known('language');
const SCRIPTS = known('script');
const REGIONS = known('region');
const judged = new Map<string, boolean>();
/** Tags kept with their verdict; few are used. */
const MOST_JUDGED = 1_000;

/**
 * Whether a text is a language tag (BCP 47) of subtags that exist. Languages of two letters, scripts and regions are closed lists that the platform knows; it
 * does not know all languages of three letters, so these are taken as they are.
 */
export function isLanguageTag(tag: string): boolean {
  const before = judged.get(tag);
  if (before !== undefined) return before;
  const is = hasKnownSubtags(tag);
  if (judged.size < MOST_JUDGED) judged.set(tag, is);
  return is;
}

function hasKnownSubtags(tag: string): boolean {
  try {
    const { script, region } = new Intl.Locale(tag);
    const [language = ''] = tag.toLowerCase().split('-');
    if (language.length === 2 && LANGUAGES.of(language) === undefined) return false;
    return (script === undefined || SCRIPTS.of(script) !== undefined) && (region === undefined || REGIONS.of(region) !== undefined);
  } catch {
    return false;
  }
}
