/** Reads how much space is free on the disk of a folder. */
import { statfsSync } from 'node:fs';
import { DISK_LIMITS, diskFull, type DiskSpace } from '../domain/model/disk-space.ts';

export function diskSpaceOf(folder: string): DiskSpace {
  return {
    folder,
    free() {
      try {
        const { bavail, bsize } = statfsSync(folder);
        return bavail * bsize;
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * Says once that the disk is full, and once that there is space again.
 * @returns a function that ends the watch
 */
export function watchDisk(disk: DiskSpace, log: (line: string) => void, everyMs: number): () => void {
  let full = false;
  const look = (): void => {
    const free = disk.free();
    if (free === undefined || full === free < DISK_LIMITS.floorBytes) return;
    full = !full;
    log(full ? diskFull(disk).message : `There is space again in ${disk.folder}: everything is written as before.`);
  };
  look();
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}
