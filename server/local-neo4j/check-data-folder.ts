/** Looks whether a data folder can be used, before anything is started on it: a file, a read-only or a full disk is named, with what to do. */
import { mkdirSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DISK_LIMITS, spaceLine } from '../domain/model/disk-space.ts';
import { AppError } from '../domain/model/errors.ts';
import { diskSpaceOf } from './disk-space-of.ts';

/** Bytes of the file written to try: more than a file system keeps beside the name. */
const PROBE_BYTES = 4_096;

/** @throws AppError `invalid` or `disk-full` that names the folder, the reason and the remedy */
export function checkDataFolder(dataDir: string): void {
  refuseFile(dataDir);
  refuseFile(join(dataDir, 'neo4j'));
  for (const folder of [dataDir, join(dataDir, 'neo4j')]) tryToWrite(folder, dataDir);
  const disk = diskSpaceOf(dataDir);
  const free = disk.free();
  if (free !== undefined && free < DISK_LIMITS.startBytes) throw full(dataDir);
}

function full(dataDir: string): AppError {
  return new AppError('disk-full', `The disk is full: ${spaceLine(diskSpaceOf(dataDir), DISK_LIMITS.startBytes)}. Make space on that disk and start again.`);
}

function refuseFile(path: string): void {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const found = statOf(at);
    if (found?.isDirectory()) return;
    if (found) {
      throw new AppError('invalid', `The data folder (ATTEST_DATA) cannot be used: ${at} is a file, not a folder. Name another folder, or move the file away.`);
    }
  }
}

function tryToWrite(folder: string, dataDir: string): void {
  const probe = join(folder, `.can-write.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, Buffer.alloc(PROBE_BYTES), { mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw full(dataDir);
    const why = code === 'EROFS' ? 'it is on a read-only disk' : code === 'EACCES' || code === 'EPERM' ? 'this user may not write there' : message;
    const remedy = code === 'EROFS' ? 'Mount the disk for writing' : 'Give this user the right to write there';
    throw new AppError(
      'invalid',
      `The data folder (ATTEST_DATA) cannot be used: ${folder} cannot be written, because ${why}. ${remedy}, or name another folder.`,
      {},
      { cause: error },
    );
  } finally {
    try {
      rmSync(probe, { force: true });
    } catch {
      // It was not written.
    }
  }
}

/** Undefined where there is nothing, or where a part of the path is a file. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
