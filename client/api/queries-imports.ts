/** Plans and carries out an import of files, and follows it to its end. */
import { type ImportJob, readImport, startImport, stopImport } from '../../server/contract/routes/imports.ts';
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
  { files, leaveOut, prune, dataset }: ImportWish,
  asked: ImportSigned | { dryRun: true; rows: true },
  onState: (job: ImportJob) => void,
  signal: AbortSignal,
): Promise<ImportJob> {
  // A record that is left out would be taken for one that the files do not have.
  const part = prune === undefined ? { partial: true } : { prune: true, ...(prune === true ? {} : { pruneExactly: prune }) };
  let job = await callWithFiles(startImport, files, {
    query: inQuery({ ...part, ...asked, ...(dataset === undefined ? {} : { dataset }) }),
    parts: leaveOut.length === 0 ? {} : { leaveOut: JSON.stringify(leaveOut) },
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

const inQuery = (given: object): Record<string, string> => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));

/** Stops an import that has not begun to write. */
export const stopImportJob = (id: string): Promise<ImportJob> => call(stopImport, { params: { id } });
