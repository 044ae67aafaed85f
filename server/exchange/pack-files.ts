/** Packs the files of an export into one download: a single file as it is, several as a zip archive or as a bag. Each text is taken once, in parts, and only its packed bytes are held. */
import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';
import type { InSlices } from '../domain/figures/in-slices.ts';
import type { Digested, Manifest } from '../domain/publishing/manifest.ts';
import { MANIFEST_FILE, manifestSection, manifestText } from './add-manifest.ts';
import { PAYLOAD, tagFiles } from './bundle/bag.ts';
import type { BytesFile, ExportFile, PackedFile } from './format.ts';
import { fileOf } from './whole-text.ts';

export interface Download {
  name: string;
  mediaType: string;
  /** Its bytes, one after the other. */
  chunks: readonly Uint8Array[];
}
/** All of a download at once. */
export async function bytesOf({ chunks }: { chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

type ManifestOf = (of: Digested[]) => Manifest;

/** Bytes that are packed at once, and characters that are encoded at once. */
const CHUNK = 65_536;
/** The earliest time the format can hold, in local time. A fixed time gives the same bytes for the same files whenever they are packed. */
const EARLIEST = new Date(1980, 0, 1);

/**
 * Packs the files with their manifest.
 * @param stem file name without extension
 * @param files without folders, no name twice, less than 4 GB in all
 * @param manifest makes the manifest of these files
 */
export function* packFiles(stem: string, files: readonly (ExportFile | BytesFile)[], manifest: ManifestOf): InSlices<Download> {
  const [only] = files;
  if (only && files.length === 1 && 'text' in only) {
    const chunks: Uint8Array[] = [];
    for (const chunk of withSection(only, manifest)) {
      yield;
      if (chunk.length > 0) chunks.push(chunk);
    }
    return { name: `${stem}${endingOf(only.name)}`, mediaType: only.mediaType, chunks };
  }
  return archive(`${stem}.zip`, yield* withManifest(files, manifest));
}

/** The files with their manifest, as they would go out otherwise, in a bag in a zip archive. */
export function* packBag(stem: string, files: readonly (ExportFile | BytesFile)[], manifest: ManifestOf): InSlices<Download> {
  const [only] = files;
  const payload = only && files.length === 1 && 'text' in only ? [yield* packed(only, withSection(only, manifest))] : yield* withManifest(files, manifest);
  return yield* bagged(stem, payload, manifest);
}

/** A document that is no text, with its manifest in it, in a bag. */
export function* packDocumentBag(stem: string, file: PackedFile, manifest: ManifestOf): InSlices<Download> {
  const { name, mediaType, chunks } = yield* packDocument(stem, file);
  return yield* bagged(stem, [yield* packed({ name, mediaType }, chunks)], manifest);
}

/** Packs a document that is no text: a single part as it is, several as a zip archive under the ending of the document. */
export function* packDocument(stem: string, { name: of, mediaType, parts }: PackedFile): InSlices<Download> {
  const name = `${stem}${endingOf(of)}`;
  const [only] = parts;
  if (only && parts.length === 1) return { name, mediaType, chunks: [only.bytes] };
  const entries: Packed[] = [];
  for (const part of parts) entries.push(yield* packed({ name: part.name, mediaType }, [part.bytes]));
  return { ...archive(name, entries), mediaType };
}

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.'));

/** A file that was taken: its digest, and its bytes as they stand in an archive. */
interface Packed {
  digested: Digested;
  entry: ZipDeflate;
  deflated: Uint8Array<ArrayBuffer>[];
}

function* withManifest(files: readonly (ExportFile | BytesFile)[], manifest: ManifestOf): InSlices<Packed[]> {
  const all: Packed[] = [];
  for (const file of files) all.push(yield* packed(file, 'text' in file ? encoded(file.text()) : [file.bytes]));
  const text = manifestText(manifest(all.map(({ digested }) => digested)));
  return [...all, yield* packed(MANIFEST_FILE, encoded([text]))].sort(byName);
}

/** The bytes of a single text with its manifest at its end. */
function* withSection({ name, mediaType, text }: ExportFile, manifest: ManifestOf): Generator<Uint8Array, void> {
  const measured = measure();
  for (const chunk of encoded(text())) {
    measured.add(chunk);
    yield chunk;
  }
  yield* encoded([manifestSection(manifestText(manifest([{ name, mediaType, ...measured.told() }])))]);
}

function* bagged(stem: string, payload: readonly Packed[], manifest: ManifestOf): InSlices<Download> {
  const tags = tagFiles(
    payload.map(({ digested }) => digested),
    manifest([]),
  );
  const inFolder = (one: Packed, name: string): Packed => ({ ...one, digested: { ...one.digested, name: `${stem}/${name}` } });
  const all = payload.map((one) => inFolder(one, PAYLOAD + one.digested.name));
  for (const { name, text } of tags) {
    const file = fileOf(name, 'text/plain', text);
    all.push(inFolder(yield* packed(file, encoded(file.text())), name));
  }
  return archive(`${stem}.zip`, all.sort(byName));
}

const byName = (a: Packed, b: Packed): number => (a.digested.name < b.digested.name ? -1 : 1);

function archive(name: string, files: readonly Packed[]): Download {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    chunks.push(bytes);
  });
  for (const { entry, digested, deflated } of files) {
    entry.filename = digested.name;
    zip.add(entry);
    for (const [at, bytes] of deflated.entries()) entry.ondata(null, bytes, at === deflated.length - 1);
  }
  zip.end();
  return { name, mediaType: 'application/zip', chunks };
}

/** Takes a file: some of its chunks are empty. */
function* packed({ name, mediaType }: Pick<Digested, 'name' | 'mediaType'>, chunks: Iterable<Uint8Array>): InSlices<Packed> {
  const measured = measure();
  const entry = new ZipDeflate(name);
  entry.mtime = EARLIEST;
  const deflated: Uint8Array<ArrayBuffer>[] = [];
  entry.ondata = (error, bytes) => {
    if (error) throw error;
    deflated.push(bytes);
  };
  for (const chunk of evenly(chunks)) {
    yield;
    if (chunk.length === 0) continue;
    measured.add(chunk);
    entry.push(chunk);
  }
  entry.push(new Uint8Array(), true);
  return { digested: { name, mediaType, ...measured.told() }, entry, deflated };
}

function measure() {
  const digest = createHash('sha256');
  let bytes = 0;
  return {
    add(chunk: Uint8Array): void {
      digest.update(chunk);
      bytes += chunk.length;
    },
    told: (): Pick<Digested, 'bytes' | 'sha256'> => ({ bytes, sha256: digest.digest('hex') }),
  };
}

/** The same bytes in parts of one size, with empty ones between them: what a deflated file is depends on them, and a reader packs it anew to compare. A part is valid until the next one is taken. */
function* evenly(chunks: Iterable<Uint8Array>): Generator<Uint8Array, void> {
  const held = new Uint8Array(CHUNK);
  let filled = 0;
  for (const chunk of chunks) {
    if (chunk.length === 0) yield chunk;
    for (let at = 0; at < chunk.length;) {
      const taken = chunk.subarray(at, at + CHUNK - filled);
      held.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < CHUNK) continue;
      yield held;
      filled = 0;
    }
  }
  if (filled > 0) yield held.subarray(0, filled);
}

const NOTHING = new Uint8Array();

/** A text as UTF-8, many of its parts at once; an empty chunk for each of the others. */
function* encoded(text: Iterable<string>): Generator<Uint8Array, void> {
  const encoder = new TextEncoder();
  let held = '';
  for (const part of text) {
    held += part;
    if (held.length < CHUNK) {
      yield NOTHING;
      continue;
    }
    yield* [encoder.encode(held), NOTHING];
    held = '';
  }
  if (held !== '') yield encoder.encode(held);
}
