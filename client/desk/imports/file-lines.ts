/** What a file has at a place: the lines around a fault, and what the record there is called. */

/** Bytes of a file that is read in the window; of a larger one only the place is said. */
export const READ_BYTES = 20_000_000;

export interface Line {
  number: number;
  text: string;
}

/** Characters of a line that are shown; the rest is cut. */
const LINE_LENGTH = 240;

/** The line, and so many before and after it. @param line from 1 */
export function linesAround(text: string, line: number, beside = 3): Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .slice(Math.max(0, line - 1 - beside), line + beside)
    .map((one, i) => ({ number: Math.max(1, line - beside) + i, text: one.length > LINE_LENGTH ? `${one.slice(0, LINE_LENGTH)}…` : one }));
}

type Known = Record<string, unknown>;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the record at the pointer says of itself, as the file has it: its name, or who does what; its id where there is no more. */
export function recordNameAt(content: unknown, pointer: string): string {
  const [, list = '', at = ''] = pointer.split('/');
  const items = typeof content === 'object' && content !== null && Object.hasOwn(content, list) ? (content as Known)[list] : undefined;
  const record = Array.isArray(items) ? (items[Number(at)] as unknown) : undefined;
  if (typeof record !== 'object' || record === null) return pointer;
  const { id, name, title, text, names, subject, predicate, object } = record as Known;
  const first = Array.isArray(names) ? textOf((names[0] as Known | undefined)?.['text']) : undefined;
  const ends = [subject, predicate, typeof object === 'object' && object !== null ? (object as Known)['text'] : object].map(textOf);
  const said = predicate === undefined ? undefined : ends.filter(Boolean).join(' · ');
  return textOf(name) ?? textOf(title) ?? textOf(text) ?? first ?? textOf(said) ?? textOf(id) ?? pointer;
}
