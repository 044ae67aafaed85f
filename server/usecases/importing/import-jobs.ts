/** Runs imports as jobs, one at a time; the others wait in a queue. Anyone may read their progress. Independent of the web framework. */
import { randomUUID } from 'node:crypto';
import type { ImportJob } from '../../contract/routes/imports.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { importFiles, type ImportInput } from './import-files.ts';
import { failedReport, type ReportBasis } from './import-report.ts';
import type { InputFile } from './files/read-curated-file.ts';

export const JOB_LIMITS = {
  /** Imports that may wait in the queue. */
  queuedImports: 20,
  /** Ended jobs that are kept. */
  endedJobs: 100,
} as const;

/** A file of an upload, kept on the disk until its import has ended: several may wait, and each may be large. */
export interface StoredFile {
  /** As the caller calls it, with its folders. */
  name: string;
  path: string;
  size: number;
  read(): Promise<Uint8Array>;
}
export type RunInput = Omit<ImportInput, 'files'> & { files: readonly StoredFile[] };
export type RunImport = (db: Database, input: RunInput) => ReturnType<typeof importFiles>;
export type JobInput = Omit<RunInput, 'onProgress' | 'onPlanned' | 'signal'> & {
  /** Removes the files; called once the job has ended, however it did. */
  release?: () => Promise<void>;
};
export interface ImportJobs {
  /**
   * Queues an import.
   * @throws AppError `too-many-requests` where the queue is full
   */
  start(input: JobInput): ImportJob;
  get(id: string): ImportJob | undefined;
  /** Newest first. */
  list(): ImportJob[];
  /** The current state, then each new one; the last is that of the end. Nothing for an unknown id. A slow reader gets only the newest state. */
  events(id: string): AsyncIterable<ImportJob>;
  /**
   * Stops a job that has not begun to write; of another it gives the state alone. Undefined for an unknown id.
   */
  stop(id: string): ImportJob | undefined;
  /** Stops jobs that have not begun to write, and waits for the others. */
  close(): Promise<void>;
}
interface Job {
  state: ImportJob;
  input: JobInput;
  /** Wakes readers that wait for the next state. */
  changed: () => void;
  next: Promise<void>;
  stopping: AbortController;
}

/** Runs an import in this process. */
const runHere: RunImport = (db, { files, ...input }) => importFiles(db, { ...input, files: readEach(files) });

async function* readEach(files: readonly StoredFile[]): AsyncGenerator<InputFile> {
  for (const file of files) yield { name: file.name, bytes: await file.read() };
}

/** @param run carries an import out; Attest itself lets another process do it (`import-process`) */
export function createImportJobs(db: Database, run: RunImport = runHere): ImportJobs {
  const jobs = new Map<string, Job>();
  const queue: Job[] = [];
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  const update = (job: Job, change: Partial<ImportJob>) => {
    job.state = { ...job.state, ...change };
    const wake = job.changed;
    renew(job);
    wake();
  };
  const execute = async (job: Job) => {
    update(job, { state: 'running', progress: { phase: 'read', done: 0, total: 0 } });
    const { release, ...input } = job.input;
    let basis = nothingKnown(input);
    const end = (report: NonNullable<ImportJob['report']>) =>
      update(job, { state: report.outcome === 'refused' ? 'refused' : report.outcome === 'failed' ? 'failed' : 'done', report });
    try {
      end(
        await run(db, {
          ...input,
          signal: AbortSignal.any([closing.signal, job.stopping.signal]),
          onProgress: (progress) => update(job, { progress }),
          onPlanned: (planned) => (basis = { ...basis, ...planned }),
        }),
      );
    } catch (error) {
      end(failedReport(basis, error));
    }
    await released(release);
    forgetEnded(jobs);
  };
  const work = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await execute(job);
    running = undefined;
  };

  return {
    start(input) {
      if (closing.signal.aborted) throw new AppError('conflict', 'Attest is stopping and takes no import.');
      if (queue.length >= JOB_LIMITS.queuedImports) {
        throw new AppError('too-many-requests', `${queue.length} imports are waiting already.`, {
          limit: { name: 'queuedImports', value: JOB_LIMITS.queuedImports },
          retryAfter: 10,
        });
      }
      const state: ImportJob = { id: randomUUID(), state: 'queued', startedAt: new Date().toISOString(), progress: { phase: 'queued', done: 0, total: 0 } };
      const job: Job = { state, input, changed: () => undefined, next: Promise.resolve(), stopping: new AbortController() };
      renew(job);
      jobs.set(state.id, job);
      queue.push(job);
      // In a later tick, so that the caller gets the queued state first.
      running ??= Promise.resolve().then(work);
      return state;
    },
    get: (id) => jobs.get(id)?.state,
    list: () => [...jobs.values()].map((job) => job.state).reverse(),
    async *events(id) {
      const job = jobs.get(id);
      if (!job) return;
      for (;;) {
        const { state, next } = job;
        yield state;
        if (isOver(state)) return;
        if (job.state === state) await next;
      }
    },
    stop(id) {
      const job = jobs.get(id);
      if (!job) return undefined;
      const waiting = queue.indexOf(job);
      if (waiting < 0) job.stopping.abort(stopped());
      else {
        queue.splice(waiting, 1);
        update(job, { state: 'failed', report: failedReport(nothingKnown(job.input), stopped()) });
        void released(job.input.release);
      }
      return job.state;
    },
    async close() {
      closing.abort(new AppError('conflict', 'Attest is stopping.'));
      for (const job of queue.splice(0)) {
        update(job, { state: 'failed', report: failedReport(nothingKnown(job.input), closing.signal.reason) });
        await released(job.input.release);
      }
      await running;
    },
  };
}

const stopped = (): AppError => new AppError('conflict', 'The import was stopped before anything of it was written.');

/** What cannot be removed now is removed at the next start. */
async function released(release: JobInput['release']): Promise<void> {
  await release?.().catch(() => undefined);
}

/** The report of an import that has not been planned. */
function nothingKnown({ dryRun }: Pick<JobInput, 'dryRun'>): ReportBasis {
  return { dryRun, datasets: [], files: 0, revision: 0, startedAt: performance.now() };
}

function renew(job: Job): void {
  job.next = new Promise((resolve) => (job.changed = resolve));
}

function isOver(job: ImportJob): boolean {
  return job.state !== 'queued' && job.state !== 'running';
}

/** Removes the jobs that ended first; those running or waiting stay. */
function forgetEnded(jobs: Map<string, Job>): void {
  const ended = [...jobs.values()].filter((job) => isOver(job.state));
  for (const job of ended.slice(0, Math.max(0, ended.length - JOB_LIMITS.endedJobs))) jobs.delete(job.state.id);
}
