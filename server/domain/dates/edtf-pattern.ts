/**
 * The forms of a date as regular expressions, for the descriptions of the API and of the files. They hold for ECMA-262 and for other dialects alike: no \d and
 * no look-ahead. `parseEdtf` decides; a test holds the two against each other. That an interval ends after it starts no expression can say.
 */

const YEAR = '[0-9]{4}';
const LEAP_YEAR = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = [
  `${YEAR}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])`,
  `${YEAR}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)`,
  `${YEAR}-02-(?:0[1-9]|1[0-9]|2[0-8])`,
  `${LEAP_YEAR}-02-29`,
].join('|');
const TIME = '(?:(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?|24:00(?::00)?)';
/** As the grammar of the library has it: a minus is a hyphen or U+2212, and there is no -00:00. */
const ZONE = [
  'Z',
  '[-\u2212](?:(?:0[1-9]|1[01])(?::?[0-5][0-9])?|00:?(?:0[1-9]|[1-5][0-9])|12(?::?00)?)',
  '\\+(?:(?:0[0-9]|1[0-3])(?::?[0-5][0-9])?|14(?::?00)?)',
].join('|');
/** A date without a time of day: a day, month, season, year, decade, century, or one with parts not known. */
const DATE = `(?:(?:${DAY}|${YEAR}(?:-${MONTH}(?:-XX)?|-2[1-4]|-XX(?:-XX)?)?|[0-9]{3}X|[0-9]{2}XX|XXXX)[?~%]?|XXXX-XX(?:-XX)?)`;
const POINT = `(?:${DATE}|(?:${DAY})T${TIME}(?:${ZONE})?)`;
/** The start of an interval, with its slash; it may be open or not known. */
const FROM = `(?:(?:${POINT}|\\.\\.)?/)`;

/** EDTF level 1, with years of four digits. */
export const EDTF_PATTERN = new RegExp(`^(?:${FROM}?${POINT}|${POINT}/(?:\\.\\.)?)$`);
/** The same with a last day. */
export const CLOCK_PATTERN = new RegExp(`^${FROM}?${POINT}$`);
const INSTANT = `(?:${DAY})T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])`;
export const INSTANT_PATTERN = new RegExp(`^${INSTANT}$`);
/** The same, or an instant with its zone; a time of day without one would be another instant on every machine. */
export const RECORDED_PATTERN = new RegExp(`^(?:${DATE}|(?:${DATE}|\\.\\.)?/${POINT}|${INSTANT})$`);
