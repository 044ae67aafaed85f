/** A backup as a file: a line of JSON for the head, each node and each relationship, and a last one with their number and digest; packed with gzip. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../domain/model/errors.ts';
import type { Database } from '../store/connect.ts';
import { CopyDigest, nodeLine, tieLine, type CopyLine } from '../store/copying/copy-lines.ts';
import { copyDatabase, type CopyHead } from '../store/copying/read-copy.ts';

const FORMAT = 'attest-backup/1';
const headLine = z.object({
  format: z.literal(FORMAT),
  /** ISO 8601, UTC */
  at: z.string(),
  /** Of Attest. */
  version: z.string(),
  revision: z.int(),
  state: z.record(z.string(), z.unknown()),
  migrations: z.array(z.object({ id: z.string(), file: z.string(), checksum: z.string() })),
});
const endLine = z.strictObject({ end: z.object({ nodes: z.int(), ties: z.int(), digest: z.string() }) });
export type BackupEnd = z.infer<typeof endLine>['end'];
export type BackupHead = z.infer<typeof headLine>;

/** Lines joined to one piece for the packer: one by one each costs a call. */
const LINES_A_PIECE = 500;

/**
 * Writes a backup beside the path and moves it there once it is whole and on the disk.
 * @throws AppError `disk-full` that names the file; what `copyDatabase` throws
 */
export async function writeBackup(
  db: Database,
  path: string,
  about: { at: string; version: string },
  signal?: AbortSignal,
): Promise<BackupEnd & { revision: number }> {
  const part = `${path}.part`;
  try {
    const made = await copyDatabase(
      db,
      async (head, lines) => {
        const end = await packLines(part, { format: FORMAT, ...about, ...head }, lines, signal);
        return { ...end, revision: head.revision };
      },
      signal,
    );
    await onDisk(part);
    await rename(part, path);
    return made;
  } catch (error) {
    await rm(part, { force: true });
    throw isFull(error) ? noSpace(path, error) : error;
  }
}

/**
 * Writes lines as a backup with a head of before.
 * @throws AppError `disk-full` that names the file
 */
export async function writeLines(path: string, head: BackupHead, lines: AsyncIterable<CopyLine>): Promise<BackupEnd> {
  try {
    const end = await packLines(path, head, lines);
    await onDisk(path);
    return end;
  } catch (error) {
    throw isFull(error) ? noSpace(path, error) : error;
  }
}

async function packLines(path: string, head: Head, lines: AsyncIterable<CopyLine>, signal?: AbortSignal): Promise<BackupEnd> {
  let end: BackupEnd | undefined;
  const text = Readable.from(textOf(head, lines, (told) => (end = told)));
  await pipeline(text, createGzip({ level: 1 }), createWriteStream(path, { mode: 0o600 }), { signal });
  if (!end) throw new AppError('internal', 'A backup ended before it was whole.');
  return end;
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

type Head = CopyHead & { format: string; at: string; version: string };

async function* textOf(head: Head, lines: AsyncIterable<CopyLine>, onEnd: (end: BackupEnd) => void): AsyncGenerator<string> {
  const digest = new CopyDigest();
  let piece = [JSON.stringify(head)];
  for await (const line of lines) {
    digest.add(line);
    piece.push(JSON.stringify(line));
    if (piece.length < LINES_A_PIECE) continue;
    yield `${piece.join('\n')}\n`;
    piece = [];
  }
  const end = { nodes: digest.nodes, ties: digest.ties, digest: digest.value };
  onEnd(end);
  yield `${[...piece, JSON.stringify({ end })].join('\n')}\n`;
}

/**
 * Reads a backup to its end and compares its number of lines and its digest with what its last line says.
 * @throws AppError `refused` that names the file where it is no backup, torn, or changed; `not-found`
 */
export async function checkBackup(path: string): Promise<{ head: BackupHead; end: BackupEnd }> {
  const digest = new CopyDigest();
  let head: BackupHead | undefined;
  let end: BackupEnd | undefined;
  for await (const line of linesOf(path)) {
    if (end) throw torn(path, 'something follows its last line');
    if (!head) head = parsed(path, headLine, line);
    else if (line !== null && typeof line === 'object' && 'end' in line) end = parsed(path, endLine, line).end;
    else digest.add(lineOf(path, line));
  }
  if (!head) throw torn(path, 'it is empty');
  if (!end) throw torn(path, 'its last line is missing');
  if (end.nodes !== digest.nodes || end.ties !== digest.ties || end.digest !== digest.value) throw torn(path, 'its digest is another than its last line says');
  return { head, end };
}

/** The nodes and relationships of a backup that was checked. */
export async function* recordsOf(path: string): AsyncGenerator<CopyLine> {
  let isHead = true;
  for await (const line of linesOf(path)) {
    if (!isHead && !(line !== null && typeof line === 'object' && 'end' in line)) yield lineOf(path, line);
    isHead = false;
  }
}

async function* linesOf(path: string): AsyncGenerator<unknown> {
  const source = createReadStream(path);
  const unpacked = createGunzip();
  // A fault of either ends the reading of lines, which is where it is told.
  const flowing = pipeline(source, unpacked).catch((error: unknown) => error);
  const lines = createInterface({ input: unpacked, crlfDelay: Infinity });
  try {
    for await (const line of lines) yield JSON.parse(line);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw explain(path, (await flowing) ?? error);
  } finally {
    lines.close();
    source.destroy();
    unpacked.destroy();
  }
  const fault = await flowing;
  if (fault instanceof Error) throw explain(path, fault);
}

function explain(path: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT')
    return new AppError('not-found', `There is no file ${path}.`, { remedy: 'name the file of a backup; they stand in the folder backups of the data folder' });
  if (code === 'EISDIR') return new AppError('invalid', `${path} is a folder, not the file of a backup.`, { remedy: 'name the file' });
  if (code === 'Z_DATA_ERROR') return torn(path, 'it is not packed as a backup is');
  if (code === 'Z_BUF_ERROR') return torn(path, 'it ends in the middle');
  return torn(path, error instanceof SyntaxError ? 'a line of it is no JSON' : error instanceof Error ? error.message : String(error));
}

function parsed<S extends z.ZodType>(path: string, shape: S, line: unknown): z.infer<S> {
  const read = shape.safeParse(line);
  if (!read.success) throw torn(path, 'a line of it is not as a backup has it');
  return read.data;
}

function lineOf(path: string, line: unknown): CopyLine {
  return line !== null && typeof line === 'object' && 'n' in line ? parsed(path, nodeLine, line) : parsed(path, tieLine, line);
}

function torn(path: string, why: string): AppError {
  return new AppError('refused', `The file ${basename(path)} is no whole backup: ${why}. Nothing of it was used.`, {
    remedy: 'take another backup, or fetch this file again',
  });
}

const isFull = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

function noSpace(path: string, cause: unknown): AppError {
  return new AppError(
    'disk-full',
    `The backup ${path} was not made: its disk is full. What was written of it was removed.`,
    {
      remedy: 'make space on that disk, or name a folder on another one',
    },
    { cause },
  );
}
