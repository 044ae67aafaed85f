/** The form in which a text is kept, and its numbered paragraphs. */

/** What ends a line in any system. */
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
/** Characters that show nothing and that no database or page should be given: controls but the tab, and what turns the direction of writing. */
const NOT_SHOWN = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/** Paragraph N is the Nth line that is not blank, counted from 1, without white space around it: as curated files number them. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A text as it is kept: composed (NFC), a paragraph a line, without characters that show nothing. Its digest is that of this form. */
export function textAsKept(text: string): string {
  return paragraphsOf(text.toWellFormed().replace(NOT_SHOWN, '').normalize('NFC')).join('\n');
}
