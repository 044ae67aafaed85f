/** Leaves single records out of an import: those that are named, those that cannot be written, and those that refer to them. */
import { LIST_OF_KIND } from '../change-plan.ts';
import type { CuratedFile } from '../curated-file.ts';
import type { Problem, ProblemPlace } from '../../model/errors.ts';

/** A record of a file: the file, and the pointer of the record, as `/claims/12`. */
export interface RecordPlace {
  file: string;
  pointer: string;
}
/** Code of a record that is left out because the caller named it. */
export const LEFT_OUT = 'left-out';
/** Code of a record that is left out because it refers to another that is. */
export const RESTS_ON_LEFT_OUT = 'rests-on-left-out';

/** A file has one header, and citations within its claims. */
const { dataset: _header, citation: _within, ...LISTS } = LIST_OF_KIND;
const RECORD = new RegExp(`^/(?:${Object.values(LISTS).join('|')})/\\d+(?=/|$)`);

/** The record in which a problem stands; undefined for one of the file itself, its header or its defaults. */
export function recordOf({ file, pointer }: ProblemPlace): RecordPlace | undefined {
  const found = RECORD.exec(pointer ?? '')?.[0];
  return found === undefined || file === undefined ? undefined : { file, pointer: found };
}

/** All records in which a problem stands; undefined where one of its places is in no record. */
export function recordsOf(problem: Problem): RecordPlace[] | undefined {
  const places = (problem.places ?? [problem]).map((place) => recordOf({ ...problem, ...place }));
  return places.every((place) => place !== undefined) ? places : undefined;
}

export const placeKey = ({ file, pointer }: RecordPlace): string => `${file}#${pointer}`;

/** The content without those records. Each leaves a hole in its list, so that the others keep their index. */
export function withoutRecords(content: CuratedFile, pointers: Iterable<string>): CuratedFile {
  const left: CuratedFile = { ...content };
  for (const pointer of pointers) {
    const [, list = '', at = ''] = pointer.split('/');
    const items: unknown = Reflect.get(left, list);
    if (!Array.isArray(items)) continue;
    // `slice` keeps the holes there are.
    const kept = items === Reflect.get(content, list) ? items.slice() : items;
    Reflect.deleteProperty(kept, at);
    Reflect.set(left, list, kept);
  }
  return left;
}

/** The text at a pointer of a file; undefined where there is none. */
export function textAt(content: CuratedFile | undefined, pointer: string): string | undefined {
  let value: unknown = content;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

/** The problem of a reference as that of a record which rests on one that is left out, where it names one of those ids. */
export function restingOn(problem: Problem, named: string | undefined, leftOut: ReadonlySet<string>): Problem {
  if (problem.code !== 'unknown-id' || named === undefined || !leftOut.has(named)) return problem;
  return {
    ...problem,
    code: RESTS_ON_LEFT_OUT,
    message: `it names ${JSON.stringify(named)}, which is left out`,
    remedy: `it comes in with ${JSON.stringify(named)}`,
  };
}
