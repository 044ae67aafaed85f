/** Text of files and records as it may be printed on a terminal: what moves the cursor, colours, hides or turns the direction is shown as an escape. */
import { withEscapes } from '../../server/domain/model/plain-text.ts';

export const terminalText = withEscapes;

/** The same of a text of several lines, whose line feeds are ours. */
export function terminalLines(text: string): string {
  return text.split('\n').map(terminalText).join('\n');
}
