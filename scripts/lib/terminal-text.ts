/** Text of files and records as it may be printed on a terminal: what moves the cursor, colours, hides or turns the direction is shown as an escape. */
import { asEscapes } from '../../server/domain/model/plain-text.ts';

/** Controls, line breaks, formats that show nothing and halves of characters; but not the joiners that scripts need, nor the signs of Arabic numbers. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200C-\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])\p{Cf}/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** The text on one line, with escapes as JSON writes them (`\n`, `\u202e`), so that in a text of JSON they mean the same. */
export function terminalText(text: string): string {
  return text.replace(UNSEEN, (found) => SHORT[found] ?? asEscapes(found));
}

/** The same of a text of several lines, whose line feeds are ours. */
export function terminalLines(text: string): string {
  return text.split('\n').map(terminalText).join('\n');
}
