/** Reads STIX 2.1: a bundle, a list of objects or a single one; through our extension where it is there, else as the tool that wrote it meant it. */
import { isObject } from './foreign-values.ts';
import type { ForeignRecord, Importer } from './format.ts';
import { convertStix } from './stix/convert-stix.ts';
import { heldBy, readStixRecords } from './stix/stix-records.ts';

function isRecord(value: unknown): boolean {
  if (!isObject(value) || typeof value['type'] !== 'string' || typeof value['id'] !== 'string') return false;
  return value['type'] !== 'bundle' && value['id'].startsWith(`${value['type']}--`);
}

function recordsIn(value: unknown): ForeignRecord[] | undefined {
  if (Array.isArray(value)) return isRecord(value[0]) ? numbered(value, '') : undefined;
  if (!isObject(value)) return undefined;
  if (value['type'] === 'bundle') return numbered(Array.isArray(value['objects']) ? value['objects'] : [], '/objects');
  return isRecord(value) ? [{ value, place: { words: 'object 1', pointer: '' } }] : undefined;
}

function numbered(values: readonly unknown[], at: string): ForeignRecord[] {
  return values.map((value, i) => ({ value, place: { words: `object ${i + 1}`, pointer: `${at}/${i}` } }));
}

export const stix: Importer = {
  format: 'stix',
  label: 'STIX 2.1 (a bundle, or its objects)',
  isRecord,
  recordsIn,
  convert: (input) => (input.records.some(({ value }) => heldBy(value)) ? readStixRecords(input) : convertStix(input)),
};
