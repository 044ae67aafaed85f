/** Reads from the log of a starting server why its database does not open: the process then runs on, and every query would be refused for minutes. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { placesIn } from './configure.ts';

export interface StartFault {
  kind: 'disk-full' | 'damaged';
  /** What is the matter and what to do, as sentences. */
  message: string;
}

/** More of the log is not read; the lines that count come within a second or two of each other. */
const READ_BYTES = 1_048_576;
const NOT_STARTED = /Failed to start DatabaseId\{[^[]*\[([^\]]+)\]\}|Error starting Neo4j|Failed to start Neo4j/;
const NO_ROOM = /No space left on device|Disk quota exceeded/;
/** Where nothing but the store can be meant: a port that is taken and the like are told by the last lines of the server. */
const OF_STORE = /store|metadata|transaction log|checkpoint|checksum|page|index|corrupt|unreadable|DatabaseId/i;

/** @returns a function that gives the fault of the start that begins now; undefined while its log tells none */
export function watchStart(home: string): () => StartFault | undefined {
  const file = join(placesIn(home).logs, 'debug.log');
  const before = sizeOf(file);
  return () => {
    const size = sizeOf(file);
    const from = Math.max(size < before ? 0 : before, size - READ_BYTES);
    return faultIn(textFrom(file, from, size - from), home);
  };
}

/** The fault told by the lines of a log since a start. */
export function faultIn(text: string, home: string): StartFault | undefined {
  const at = text.search(NOT_STARTED);
  if (at === -1) return undefined;
  const said = text.slice(at);
  if (NO_ROOM.test(text)) return { kind: 'disk-full', message: 'the disk is full, and the database could not be opened on it.' };
  if (!OF_STORE.test(said)) return undefined;
  const causes = [...said.matchAll(/^(?:Caused by: )?[\w.$]*(?:Exception|Error): (.+)$/gm)].map((found) => found[1] ?? '');
  const why = causes.findLast((cause) => cause.trim() !== '');
  const { data } = placesIn(home);
  return {
    kind: 'damaged',
    message:
      `the database in ${data} cannot be opened: its files are damaged${why === undefined ? '' : ` (${why.trim().slice(0, 200)})`}. ` +
      `Put ${home} back from a backup, or move it away and start again: with an empty database, into which your files can be imported.`,
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function textFrom(path: string, from: number, length: number): string {
  if (length <= 0) return '';
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, length, from));
  } finally {
    closeSync(file);
  }
}
