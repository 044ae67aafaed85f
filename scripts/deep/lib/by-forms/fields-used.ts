/** Which fields records use, and which of them a form has: what a form lacks cannot be said in the window. */
import { type Field, FIELDS } from '../../../../client/desk/forms/controls/fields.ts';
import type { FileKind } from '../../../../client/state/draft/file-form.ts';

/** The fields of records by their places, as `names/text`, with how often each is used. */
export function fieldsUsed(records: readonly object[]): Map<string, number> {
  const used = new Map<string, number>();
  const walk = (value: unknown, place: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, place);
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) {
        const at = place === '' ? name : `${place}/${name}`;
        used.set(at, (used.get(at) ?? 0) + 1);
        walk(part, at);
      }
  };
  for (const record of records) walk(record, '');
  return used;
}

/** Fields of parts that one control fills as a whole. */
const PARTS: Partial<Record<Field['control']['is'], readonly string[]>> = { date: ['edtf', 'basis'], stake: ['entity', 'scope', 'as', 'why'] };
/** The places that the form of a kind has. That of a claim is no table: it is proved by filling it. */
export function fieldsOfForm(kind: FileKind): Set<string> {
  const places = new Set<string>();
  const walk = (fields: readonly Field[], before: string): void => {
    for (const { name, control } of fields) {
      const at = `${before}${name}`;
      places.add(at);
      for (const part of PARTS[control.is] ?? []) places.add(`${at}/${part}`);
      if (control.is === 'group' || control.is === 'list') walk(control.fields, `${at}/`);
    }
  };
  walk(FIELDS[kind], '');
  return places;
}
