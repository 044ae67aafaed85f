/**
 * Carries imports out in a process of their own: reading, checking and planning a large upload takes seconds of computing and much memory, and neither may come
 * from the process that answers everybody.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChangeReport } from '../contract/routes/changes.ts';
import type { ImportReport } from '../contract/routes/imports.ts';
import { AppError } from '../domain/model/errors.ts';
import type { ConnectConfig } from '../store/connect.ts';
import type { RunChange } from '../usecases/editing/large-changes.ts';
import type { RunImport, RunInput } from '../usecases/importing/import-jobs.ts';
import type { CheckAnswer, LargeExport, RunExport, StoredExport } from '../usecases/publishing/large-exports.ts';
import type { Order, Word } from './messages.ts';

export interface ImportProcess {
  run: RunImport;
  /** Carries out an undo or a restore of many records; the next waits for it. */
  change: RunChange;
  /** Carries out exports of very many claims; the next waits for it. */
  exports: RunExport;
  /** Ends the process; an import under way is stopped, unless it writes already. */
  close(): Promise<void>;
}
export interface ImportProcessOptions {
  connect: Omit<ConnectConfig, 'disk'>;
  /** The folder on the disk of the database, where it is ours: nothing is written there below the floor of that disk. */
  diskFolder?: string;
  /** Megabytes of memory that an import may use; where it needs more it is refused by this limit's name. */
  memory: number;
  /** The folder of exports until they are fetched, emptied at once of what a process that was killed left there; default one among the temporary files, emptied before the first one. */
  exportsDir?: string;
  /** Gets what the process writes on its standard error. */
  log?: (line: string) => void;
  /** Milliseconds without an import after which the process ends, so that it holds no memory. */
  idleMs?: number;
}

const PROGRAM = fileURLToPath(new URL('import-program.ts', import.meta.url));
const IDLE_MS = 60_000;
/** Megabytes for what is made and soon dropped while a file is read. With Node's 16 a quarter of the time of reading goes into clearing it. */
const YOUNG_MB = 64;
/** Milliseconds in which the process must end once it is told to. */
const END_MS = 5_000;
/** Characters kept of what a process wrote last, to tell why it ended. */
const LAST_WORDS = 4_000;

export function createImportProcess({ connect, diskFolder, exportsDir: given, memory, log, idleMs = IDLE_MS }: ImportProcessOptions): ImportProcess {
  let child: ChildProcess | undefined;
  let lastWords = '';
  const exportsDir = given ?? join(tmpdir(), `attest-exports-${process.pid}`);
  let emptied = given === undefined ? undefined : emptyFolder(given);
  // Whoever exports is told.
  emptied?.catch(() => undefined);
  let idle: NodeJS.Timeout | undefined;
  const order = (to: ChildProcess, what: Order) => {
    if (to.connected) to.send(what);
  };
  const started = (): ChildProcess => {
    clearTimeout(idle);
    if (child) return child;
    lastWords = '';
    const made = fork(PROGRAM, [], {
      execArgv: ['--import', import.meta.resolve('@oxc-node/core/register'), `--max-old-space-size=${memory}`, `--max-semi-space-size=${YOUNG_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    made.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-LAST_WORDS);
    });
    made.once('exit', () => {
      if (child === made) child = undefined;
    });
    child = made;
    return made;
  };
  const end = async () => {
    clearTimeout(idle);
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.disconnect();
    const late = setTimeout(() => ending.kill('SIGKILL'), END_MS);
    await ended;
    clearTimeout(late);
  };

  /** @param hear gets every word but the last; `phaseOf` is asked when the process ends early */
  const carryOut = async <R>(what: Exclude<Order, { say: 'stop' }>, hear: (word: Word) => void, phaseOf: () => string, signal?: AbortSignal): Promise<R> => {
    signal?.throwIfAborted();
    const worker = started();
    const stop = () => order(worker, { say: 'stop', why: signal?.reason instanceof AppError ? signal.reason.message : 'Attest is stopping.' });
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await new Promise<R>((resolve, reject) => {
        const settle = (act: () => void) => {
          worker.off('message', heard).off('exit', gone).off('error', failed);
          act();
        };
        const heard = (word: Word) => {
          if (word.say === 'done') settle(() => resolve(word.report as R));
          else if (word.say === 'failed') settle(() => reject(new AppError(word.error.code, word.error.message, word.error.details)));
          else hear(word);
        };
        const gone = () => settle(() => reject(endedEarly(what.say, phaseOf(), lastWords, memory, log)));
        const failed = (error: Error) => settle(() => reject(new AppError('internal', `The import process did not start: ${error.message}`)));
        worker.on('message', heard).once('exit', gone).once('error', failed);
        order(worker, what);
      });
    } finally {
      signal?.removeEventListener('abort', stop);
      idle = setTimeout(() => void end(), idleMs).unref();
    }
  };

  const run: RunImport = (_db, { files, onProgress, onPlanned, signal, ...input }: RunInput) => {
    let phase = 'read';
    const hear = (word: Word) => {
      if (word.say === 'progress') {
        phase = word.progress.phase;
        onProgress?.(word.progress);
      } else if (word.say === 'planned') onPlanned?.(word.planned);
    };
    const named = files.map(({ name, path }) => ({ name, path }));
    return carryOut<ImportReport>({ say: 'import', connect, diskFolder, input: { ...input, files: named } }, hear, () => phase, signal);
  };

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const change: RunChange = (what) =>
    inTurn(() =>
      carryOut<ChangeReport>(
        { say: 'change', connect, diskFolder, change: what },
        () => undefined,
        () => 'write',
      ),
    );
  const exported = <R>(of: LargeExport, path: string, signal?: AbortSignal): Promise<R> =>
    inTurn(() =>
      carryOut<R>(
        { say: 'export', connect, diskFolder, of, path },
        () => undefined,
        () => 'read',
        signal,
      ),
    );
  const exports: RunExport = {
    check: (input, signal) => exported<CheckAnswer>({ act: 'check', input }, '', signal),
    async write(input, signal) {
      await (emptied ??= emptyFolder(exportsDir));
      const path = join(exportsDir, randomUUID());
      const told = await exported<Pick<StoredExport, 'filename' | 'contentType'>>({ act: 'write', input }, path, signal);
      return { ...told, read: () => createReadStream(path), remove: () => rm(path, { force: true }) };
    },
  };
  return { run, change, exports, close: end };
}

/** Empties a folder of what a process that was killed left there. */
async function emptyFolder(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true, mode: 0o700 });
}

/** Why a process ended before its work did. Only while it wrote may something have been written. */
function endedEarly(what: 'import' | 'change' | 'export', phase: string, lastWords: string, memory: number, log: ImportProcessOptions['log']): AppError {
  log?.(`the import process ended early: ${lastWords.trim().split('\n').slice(0, 3).join(' ') || 'it said nothing'}`);
  const isShort = /heap out of memory|Reached heap limit|allocation failed/i.test(lastWords);
  const short = `This ${what} needs more memory than the limit importMemory of ${memory} MB`;
  if (phase === 'write')
    return new AppError(
      'outcome-unknown',
      what === 'import'
        ? 'The import process ended while it wrote. Whether it was written shows the list of imports; to import the same files again does no harm.'
        : `${isShort ? `${short}. Raise ATTEST_IMPORT_MEMORY. ` : ''}The process ended before the change did. Whether it was written shows the list of changes; to send the same again does no harm.`,
    );
  if (isShort)
    return new AppError('limit', `${short}. Nothing was written. ${what === 'export' ? 'Export' : 'Import'} it in parts, or raise ATTEST_IMPORT_MEMORY.`, {
      limit: { name: 'importMemory', value: memory },
    });
  return new AppError('internal', 'The import process ended before the import did. Nothing was written; import the same files again.');
}
