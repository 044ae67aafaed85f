/** Runs a program in a thread of its own, within limits of time and memory. The program says what came of it with `answerOfThread`. */
import { parentPort, Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '../domain/model/errors.ts';

/** What the thread says when it ends. */
type Said<T> = { ok: T } | { refused: { code: ErrorCode; message: string; details: ErrorDetails } };

/** A limit by the name under which it is told. */
interface Named {
  name: string;
  value: number;
}
export interface ThreadLimits {
  /** Milliseconds that it may take. */
  time: Named;
  /** Megabytes of memory that it may need. */
  memory: Named;
  /** What it does, as in "To … takes longer". */
  work: string;
  /** What to do where it takes or needs more, as sentences. */
  instead: string;
  /** What is said where it ends in any other way. */
  failed: string;
}

/**
 * @param program file of the thread
 * @param data given to it as `workerData`
 * @throws AppError of the program, `limit` where it takes longer or needs more memory than it may, `internal` where it fails otherwise
 */
export async function inThread<T>(program: URL, data: unknown, { time, memory, work, instead, failed }: ThreadLimits): Promise<T> {
  const past = (limit: Named, what: string, unit: string) =>
    new AppError('limit', `To ${work} ${what} than the limit ${limit.name} of ${limit.value} ${unit} allows. ${instead}`, { limit });
  const worker = new Worker(program, {
    execArgv: ['--import', import.meta.resolve('@oxc-node/core/register')],
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: memory.value },
    // Libraries that warn would write into the log, which never carries a text.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const said = await new Promise<Said<T>>((resolve, reject) => {
      timer = setTimeout(() => reject(past(time, 'takes longer', 'milliseconds')), time.value);
      worker.once('message', resolve);
      worker.once('error', (error) =>
        reject(isOutOfMemory(error) ? past(memory, 'needs more memory', 'MB') : new AppError('internal', failed, {}, { cause: error })),
      );
      worker.once('exit', () => reject(new AppError('internal', failed)));
    });
    if ('ok' in said) return said.ok;
    throw new AppError(said.refused.code, said.refused.message, said.refused.details);
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** In the thread: says what came of the work, an AppError included. */
export async function answerOfThread<T>(work: () => Promise<T>): Promise<void> {
  parentPort?.postMessage(await said(work));
}

async function said<T>(work: () => Promise<T>): Promise<Said<T>> {
  try {
    return { ok: await work() };
  } catch (error) {
    if (error instanceof AppError) return { refused: { code: error.code, message: error.message, details: error.details } };
    throw error;
  }
}
