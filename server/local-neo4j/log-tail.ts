/** Reads the last lines of a log without reading all of it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const READ_BYTES = 32_768;

/** Up to `count` last lines that are not empty; none where the file cannot be read. */
export function lastLines(path: string, count: number): string[] {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    const { size } = fstatSync(file);
    const length = Math.min(size, READ_BYTES);
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, size - length);
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== '');
    return (size > length ? lines.slice(1) : lines).slice(-count);
  } finally {
    closeSync(file);
  }
}
