/** Reads one file of an import: bytes → strict JSON → checked against the format, with every fault placed. */
import { attestFile, FORMAT_ID } from '../../contract/file-format.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import type { Problem } from '../../domain/model/errors.ts';
import { locateProblems } from '../../domain/strict-json/locate-problem.ts';
import { parseStrictJson, type ParseOptions } from '../../domain/strict-json/parse-strict-json.ts';
import { describeIssues } from './describe-issues.ts';

export interface InputFile {
  /** As the caller calls it; with folders, whose files share a dataset header. */
  name: string;
  bytes: Uint8Array;
}
export interface ReadFile {
  name: string;
  /** Absent where the file could not be read as the format. A malformed record leaves a hole in its list, so that the others keep their places. */
  content?: CuratedFile;
  /** Ids of the malformed records, as far as they have one. */
  malformed: string[];
  problems: Problem[];
  /** Gives problems of this file, told by pointer, their line and column. */
  locate: (problems: readonly Problem[]) => Problem[];
}

/**
 * A file that is not of the format at all is refused by that alone (`not-attest`): its other faults would be noise. Where only some records are malformed, the
 * sound ones are handed on, so that one import tells every fault; an import with any problem is refused all the same.
 */
export function readCuratedFile(file: InputFile, options: Pick<ParseOptions, 'limits'> = {}): ReadFile {
  const parsed = parseStrictJson(file.bytes, file.name, options);
  const locate = (problems: readonly Problem[]) => locateProblems(problems, parsed.text);
  const result = (problems: Problem[], content?: CuratedFile, malformed: string[] = []): ReadFile => ({
    name: file.name,
    problems,
    locate,
    malformed,
    ...(content === undefined ? {} : { content }),
  });
  const { value } = parsed;
  if (!parsed.hasValue || typeof value !== 'object' || value === null || Array.isArray(value)) return result(parsed.problems);
  const format: unknown = Reflect.get(value, 'format');
  if (format !== FORMAT_ID) {
    const message = format === undefined ? `this is no curated file: it has no "format": "${FORMAT_ID}"` : `the format ${JSON.stringify(format)} is not known`;
    const problem: Problem = {
      code: 'not-attest',
      message,
      remedy: `a curated file begins with "format": "${FORMAT_ID}"`,
      file: file.name,
      pointer: format === undefined ? '' : '/format',
    };
    return result([...parsed.problems, ...locate([problem])]);
  }
  const checked = attestFile.safeParse(value);
  if (checked.success) return result(parsed.problems, checked.data);
  const told = new Set(parsed.problems.map((problem) => problem.pointer));
  const issues = describeIssues(checked.error.issues, attestFile, value).filter((problem) => !told.has(problem.pointer));
  const { content, malformed } = soundPartOf(value, checked.error.issues);
  return result([...parsed.problems, ...locate(issues.map((problem) => ({ ...problem, file: file.name })))], content, malformed);
}

/** The file with a hole for each record an issue lies in; nothing where the issue lies in what holds for the whole file, or where a list is none. */
function soundPartOf(value: object, issues: readonly { path: readonly PropertyKey[] }[]): { content?: CuratedFile; malformed: string[] } {
  const holes = new Map<string, Set<number>>();
  for (const { path } of issues) {
    const [list, index] = path;
    // An unknown field of the file itself takes nothing from its records.
    if (list === undefined) continue;
    if (typeof list !== 'string' || typeof index !== 'number') return { malformed: [] };
    holes.set(list, (holes.get(list) ?? new Set()).add(index));
  }
  const sound: Record<string, unknown> = { ...value };
  const malformed: string[] = [];
  for (const [list, indexes] of holes) {
    const kept: unknown[] = [];
    (Reflect.get(value, list) as unknown[]).forEach((item, index) => {
      if (!indexes.has(index)) {
        kept[index] = item;
        return;
      }
      const id: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'id') : undefined;
      if (typeof id === 'string') malformed.push(id);
    });
    sound[list] = kept;
  }
  for (const key of Object.keys(sound)) if (!(key in attestFile.shape)) delete sound[key];
  return isSound(sound) ? { content: sound, malformed } : { malformed };
}

/** Whether what is left is of the format once the holes are closed. */
function isSound(value: object): value is CuratedFile {
  const closed = Object.entries(value).map(([key, item]: [string, unknown]) => [key, Array.isArray(item) ? item.filter(() => true) : item]);
  return attestFile.safeParse(Object.fromEntries(closed)).success;
}
