/** Takes the files for an import out of a zip archive, in memory and within limits; what leads out of it, unpacks to too much or is packed itself is refused by its name. */
import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { Problem } from '../../domain/model/errors.ts';
import { packedKind } from '../../domain/strict-json/packed-file.ts';

export interface ArchiveLimits {
  /** Bytes of all files in it together, unpacked. */
  bytes: number;
  files: number;
}
export interface ArchivedFile {
  /** The archive and the path within it. */
  name: string;
  bytes: Uint8Array;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Folders of systems, and the description of a bag of ours, which is JSON and no case. */
const NO_DATA = /(?:^|\/)(?:__MACOSX|\.[^/]*)(?:\/|$)|(?:^|\/)ro-crate-metadata\.json$/;
const DATA = /\.(?:json|jsonl|ndjson|stix|ftm|csv|tsv|tab)$/i;
/** How much more than packed a file may claim to be; JSON of equal records packs to a hundredth. */
const RATIO = 1_000;

/** Whether a document of an office program, which is a zip archive too. */
const isDocument = (names: readonly string[]): boolean => names.includes('[Content_Types].xml') || names.includes('mimetype');

/** @returns undefined for what is no zip archive, or one of a program's documents */
export function filesInArchive(file: ArchivedFile, limits: ArchiveLimits): { files: ArchivedFile[]; problems: Problem[] } | undefined {
  if (!ZIP.every((byte, i) => file.bytes[i] === byte)) return undefined;
  const fault = (code: string, message: string, remedy: string): Problem => ({ code, message, remedy, file: file.name });
  const entries: UnzipFileInfo[] = [];
  const names = new Set<string>();
  try {
    unzipSync(file.bytes, { filter: (entry) => (entries.push(entry), false) });
  } catch {
    return { files: [], problems: [fault('archive', 'the zip archive is cut or damaged', 'make it again, or give the files in it')] };
  }
  if (isDocument(entries.map(({ name }) => name))) return undefined;
  const problems: Problem[] = [];
  const wanted = new Set<string>();
  let total = 0;
  for (const { name, size, originalSize } of entries) {
    const shown = JSON.stringify(name);
    const path = name.replaceAll('\\', '/');
    if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..') || path.includes('\u0000'))
      problems.push(fault('archive-path', `the archive holds ${shown}, which leads out of it`, 'make the archive again with paths within its own folder'));
    else if (names.has(path)) problems.push(fault('archive-twice', `the archive holds ${shown} twice`, 'make the archive again with each file once'));
    else if (/\.(?:zip|gz|tgz|7z|rar|bz2|xz|zst|tar)$/i.test(path)) problems.push(nested(shown));
    else if (DATA.test(path) && !NO_DATA.test(path)) {
      total += originalSize;
      wanted.add(name);
      if (originalSize > size * RATIO && originalSize > 1_000_000)
        problems.push(
          fault('archive-bomb', `the archive holds ${shown}, which says it unpacks to ${originalSize} bytes from ${size}`, 'give the file as it is'),
        );
    }
    names.add(path);
  }
  if (total > limits.bytes)
    problems.push(fault('too-large', `what the archive holds has ${total} bytes, more than the ${limits.bytes} of one file`, 'give it in parts'));
  if (wanted.size > limits.files)
    problems.push(fault('limit', `the archive holds ${wanted.size} files, more than the limit uploadFiles of ${limits.files}`, 'give it in parts'));
  if (problems.length === 0 && wanted.size === 0)
    problems.push(fault('archive-empty', 'the archive holds no file that an import reads', 'put .json, .jsonl, .csv or .tsv files into it'));
  if (problems.length > 0) return { files: [], problems };
  const files: ArchivedFile[] = [];
  try {
    // A file that unpacks to more than it says is cut there, and then damaged.
    for (const [name, bytes] of Object.entries(unzipSync(file.bytes, { filter: ({ name: entry }) => wanted.has(entry) }))) {
      if (ZIP.every((byte, i) => bytes[i] === byte) || packedKind(bytes)) problems.push(nested(JSON.stringify(name)));
      files.push({ name: `${file.name}/${name.replaceAll('\\', '/')}`, bytes });
    }
  } catch {
    problems.push(fault('archive', 'the zip archive is cut or damaged', 'make it again, or give the files in it'));
  }
  return problems.length > 0 ? { files: [], problems } : { files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), problems };

  function nested(shown: string): Problem {
    return fault('archive-nested', `the archive holds ${shown}, which is packed itself`, 'unpack it, and put the files in it into the archive');
  }
}
