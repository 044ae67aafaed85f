/** Takes the text out of a file, in a thread of its own with limits of time and memory: what a file costs is not taken from those who read. */
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorDetails, type ErrorCode } from '../domain/model/errors.ts';

export interface FileToConvert {
  name: string;
  bytes: Uint8Array;
}
export interface ConvertedFile {
  /** As texts are kept: a paragraph a line. */
  text: string;
  title?: string;
  language?: string;
}
/** What the thread says when it ends. */
export type Converted = { ok: ConvertedFile } | { refused: { code: ErrorCode; message: string; details: ErrorDetails } };

export const CONVERSION_LIMITS = {
  /** Milliseconds that one file may take. */
  conversionMs: 30_000,
  /** Megabytes of memory that one file may need. */
  conversionMemory: 512,
  /** Files that are converted at the same time. */
  conversionsAtOnce: 2,
} as const;
export type ConversionLimits = { readonly [Name in keyof typeof CONVERSION_LIMITS]: number };

let running = 0;

/**
 * @param limits tests lower them
 * @throws AppError `refused` for a file of another kind, without a text, or damaged; `limit` where it needs more time or memory than it may, or unpacks to more
 * than it may; `too-many-requests` where as many are converted already as may be
 */
export async function convertFile(file: FileToConvert, limits: ConversionLimits = CONVERSION_LIMITS): Promise<ConvertedFile> {
  const most = limits.conversionsAtOnce;
  if (running >= most)
    throw new AppError('too-many-requests', `As many files are being read already as the limit conversionsAtOnce of ${most} allows.`, {
      limit: { name: 'conversionsAtOnce', value: most },
      retryAfter: 3,
    });
  running += 1;
  const worker = new Worker(new URL('conversion-thread.ts', import.meta.url), {
    execArgv: ['--import', import.meta.resolve('@oxc-node/core/register')],
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: limits.conversionMemory },
    // Libraries that warn would write into the log, which never carries a text.
    stdout: true,
    stderr: true,
  });
  let late: NodeJS.Timeout | undefined;
  try {
    const said = await new Promise<Converted>((resolve, reject) => {
      late = setTimeout(() => reject(pastLimit('conversionMs', limits.conversionMs, 'takes longer', 'milliseconds')), limits.conversionMs);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(errorOf(error, limits)));
      worker.once('exit', () => reject(new AppError('internal', 'The thread that reads files ended before it was done. Nothing was kept; try again.')));
    });
    if ('ok' in said) return said.ok;
    throw new AppError(said.refused.code, said.refused.message, said.refused.details);
  } finally {
    clearTimeout(late);
    running -= 1;
    void worker.terminate();
  }
}

function errorOf(error: unknown, { conversionMemory }: ConversionLimits): AppError {
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (outOfMemory) return pastLimit('conversionMemory', conversionMemory, 'needs more memory', 'MB');
  return new AppError('internal', 'The thread that reads files failed. Nothing was kept; paste the text instead.', {}, { cause: error });
}

function pastLimit(name: keyof ConversionLimits, value: number, what: string, unit: string): AppError {
  return new AppError('limit', `To read this file ${what} than the limit ${name} of ${value} ${unit} allows. Paste its text, or give it in parts.`, {
    limit: { name, value },
  });
}
