/** Plans and carries out an import of files, and follows it to its end. */
import { type ImportJob, readImport, sampleTables, startImport, stopImport, type TableSample } from '../../server/contract/routes/imports.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { MAPPING_FORMAT, type TableMapping } from '../../server/contract/table-mapping.ts';
import { call, callWithFiles } from './call.ts';

export interface NamedFile {
  /** With its folders, as `f1/dataset.json`. */
  name: string;
  file: File;
}
export interface RecordPlace {
  file: string;
  pointer: string;
}
export interface ImportWish {
  files: readonly NamedFile[];
  /** Records that were not chosen. */
  leaveOut: readonly RecordPlace[];
  /** Takes away what the files do not name: `true` to plan it, the number of records to write it. Not together with what is left out. */
  prune?: number | true | undefined;
  /** Of files without a header. */
  dataset?: string | undefined;
  /** What the columns of the tables among them mean. */
  mappings?: readonly TableMapping[] | undefined;
}
export interface ImportSigned {
  who: string;
  why: string;
  /** The revision at which it was planned. */
  revision: number;
}

/** Milliseconds between two questions for how far it is. */
const ASK_MS = 400;
const isOver = ({ state }: ImportJob): boolean => state !== 'queued' && state !== 'running';

/** What the import would do, with its records as rows. @param onState gets each state, first that with the id by which it is stopped */
export const planImport = (wish: ImportWish, onState: (job: ImportJob) => void, signal: AbortSignal): Promise<ImportJob> =>
  follow(wish, { dryRun: true, rows: true }, onState, signal);
export const writeImport = (wish: ImportWish, signed: ImportSigned, onState: (job: ImportJob) => void, signal: AbortSignal): Promise<ImportJob> =>
  follow(wish, signed, onState, signal);

async function follow(
  { files, leaveOut, prune, dataset, mappings = [] }: ImportWish,
  asked: ImportSigned | { dryRun: true; rows: true },
  onState: (job: ImportJob) => void,
  signal: AbortSignal,
): Promise<ImportJob> {
  // A record that is left out would be taken for one that the files do not have.
  const part = prune === undefined ? { partial: true } : { prune: true, ...(prune === true ? {} : { pruneExactly: prune }) };
  let job = await callWithFiles(startImport, files, {
    query: inQuery({ ...part, ...asked, ...(dataset === undefined ? {} : { dataset }) }),
    parts: { ...(leaveOut.length === 0 ? {} : { leaveOut: JSON.stringify(leaveOut) }), ...mappingPart(mappings) },
    signal,
  });
  onState(job);
  while (!isOver(job)) {
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    signal.throwIfAborted();
    job = await call(readImport, { params: { id: job.id }, signal });
    onState(job);
  }
  return job;
}

const mappingPart = (tables: readonly TableMapping[]): Record<string, string> =>
  tables.length === 0 ? {} : { mapping: JSON.stringify({ format: MAPPING_FORMAT, tables }) };

/** Bytes by which a file is told to be no table; the server looks closer at the others. */
const HEAD = 64;
const NO_TABLE = /^\uFEFF?\s*[{[<]|^PK\u0003\u0004|^%PDF/;

/** The tables of other programs among the files: what their first rows say by these mappings, or by a proposed one. */
export async function sampleOf(files: readonly NamedFile[], mappings: readonly TableMapping[], signal: AbortSignal): Promise<TableSample[]> {
  const heads = await Promise.all(files.map(({ file }) => file.slice(0, HEAD).text()));
  const asked = files.filter((_, i) => !NO_TABLE.test(heads[i] ?? ''));
  if (asked.length === 0) return [];
  const most = Math.floor(API_LIMITS.sampleBytes / asked.length);
  const beginnings = asked.map(({ name, file }) => ({ name, file: file.slice(0, most) }));
  return (await callWithFiles(sampleTables, beginnings, { parts: mappingPart(mappings), signal })).tables;
}

const inQuery = (given: object): Record<string, string> => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));

/** Stops an import that has not begun to write. */
export const stopImportJob = (id: string): Promise<ImportJob> => call(stopImport, { params: { id } });
