/** Reads an exported file: its manifest, and whatever in it is no longer as it went out. */
import { hash } from 'node:crypto';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import { AppError } from '../../domain/model/errors.ts';
import { MANIFEST_FORMAT, type Manifest } from '../../domain/publishing/manifest.ts';
import { manifestText, splitPage, splitSvg, splitText, WORD_MANIFEST } from '../add-manifest.ts';
import { bytesOf, packDocument } from '../pack-files.ts';
import { isPng, splitPng } from '../png-text.ts';

export interface ReadExport {
  manifest: Manifest;
  /** Sentences; none where every byte is as it went out. */
  faults: string[];
}
/** Bytes that an archive may unpack to. */
export const UNPACKED_BYTES = 2_000_000_000;

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const digestOf = (bytes: Uint8Array | string) => hash('sha256', bytes, 'hex');

/**
 * @param bytes of the file as it was downloaded: an archive, a web page, a Word document, Markdown or a picture
 * @throws AppError `refused` for a file that is no export of Attest, `limit` for an archive that unpacks to more than `unpackedBytes`
 */
export async function readExport(bytes: Uint8Array): Promise<ReadExport> {
  if (isZip(bytes)) return readArchive(bytes);
  if (isPng(bytes)) return readSplit(splitPng(bytes));
  const text = readText(bytes);
  return readSplit(splitSvg(text) ?? splitPage(text) ?? splitText(text));
}

function readSplit(split: { before: string | Uint8Array; manifest: string } | undefined): ReadExport {
  if (!split) throw notOurs('It has no manifest at its end.');
  const faults: string[] = [];
  const manifest = readManifest(split.manifest, faults);
  const [file] = manifest.files;
  if (file?.sha256 !== digestOf(split.before)) faults.push(`${file?.name ?? 'The file'} is not as it was written: its digest is another one.`);
  return { manifest, faults };
}

async function readArchive(bytes: Uint8Array): Promise<ReadExport> {
  const parts = unpacked(bytes);
  const faults: string[] = [];
  // In a bag everything stands in one folder, and the payload in `data`.
  const folder = [...parts.keys()].map((name) => /^([^/]+\/)bagit\.txt$/.exec(name)?.[1]).find((found) => found !== undefined) ?? '';
  const payload = new Map(
    [...parts].flatMap(([name, of]) =>
      folder === '' ? [[name, of] as const] : name.startsWith(`${folder}data/`) ? [[name.slice(folder.length + 5), of] as const] : [],
    ),
  );
  if (folder !== '') faults.push(...bagFaults(parts, folder));
  const inBag = folder === '' ? undefined : [...payload].find(([name]) => !['manifest.json', 'ro-crate-metadata.json'].includes(name));
  const held = payload.get('manifest.json') ?? payload.get(WORD_MANIFEST);
  if (!held && inBag) {
    const inner = await readExport(inBag[1]);
    return { manifest: inner.manifest, faults: [...faults, ...inner.faults, ...(await packingFaults(bytes, parts))] };
  }
  if (!held) throw notOurs('The archive holds no manifest.');
  const manifest = readManifest(readText(held), faults);
  for (const { name, sha256 } of manifest.files) {
    const file = payload.get(name);
    if (!file) faults.push(`${name} is missing.`);
    else if (digestOf(file) !== sha256) faults.push(`${name} is not as it was written: its digest is another one.`);
  }
  const known = new Set([...manifest.files.map(({ name }) => name), 'manifest.json', WORD_MANIFEST, 'ro-crate-metadata.json']);
  for (const name of payload.keys()) if (!known.has(name)) faults.push(`${name} is in the archive, but not in its manifest.`);
  return { manifest, faults: [...faults, ...(await packingFaults(bytes, parts))] };
}

/** What the digests of the bag itself say. */
function bagFaults(parts: ReadonlyMap<string, Uint8Array>, folder: string): string[] {
  return ['manifest-sha256.txt', 'tagmanifest-sha256.txt'].flatMap((list) => {
    const lines = readText(parts.get(folder + list) ?? new Uint8Array())
      .split('\n')
      .filter((line) => line !== '');
    return lines.flatMap((line) => {
      const [sha256, name = ''] = line.split('  ');
      const file = parts.get(folder + name);
      if (!file) return [`${name} is in ${list}, but missing.`];
      return digestOf(file) === sha256 ? [] : [`${name} is not as ${list} says.`];
    });
  });
}

/** An archive is the same bytes for the same files, so that it is packed anew and compared: what stands between the files is checked too. */
async function packingFaults(bytes: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const file = { name: 'again.zip', mediaType: 'application/zip', parts: [...parts].map(([name, of]) => ({ name, bytes: of })) };
  const again = await bytesOf(inOneGo(packDocument('again', file)));
  return Buffer.compare(again, bytes) === 0 ? [] : ['The archive is not as it was packed: its files may be whole, but it was changed or packed anew.'];
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  let total = 0;
  const filter = ({ originalSize }: UnzipFileInfo) => {
    total += originalSize;
    if (total > UNPACKED_BYTES)
      throw new AppError('limit', `This archive unpacks to more than the limit unpackedBytes of ${UNPACKED_BYTES}. No export of Attest is so large.`, {
        limit: { name: 'unpackedBytes', value: UNPACKED_BYTES },
      });
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw notOurs('It is a damaged archive, and cannot be unpacked.', error);
  }
}

function readText(bytes: Uint8Array): string {
  try {
    return textOf(bytes);
  } catch (error) {
    throw notOurs('It is no text in UTF-8.', error);
  }
}

function readManifest(text: string, faults: string[]): Manifest {
  let read: Manifest & { sha256?: string };
  try {
    read = JSON.parse(text) as Manifest & { sha256?: string };
  } catch (error) {
    throw notOurs('Its manifest is damaged.', error);
  }
  if (read.format !== MANIFEST_FORMAT || !Array.isArray(read.files)) throw notOurs('Its manifest is of another format.');
  const { sha256: _, ...manifest } = read;
  if (manifestText(manifest) !== text) faults.push('The manifest is not as it was written: its digest is another one.');
  return manifest;
}

function notOurs(why: string, cause?: unknown): AppError {
  return new AppError('refused', `This is no whole export of Attest. ${why} Give the file as it was downloaded.`, {}, { cause });
}
