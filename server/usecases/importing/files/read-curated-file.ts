/** Reads one file of an import: bytes → strict JSON → checked against the format. Every problem has its place. */
import { z } from 'zod';
import { attestFile, FORMAT_ID } from '../../../contract/file-format.ts';
import type { CuratedFile } from '../../../domain/importing/curated-file.ts';
import { locateEach, ProblemList, STOPPED } from '../../../domain/importing/problem-list.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import { MANIFEST_FORMAT } from '../../../domain/publishing/manifest.ts';
import { locateProblems } from '../../../domain/strict-json/locate-problem.ts';
import { parseStrictJson, type ParsedJson, type ParseOptions } from '../../../domain/strict-json/parse-strict-json.ts';
import { describeIssues } from '../../../contract/describe-issues.ts';
import { findRewritten } from './find-rewritten.ts';

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
  /** Warnings of texts that are kept in another form than they have here. */
  rewritten: Problem[];
  /** Its problems were more than are counted: the rest of it was not read, so that other files may refer to what seems not to be there. */
  stopped: boolean;
  /** Adds line and column to problems of this file that have a pointer. */
  locate: (problems: readonly Problem[]) => Problem[];
}

/** Problems of one file that are described; further ones are counted. */
const DESCRIBED = 1_000;

/**
 * A file that is not of this format at all gets only the problem `not-attest`, since other problems would not help. Where only some records are malformed the
 * valid ones are returned, so that all faults of an import are reported together. An import with any problem is refused.
 */
export function readCuratedFile(file: InputFile, options: Pick<ParseOptions, 'limits'> = {}): ReadFile {
  return readParsedFile(file.name, parseStrictJson(file.bytes, file.name, options));
}

/** The same for a file that was parsed. */
export function readParsedFile(name: string, parsed: ParsedJson): ReadFile {
  const locate = (problems: readonly Problem[]) => locateEach(problems, (single) => locateProblems(single, parsed.text));
  const { value } = parsed;
  if (!parsed.hasValue || typeof value !== 'object' || value === null || Array.isArray(value)) return unreadFile(name, parsed.problems, locate);
  const format: unknown = Reflect.get(value, 'format');
  // It stands beside the files of an export and defines nothing.
  if (format === MANIFEST_FORMAT) return unreadFile(name, [], locate);
  if (format !== FORMAT_ID) {
    const message = format === undefined ? `this is no curated file: it has no "format": "${FORMAT_ID}"` : `the format ${JSON.stringify(format)} is not known`;
    const problem: Problem = {
      code: 'not-attest',
      message,
      remedy: `a curated file begins with "format": "${FORMAT_ID}"`,
      file: name,
      pointer: format === undefined ? '' : '/format',
    };
    return unreadFile(name, [...parsed.problems, ...locate([problem])], locate);
  }
  return readCuratedValue(name, value, { problems: parsed.problems, locate });
}

/**
 * Checks a value against the format of curated files.
 * @param read.problems of reading it: what is told of a place already is not told again
 */
export function readCuratedValue(name: string, value: object, { problems, locate }: Pick<ReadFile, 'problems' | 'locate'>): ReadFile {
  const { content, malformed, faults, rewritten } = checkFormat(value, name);
  const told = new Set(problems.map((problem) => problem.pointer));
  const issues = faults.list().filter(({ pointer }) => pointer === undefined || !told.has(pointer));
  const read = unreadFile(name, [...problems, ...locate(issues)], locate);
  return { ...read, malformed, rewritten: locate(rewritten), ...(content === undefined ? {} : { content }) };
}

/** A file of which nothing is read. */
export function unreadFile(name: string, problems: Problem[], locate: ReadFile['locate'] = (told) => [...told]): ReadFile {
  return { name, problems, rewritten: [], locate, malformed: [], stopped: problems.some(({ code }) => code === STOPPED) };
}

type ListName = 'voices' | 'sources' | 'entities' | 'predicates' | 'claims' | 'rivals' | 'identities' | 'questions';
const LISTS: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(attestFile.shape).flatMap(([name, field]) => {
    const list = field instanceof z.ZodOptional ? field.unwrap() : field;
    return list instanceof z.ZodArray ? [[name, list.element as z.ZodType] as const] : [];
  }),
);

/**
 * Checks the file without its lists, then each item of each list. A malformed item leaves a hole. There is no content where a field that is no list has a
 * problem, or where a list is not a list; an unknown field of the file itself does not affect its records.
 */
function checkFormat(value: object, file: string): { content?: CuratedFile; malformed: string[]; faults: ProblemList; rewritten: Problem[] } {
  const faults = new ProblemList();
  const rewritten = new ProblemList();
  const malformed: string[] = [];
  const describe = (issues: readonly z.core.$ZodIssue[]) => {
    for (const problem of describeIssues(issues, attestFile, value)) {
      if (faults.isFull) return faults.stop();
      faults.add({ ...problem, file });
    }
  };
  const fields = Object.entries(value) as [string, unknown][];
  const isList = ([name, field]: [string, unknown]) => LISTS.has(name) && Array.isArray(field);
  const head = attestFile.safeParse(Object.fromEntries(fields.filter((field) => !isList(field))));
  if (!head.success) describe(head.error.issues);
  if (head.success) for (const field of Object.keys(head.data)) findRewritten(Reflect.get(value, field), Reflect.get(head.data, field), `/${field}`, rewritten);
  const content: Record<string, unknown> = head.data ?? Object.fromEntries(fields.filter(([name]) => name in attestFile.shape));
  for (const [name, items] of fields.filter(isList) as [ListName, unknown[]][]) {
    const schema = LISTS.get(name)!;
    const kept: unknown[] = [];
    for (let i = 0; i < items.length; i += 1) {
      if (faults.isFull) {
        faults.stop();
        break;
      }
      const item = schema.safeParse(items[i]);
      if (item.success) {
        kept[i] = item.data;
        findRewritten(items[i], item.data, `/${name}/${i}`, rewritten);
        continue;
      }
      const issues = item.error.issues;
      // To describe an issue takes longer than to find it.
      if (faults.total < DESCRIBED) describe(issues.map((issue) => ({ ...issue, path: [name, i, ...issue.path] })));
      else faults.count('malformed', issues.length);
      const id: unknown = typeof items[i] === 'object' && items[i] !== null ? Reflect.get(items[i] as object, 'id') : undefined;
      if (typeof id === 'string') malformed.push(id);
    }
    content[name] = kept;
  }
  const isWhole = head.success || head.error.issues.every((issue) => issue.path.length === 0);
  const told = rewritten.list().map((warning) => ({ ...warning, file }));
  return { malformed, faults, rewritten: told, ...(isWhole ? { content: content as unknown as CuratedFile } : {}) };
}
