/** The space on the disk of the data folder: how much a write needs, and what is said where it is not there. */
import { AppError } from './errors.ts';

export interface DiskSpace {
  /** The folder whose disk is looked at, as it is named to a person. */
  folder: string;
  /** Free bytes, read now; undefined where the system does not tell. */
  free(): number | undefined;
}

const MB = 1_048_576;
/**
 * `floorBytes` must stay free for any write: below it the database may meet the end of the disk, and then it refuses everything until it is started again. An
 * import needs `timesUpload` its own bytes beside it: records, versions, indexes and the log of the transaction. The database does not start with
 * less than `startBytes`.
 */
export const DISK_LIMITS = { floorBytes: 64 * MB, timesUpload: 6, startBytes: 16 * MB } as const;
/** Seconds after which a write may be tried again. */
const RETRY_AFTER_S = 10;

/** Bytes that must be free for an import of so many bytes. What is only checked (`dryRun`) needs room for itself alone. */
export function neededForImport(uploadBytes: number, dryRun = false): number {
  return DISK_LIMITS.floorBytes + (dryRun ? 1 : DISK_LIMITS.timesUpload) * uploadBytes;
}

/** "12 MB are free in …, and 64 MB are needed". */
export function spaceLine(disk: DiskSpace, neededBytes: number): string {
  const free = disk.free();
  const needed = `${inMb(neededBytes, Math.ceil)} MB are needed`;
  return free === undefined ? `${needed} in ${disk.folder}` : `${inMb(free, Math.floor)} MB are free in ${disk.folder}, and ${needed}`;
}

/** The refusal, with what is free, what is needed and what to do. */
export function diskFull(disk: DiskSpace | undefined, neededBytes: number = DISK_LIMITS.floorBytes, cause?: unknown): AppError {
  const free = disk?.free();
  const found = disk ? spaceLine(disk, neededBytes) : 'the database has no space left';
  return new AppError(
    'disk-full',
    `The disk is full: ${found}. Nothing was written. Make space on that disk; writing goes on by itself, without a restart.`,
    { retryAfter: RETRY_AFTER_S, limit: { name: 'freeDiskBytes', value: neededBytes }, ...(free === undefined ? {} : { freeBytes: free }) },
    { cause },
  );
}

/** @throws AppError `disk-full` where less is free; nothing where the system does not tell */
export function requireSpace(disk: DiskSpace | undefined, neededBytes: number = DISK_LIMITS.floorBytes): void {
  const free = disk?.free();
  if (free !== undefined && free < neededBytes) throw diskFull(disk, neededBytes);
}

const inMb = (bytes: number, round: (n: number) => number): string => round(bytes / MB).toLocaleString('en-GB');
