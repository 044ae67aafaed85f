/** Reads one file of an import: bytes → strict JSON → checked against the format, with every fault placed. */
import { attestFile, FORMAT_ID } from '../contract/file-format.ts';
import type { CuratedFile } from '../domain/curated-file.ts';
import type { Problem } from '../domain/errors.ts';
import { locateProblems } from '../domain/locate-problem.ts';
import { parseStrictJson, type ParseOptions } from '../domain/parse-strict-json.ts';
import { describeIssues } from './describe-issues.ts';

export interface InputFile {
  /** As the caller calls it; with folders, whose files share a dataset header. */
  name: string;
  bytes: Uint8Array;
}
export interface ReadFile {
  name: string;
  /** Absent where the file could not be read as the format. */
  content?: CuratedFile;
  problems: Problem[];
  /** Gives problems of this file, told by pointer, their line and column. */
  locate: (problems: readonly Problem[]) => Problem[];
}

/** A file that is not of the format at all is refused by that alone (`not-attest`): its other faults would be noise. */
export function readCuratedFile(file: InputFile, options: Pick<ParseOptions, 'limits'> = {}): ReadFile {
  const parsed = parseStrictJson(file.bytes, file.name, options);
  const locate = (problems: readonly Problem[]) => locateProblems(problems, parsed.text);
  const result = (problems: Problem[], content?: CuratedFile): ReadFile => ({ name: file.name, problems, locate, ...(content === undefined ? {} : { content }) });
  const { value } = parsed;
  if (!parsed.hasValue || typeof value !== 'object' || value === null || Array.isArray(value)) return result(parsed.problems);
  const format: unknown = Reflect.get(value, 'format');
  if (format !== FORMAT_ID) {
    const message = format === undefined ? `this is no curated file: it has no "format": "${FORMAT_ID}"` : `the format ${JSON.stringify(format)} is not known`;
    const problem: Problem = { code: 'not-attest', message, remedy: `a curated file begins with "format": "${FORMAT_ID}"`, file: file.name, pointer: format === undefined ? '' : '/format' };
    return result([...parsed.problems, ...locate([problem])]);
  }
  const checked = attestFile.safeParse(value);
  if (checked.success) return result(parsed.problems, checked.data);
  const told = new Set(parsed.problems.map((problem) => problem.pointer));
  const issues = describeIssues(checked.error.issues, attestFile, value).filter((problem) => !told.has(problem.pointer));
  return result([...parsed.problems, ...locate(issues.map((problem) => ({ ...problem, file: file.name })))]);
}
