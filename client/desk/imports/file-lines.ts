/** What a file has at a place: the lines around a fault, and what the record there is called. */

import type { RecordPlace } from '../../api/queries-imports.ts';

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

/** What an entity of the file is called there; otherwise the id or text itself. */
function nameIn(content: object, end: string | undefined): string | undefined {
  const entities: unknown = Reflect.get(content, 'entities');
  const found = Array.isArray(entities) ? entities.findIndex((one: unknown) => typeof one === 'object' && one !== null && (one as Known)['id'] === end) : -1;
  const names = found < 0 ? undefined : ((entities as Known[])[found]!['names'] as unknown);
  return (Array.isArray(names) ? textOf((names[0] as Known | undefined)?.['text']) : undefined) ?? end;
}

/**
 * What the record at the pointer says of itself, as the file has it: its name, or who does what; its id where there is no more. Without a record, the name of
 * the file.
 */
export function recordNameAt(content: unknown, { file, pointer }: RecordPlace): string {
  if (pointer === '') return file;
  const [, list = '', at = ''] = pointer.split('/');
  const items = typeof content === 'object' && content !== null && Object.hasOwn(content, list) ? (content as Known)[list] : undefined;
  const record = Array.isArray(items) ? (items[Number(at)] as unknown) : undefined;
  if (typeof record !== 'object' || record === null) return pointer;
  const { id, name, title, text, names, subject, predicate, object } = record as Known;
  const first = Array.isArray(names) ? textOf((names[0] as Known | undefined)?.['text']) : undefined;
  const ends = [subject, predicate, typeof object === 'object' && object !== null ? (object as Known)['text'] : object].map((end) =>
    nameIn(content as object, textOf(end)),
  );
  const said = predicate === undefined ? undefined : ends.filter(Boolean).join(' · ');
  return textOf(name) ?? textOf(title) ?? textOf(text) ?? first ?? textOf(said) ?? textOf(id) ?? pointer;
}
