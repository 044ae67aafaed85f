/** Packs the files of an export into one download: a single file as it is, several as a zip archive. */
import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import type { ExportFile, PackedFile } from './format.ts';

export interface Download {
  name: string;
  mediaType: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** Characters packed at once. Other requests are served between two such parts, and no more than this waits for a slow reader. */
const CHUNK = 65_536;
/** The earliest time the format can hold, in local time. A fixed time gives the same bytes for the same files whenever they are packed. */
const EARLIEST = new Date(1980, 0, 1);

/**
 * Packs the files.
 * @param stem file name without extension
 * @param files without folders, no name twice, less than 4 GB in all
 */
export function packFiles(stem: string, files: readonly ExportFile[]): Download {
  const [only] = files;
  if (only && files.length === 1) {
    const ending = only.name.slice(only.name.lastIndexOf('.'));
    return { name: `${stem}${ending}`, mediaType: only.mediaType, chunks: inChunks(only.text) };
  }
  return { name: `${stem}.zip`, mediaType: 'application/zip', chunks: zipped(files) };
}

/** All of a download at once. */
export async function bytesOf({ chunks }: Pick<Download, 'chunks'>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** Packs a document that is no text: a single part as it is, several as a zip archive under the ending of the document. */
export function packDocument(stem: string, { name, mediaType, parts }: PackedFile): Download {
  const [only] = parts;
  const ending = name.slice(name.lastIndexOf('.'));
  return { name: `${stem}${ending}`, mediaType, chunks: only && parts.length === 1 ? partsOf(only.bytes) : zippedParts(parts) };
}

async function* partsOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield bytes.subarray(at, at + CHUNK);
    await setImmediate();
  }
}

function zipped(files: readonly ExportFile[]): AsyncGenerator<Uint8Array> {
  return zippedStreams(files.map(({ name, text }) => ({ name, chunks: inChunks(text) })));
}

function zippedParts(parts: PackedFile['parts']): AsyncGenerator<Uint8Array> {
  return zippedStreams(parts.map(({ name, bytes }) => ({ name, chunks: partsOf(bytes) })));
}

async function* zippedStreams(files: readonly { name: string; chunks: AsyncIterable<Uint8Array> }[]): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  for (const { name, chunks } of files) {
    const entry = new ZipDeflate(name);
    entry.mtime = EARLIEST;
    archive.add(entry);
    for await (const part of evenly(chunks)) {
      entry.push(part);
      yield* written.splice(0);
    }
    entry.push(new Uint8Array(), true);
  }
  archive.end();
  yield* written;
}

/** The same bytes in parts of one size: what a deflated file is depends on them, and a reader packs it anew to compare. */
async function* evenly(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = new Uint8Array(CHUNK);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const taken = chunk.subarray(at, at + CHUNK - filled);
      held.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < CHUNK) continue;
      yield held;
      held = new Uint8Array(CHUNK);
      filled = 0;
    }
  }
  if (filled > 0) yield held.subarray(0, filled);
}

/** A text as UTF-8, in parts that do not cut a character in two. */
async function* inChunks(text: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = Math.min(text.length, at + CHUNK);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
    yield encoder.encode(text.slice(at, end));
    await setImmediate();
  }
}
