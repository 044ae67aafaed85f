/** The curated files of one case and its vocabulary, parsed, with each record's place kept for the report. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { attestFile, type AttestFile, type FileCitation, type FileClaim } from '../../server/contract/file-format.ts';
import type { Problem } from '../../server/domain/errors.ts';

export type Path = (string | number)[];
/** A record and where it stands. */
export interface Placed<T> {
  record: T;
  file: FixtureFile;
  path: Path;
}
export interface FixtureFile {
  name: string;
  text: string;
  data: AttestFile;
}
type ListKey = 'voices' | 'sources' | 'entities' | 'predicates' | 'claims' | 'rivals' | 'identities' | 'questions';
type RecordOf<K extends ListKey> = NonNullable<AttestFile[K]>[number];
/** Every record of the files given, each list in the order of the files. */
export type FixtureSet = { files: FixtureFile[] } & { [K in ListKey]: Placed<RecordOf<K>>[] };

/**
 * Parses the texts of the files strictly by `attest/1`. Files that fail are left out of the set and reported, so that the other checks still run on the
 * rest; the caller must treat any problem as red.
 */
export function readFixtureSet(texts: { name: string; text: string }[]): { set: FixtureSet; problems: Problem[] } {
  const problems: Problem[] = [];
  const files: FixtureFile[] = [];
  for (const { name, text } of texts) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      problems.push({ code: 'json', file: name, message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` });
      continue;
    }
    const parsed = attestFile.safeParse(value);
    if (parsed.success) files.push({ name, text, data: parsed.data });
    else for (const issue of parsed.error.issues) problems.push(problemAt({ name, text }, issue.path.map(pathPart), 'schema', issue.message));
  }
  const list = <K extends ListKey>(key: K): Placed<RecordOf<K>>[] =>
    files.flatMap((file) => {
      const records: RecordOf<K>[] = file.data[key] ?? [];
      return records.map((record, i) => ({ record, file, path: [key, i] }));
    });
  return {
    problems,
    set: {
      files,
      voices: list('voices'),
      sources: list('sources'),
      entities: list('entities'),
      predicates: list('predicates'),
      claims: list('claims'),
      rivals: list('rivals'),
      identities: list('identities'),
      questions: list('questions'),
    },
  };
}

/** The citations of a claim with the file's `defaults` filled in; `source` may still be missing, which is a problem of its own. */
export function citationsOf(claim: Placed<FileClaim>): Placed<FileCitation>[] {
  const defaults = claim.file.data.defaults ?? {};
  return claim.record.citations.map((citation, i) => ({ record: { ...defaults, ...citation }, file: claim.file, path: [...claim.path, 'citations', i] }));
}

/** A problem placed in its file: JSON pointer, line and column. */
export function problemAt(file: { name: string; text: string }, path: Path, code: string, message: string): Problem {
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { code, message, file: file.name, pointer, ...lineAndColumn(file.text, path) };
}

function lineAndColumn(text: string, path: Path): { line?: number; column?: number } {
  const tree = parseTree(text);
  // A missing field has no place of its own: its nearest ancestor stands for it.
  for (let length = path.length; tree && length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (!node) continue;
    const before = text.slice(0, node.offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return {};
}

function pathPart(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}
