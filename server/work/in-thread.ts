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

/** How long a thread that is kept waits for more to do, and after how much it is ended, because what libraries leave behind in it adds up. */
const KEPT = { idleMs: 60_000, uses: 40 } as const;

interface Kept {
  worker: Worker;
  /** Megabytes that it may need. */
  memory: number;
  uses: number;
  ending?: NodeJS.Timeout;
}
/** Threads that wait, one for each program at the most. */
const waiting = new Map<string, Kept>();

/** Without what was asked of it last; the worker has listeners of its own for other events. */
function deafen(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function take(program: URL, memory: number): Kept | undefined {
  const kept = waiting.get(program.href);
  if (!kept || kept.memory !== memory) return undefined;
  waiting.delete(program.href);
  clearTimeout(kept.ending);
  deafen(kept.worker);
  kept.worker.ref();
  return kept;
}

function keepWaiting(program: URL, kept: Kept): void {
  if (kept.uses >= KEPT.uses || waiting.has(program.href)) return void kept.worker.terminate();
  const end = (): void => {
    if (waiting.get(program.href) === kept) waiting.delete(program.href);
    void kept.worker.terminate();
  };
  deafen(kept.worker);
  kept.worker.on('error', end);
  kept.worker.on('exit', end);
  kept.ending = setTimeout(end, KEPT.idleMs).unref();
  // It keeps no process from ending.
  kept.worker.unref();
  waiting.set(program.href, kept);
}

/**
 * @param program file of the thread
 * @param data given to its work
 * @param how.kept whether the thread waits for more of the same for a while: its program is loaded already then, which takes seconds where it draws
 * @throws AppError of the program, `limit` where it takes longer or needs more memory than it may, `internal` where it fails otherwise
 */
export async function inThread<T>(
  program: URL,
  data: unknown,
  { time, memory, work, instead, failed }: ThreadLimits,
  how: { kept?: boolean } = {},
): Promise<T> {
  const past = (limit: Named, what: string, unit: string) =>
    new AppError('limit', `To ${work} ${what} than the limit ${limit.name} of ${limit.value} ${unit} allows. ${instead}`, { limit });
  const thread = (how.kept && take(program, memory.value)) || { worker: begun(program, memory.value), memory: memory.value, uses: 0 };
  const { worker } = thread;
  let timer: NodeJS.Timeout | undefined;
  let isWhole = false;
  try {
    const said = await new Promise<Said<T>>((resolve, reject) => {
      timer = setTimeout(() => reject(past(time, 'takes longer', 'milliseconds')), time.value);
      worker.once('message', resolve);
      worker.once('error', (error) =>
        reject(isOutOfMemory(error) ? past(memory, 'needs more memory', 'MB') : new AppError('internal', failed, {}, { cause: error })),
      );
      worker.once('exit', () => reject(new AppError('internal', failed)));
      worker.postMessage(data);
    });
    isWhole = true;
    if ('ok' in said) return said.ok;
    throw new AppError(said.refused.code, said.refused.message, said.refused.details);
  } finally {
    clearTimeout(timer);
    if (how.kept && isWhole) keepWaiting(program, { ...thread, uses: thread.uses + 1 });
    else void worker.terminate();
  }
}

const begun = (program: URL, memory: number): Worker =>
  new Worker(program, {
    execArgv: ['--import', import.meta.resolve('@oxc-node/core/register')],
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // Libraries that warn would write into the log, which never carries a text.
    stdout: true,
    stderr: true,
  });

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** In the thread: says what comes of the work, an AppError included, for everything that it is given. */
export function answerOfThread<D, T>(work: (data: D) => Promise<T>): void {
  parentPort?.on('message', (data: D) => void said(() => work(data)).then((answer) => parentPort?.postMessage(answer)));
}

async function said<T>(work: () => Promise<T>): Promise<Said<T>> {
  try {
    return { ok: await work() };
  } catch (error) {
    if (error instanceof AppError) return { refused: { code: error.code, message: error.message, details: error.details } };
    throw error;
  }
}
