/** Reads one file of an import in whatever format it is, told by its content: as a curated file, or converted into some by its importer. */
import { importerOf, importerOfRecord, IMPORTERS } from '../../../exchange/importers/index.ts';
import type { ConvertedFile, ForeignRecord, Importer, NotTaken, Taken } from '../../../exchange/importers/format.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import { locateEach } from '../../../domain/importing/problem-list.ts';
import { locateProblems } from '../../../domain/strict-json/locate-problem.ts';
import { parseStrictJson, type ParseOptions } from '../../../domain/strict-json/parse-strict-json.ts';
import { readCuratedValue, readParsedFile, unreadFile, type InputFile, type ReadFile } from './read-curated-file.ts';

/** What became of a file of another format, before it is planned. */
export interface ReadForeign {
  file: string;
  format: Importer['format'];
  /** Records in the file; each is among those taken or those rejected. */
  read: number;
  /** Each foreign record that was taken, with the place of the record that says so. */
  taken: (Pick<Taken, 'kind' | 'id'> & { file: string; pointer: string })[];
  rejected: NotTaken[];
  lost: NotTaken[];
}
export interface ReadImport {
  files: ReadFile[];
  foreign?: ReadForeign;
}
export interface ReadOptions extends Pick<ParseOptions, 'limits'> {
  /** The dataset of a file that has none of its own. */
  dataset?: string;
}

/** Bytes in which the first line of a file of JSON lines must end. */
const FIRST_LINE = 1_048_576;
const LF = 10;
/** The format has a remedy of its own; beside it stands what else can be read. */
const UNKNOWN: ReadonlySet<string> = new Set(['not-attest', 'not-an-object']);
const KNOWN = `read as well: ${IMPORTERS.map(({ label }) => label).join('; ')}`;

export function readImportFile(file: InputFile, options: ReadOptions = {}): ReadImport {
  const byLine = importerOfLines(file.bytes);
  if (byLine) return readLines(file, byLine, options);
  const parsed = parseStrictJson(file.bytes, file.name, options);
  const found = parsed.hasValue ? importerOf(parsed.value) : undefined;
  if (!found) {
    const read = readParsedFile(file.name, parsed);
    return { files: [{ ...read, problems: read.problems.map(withKnownFormats) }] };
  }
  // A list is no curated file; a text that is too long for one is not taken over, and told so.
  const problems = parsed.problems.filter(({ code }) => code !== 'not-an-object' && code !== 'string-too-long');
  if (problems.length > 0) return { files: [unreadFile(file.name, problems)] };
  return convertedFile(file.name, found, { options, locate: (told) => locateProblems(told, parsed.text) });
}

function withKnownFormats(problem: Problem): Problem {
  return UNKNOWN.has(problem.code) ? { ...problem, remedy: `${problem.remedy}; ${KNOWN}` } : problem;
}

/** The format of a file of JSON lines: its first line is a record, and more follow. */
function importerOfLines(bytes: Uint8Array): Importer | undefined {
  const end = bytes.subarray(0, FIRST_LINE).indexOf(LF);
  if (end < 0 || bytes.subarray(end).every((byte) => byte <= 32)) return undefined;
  try {
    return importerOfRecord(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end))));
  } catch {
    return undefined;
  }
}

/** Every line is read as strictly as a file is, and its place is that of the line. */
function readLines(file: InputFile, importer: Importer, options: ReadOptions): ReadImport {
  const { fileBytes } = { ...options.limits };
  if (fileBytes !== undefined && file.bytes.byteLength > fileBytes)
    return { files: [unreadFile(file.name, parseStrictJson(file.bytes, file.name, options).problems)] };
  const records: ForeignRecord[] = [];
  const problems: Problem[] = [];
  for (let line = 1, at = 0; at < file.bytes.length && problems.length < PROBLEMS; line += 1) {
    const found = file.bytes.indexOf(LF, at);
    const end = found < 0 ? file.bytes.length : found;
    const bytes = file.bytes.subarray(at, end);
    at = end + 1;
    if (bytes.every((byte) => byte <= 32)) continue;
    const parsed = parseStrictJson(bytes, file.name, { topLevel: 'any' });
    problems.push(...parsed.problems.filter(({ code }) => code !== 'string-too-long').map((problem) => ({ ...problem, line, pointer: '' })));
    records.push({ value: parsed.value, place: { words: `line ${line}`, line } });
  }
  if (problems.length > 0) return { files: [unreadFile(file.name, problems)] };
  return convertedFile(file.name, { importer, records }, { options, locate: (told) => [...told] });
}
/** Problems of a file after which it is not read on. */
const PROBLEMS = 1_000;

interface Conversion {
  options: ReadOptions;
  /** Adds line and column to problems with a pointer of the foreign file. */
  locate: (problems: readonly Problem[]) => Problem[];
}
/** @param name of the file, or of the folder of a set */
export function convertedFile(
  name: string,
  { importer, records }: { importer: Importer; records: readonly ForeignRecord[] },
  { options, locate }: Conversion,
): ReadImport {
  // A name of its own, so that a file never adds to a case by chance.
  const dataset = options.dataset ?? `${importer.format}-${idOf(stemOf(name))}`;
  const { files, taken, ...told } = importer.convert({ file: name, dataset, records });
  // A dataset that nobody asked for stands in the header of the file, as in a curated one.
  const headed = files.map((one) => (one.content['dataset'] === undefined && options.dataset === undefined ? withHeader(one, name) : one));
  const nameOf = (of: Pick<ConvertedFile, 'dataset'>) => (headed.length === 1 ? name : `${name} (${of.dataset})`);
  const read = headed.map((one): ReadFile => {
    const place = (problems: readonly Problem[]) => locateEach(problems, (single) => locatedIn(one, single, locate));
    return readCuratedValue(nameOf(one), one.content, { problems: [], locate: place });
  });
  const nothing: Problem = {
    code: 'nothing-converted',
    message: `nothing in this file of ${importer.label} can be taken over, of ${told.read} records`,
    remedy: `the report lists why; ${KNOWN}`,
    file: name,
    pointer: '',
  };
  return {
    files: read.length > 0 ? read : [unreadFile(name, [nothing])],
    foreign: {
      file: name,
      format: importer.format,
      ...told,
      taken: taken.flatMap(({ file: n, ...one }) => {
        const of = headed[n];
        return of ? [{ ...one, file: nameOf(of) }] : [];
      }),
    },
  };
}

/** Line and column of where a record comes from; its pointer stays that in the curated file, by which it may be left out. */
function locatedIn({ places }: ConvertedFile, problems: readonly Problem[], locate: Conversion['locate']): Problem[] {
  const placeOf = ({ pointer = '' }: Problem) => places.get(/^\/(?:dataset|[a-z]+\/\d+)/.exec(pointer)?.[0] ?? '');
  const located = locate(problems.map((problem) => ({ code: '', message: '', remedy: '', pointer: placeOf(problem)?.pointer ?? '' })));
  return problems.map((problem, i) => {
    const place = placeOf(problem);
    if (!place || problem.line !== undefined) return problem;
    if (place.pointer === undefined) return place.line === undefined ? problem : { ...problem, line: place.line, column: 1 };
    const { line, column = 1 } = located[i] ?? {};
    return line === undefined ? problem : { ...problem, line, column };
  });
}

function withHeader(file: ConvertedFile, name: string): ConvertedFile {
  return { ...file, content: { ...file.content, dataset: { id: file.dataset, title: `Imported: ${stemOf(name)}`.slice(0, 200) } } };
}

/** What a file is called, without folders and ending. */
function stemOf(name: string): string {
  const last = name.slice(name.replaceAll('\\', '/').lastIndexOf('/') + 1);
  return last.replace(/(?:\.(?:json|jsonl|ndjson|stix|ftm|csv|zip))+$/i, '');
}

function idOf(stem: string): string {
  const letters = stem
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return letters === '' ? 'file' : letters.slice(0, 60);
}
