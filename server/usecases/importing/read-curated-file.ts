/** Reads one file of an import: bytes → strict JSON → checked against the format. Every problem has its place. */
import { attestFile, FORMAT_ID } from '../../contract/file-format.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import type { Problem } from '../../domain/model/errors.ts';
import { locateProblems } from '../../domain/strict-json/locate-problem.ts';
import { parseStrictJson, type ParseOptions } from '../../domain/strict-json/parse-strict-json.ts';
import { describeIssues } from './describe-issues.ts';

export interface InputFile {
  /** As the caller calls it, with its folders: files in one folder share a dataset header. */
  name: string;
  bytes: Uint8Array;
}
export interface ReadFile {
  name: string;
  /** Absent where the file does not have the format. A malformed record leaves a hole in its list, so that the others keep their index. */
  content?: CuratedFile;
  /** Ids of the malformed records that have one. */
  malformed: string[];
  problems: Problem[];
  /** Adds line and column to problems of this file that have a pointer. */
  locate: (problems: readonly Problem[]) => Problem[];
}

/**
 * A file that is not of this format at all gets only the problem `not-attest`, since other problems would not help. Where only some records are malformed the
 * valid ones are returned, so that all faults of an import are reported together. An import with any problem is refused.
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

/** The file with a hole for each record that has an issue. Nothing where an issue concerns the whole file, or where a list is not a list. */
function soundPartOf(value: object, issues: readonly { path: readonly PropertyKey[] }[]): { content?: CuratedFile; malformed: string[] } {
  const holes = new Map<string, Set<number>>();
  for (const { path } of issues) {
    const [list, index] = path;
    // An unknown field of the file itself does not affect its records.
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

/** Whether the file has the format once its holes are removed. */
function isSound(value: object): value is CuratedFile {
  const closed = Object.entries(value).map(([key, item]: [string, unknown]) => [key, Array.isArray(item) ? item.filter(() => true) : item]);
  return attestFile.safeParse(Object.fromEntries(closed)).success;
}
