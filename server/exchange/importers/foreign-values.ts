/** Reads values of foreign records: only what can be kept as it is written is taken over. */
import { hash } from 'node:crypto';
import { ID_PATTERN } from '../../domain/model/lists.ts';
import { cleanText, hasCredentials, hasStrayCharacters, inOneLine, textFault } from '../../domain/model/plain-text.ts';

/** Most characters that a curated file takes (contract, `LIMITS`). */
const LINE_LENGTH = 500;
const TEXT_LENGTH = 4_000;
const ADDRESS_LENGTH = 2_048;

export type Fields = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textsOf(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** A text that a curated file takes, and that cleaning would not change but for its composed form; undefined for anything else. */
export function usableText(value: unknown): string | undefined {
  if (typeof value !== 'string' || textFault(value) !== undefined || !value.isWellFormed()) return undefined;
  const clean = cleanText(value);
  return clean === value.normalize('NFC') && clean.length <= TEXT_LENGTH ? clean : undefined;
}

/** The same in one line. */
export function usableLine(value: unknown): string | undefined {
  const text = usableText(value);
  const line = text === undefined ? undefined : inOneLine(text).trim();
  return line === undefined || line === '' || line.length > LINE_LENGTH ? undefined : line;
}

export function usableAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > ADDRESS_LENGTH || !/^https?:\/\//.test(value)) return undefined;
  return URL.canParse(value) && !hasStrayCharacters(value) && !hasCredentials(value) ? value : undefined;
}

/** The day of an instant like 2020-05-01T00:00:00.000Z; undefined for anything else, and for years that an import would not read. */
export function dayOfInstant(value: unknown): string | undefined {
  const [, day] = typeof value === 'string' ? (/^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?Z$/.exec(value) ?? []) : [];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : undefined;
}

/** An id of ours from a foreign one: in the file's own part of the ids, so that files of different datasets never speak of one record by chance. */
export function foreignId(dataset: string, id: string): string {
  const slug = slugOf(id);
  return `${dataset.replaceAll(':', '-')}:${slug}`;
}

/** The id as it is, where it is a slug; else what of it is one, with a digest that keeps two ids apart. */
export function slugOf(id: string): string {
  if (ID_PATTERN.test(id) && !id.includes(':')) return id;
  const letters = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${letters === '' ? 'x' : letters}~${hash('sha256', id, 'hex').slice(0, 16)}`;
}

/** A text cut to what a paraphrase takes, with no half of a surrogate pair at its end. */
export function cutText(text: string): string {
  return text.length <= TEXT_LENGTH ? text : `${text.slice(0, TEXT_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
