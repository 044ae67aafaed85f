/** Takes the text out of a file, in a thread of its own with limits of time and memory: what a file costs is not taken from those who read. */
import { AppError } from '../domain/model/errors.ts';
import { inThread } from './in-thread.ts';

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
  try {
    return await inThread<ConvertedFile>(new URL('conversion-thread.ts', import.meta.url), file, {
      time: { name: 'conversionMs', value: limits.conversionMs },
      memory: { name: 'conversionMemory', value: limits.conversionMemory },
      work: 'read this file',
      instead: 'Paste its text, or give it in parts.',
      failed: 'The thread that reads files failed. Nothing was kept; paste the text instead.',
    });
  } finally {
    running -= 1;
  }
}
