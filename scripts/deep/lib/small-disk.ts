/** A small file system of its own, to be filled: in memory, else in an image that is mounted. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  dir: string;
  /** Writes a file until nothing more fits, or until so many bytes are left. */
  fill(leaveBytes?: number): void;
  /** Removes that file. */
  empty(): void;
  setReadOnly(on: boolean): void;
  freeBytes(): number;
  remove(): void;
}

const MB = 1_048_576;

/** @throws Error that says why no disk could be made */
export function smallDisk(megabytes: number): SmallDisk {
  const base = mkdtempSync(join(tmpdir(), 'attest-disk-'));
  const dir = join(base, 'disk');
  execFileSync('mkdir', [dir]);
  const said: string[] = [];
  const tried = (ways: (readonly string[])[]): boolean => {
    try {
      for (const [command = '', ...args] of ways) execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      return true;
    } catch (error) {
      said.push(error instanceof Error ? error.message.trim() : String(error));
      return false;
    }
  };
  const image = join(base, 'image');
  const made =
    tried([['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'attest-small-disk', dir]]) ||
    tried([
      ['truncate', '-s', `${megabytes}M`, image],
      ['mkfs.ext4', '-q', '-F', '-m', '0', image],
      ['mount', '-o', 'loop', image, dir],
    ]);
  if (!made) {
    rmSync(base, { recursive: true, force: true });
    throw new Error(`No small disk could be made, and without one this run cannot tell anything. It needs the right to mount (root).\n${said.join('\n')}`);
  }
  const filler = join(dir, 'filler');
  return {
    dir,
    fill(leaveBytes = 0) {
      const file = openSync(filler, 'a');
      try {
        // Smaller and smaller pieces, until not one byte more fits.
        for (let piece = MB; piece >= 1;) {
          if (leaveBytes > 0 && free(dir) - piece < leaveBytes) return;
          try {
            writeSync(file, Buffer.alloc(piece));
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
            piece = Math.floor(piece / 16);
          }
        }
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(filler, { force: true }),
    setReadOnly: (on) => void execFileSync('mount', ['-o', on ? 'remount,ro' : 'remount,rw', dir]),
    freeBytes: () => free(dir),
    remove() {
      execFileSync('umount', ['-l', dir]);
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function free(dir: string): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}
