/** Collects the curated files for some paths: files, folders with all their .json files, `-` for standard input. */
import { open, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { AppError } from '../../server/domain/model/errors.ts';
import { tableOf } from '../../server/exchange/importers/csv/csv-files.ts';
import type { InputFile } from '../../server/usecases/importing/files/read-curated-file.ts';

/** Bytes of a file by which it is known. */
const HEAD = 4_096;
const TABLE = /\.(?:csv|tsv|tab)$/i;
/** The index of paragraphs of a case stands beside its files. */
const NO_TABLE = /^paragraphs\.csv$/;
/** Files beside curated files that are none. Any other .json file of a folder must be one. */
const NO_DATA = [/\.schema\.json$/, /^package(-lock)?\.json$/, /^paragraphs\.json$/];

export interface FolderOptions {
  /** Whether a folder gives its tables of other programs, too. */
  tables?: boolean;
}

/**
 * File names in a fixed order: of a folder its .json files, the tables of our CSV set, and with `tables` every table; each once, whatever the order of the paths.
 * @throws AppError `not-found` for a path that is not there or cannot be read, and for a folder without .json files
 */
export async function listFiles(paths: readonly string[], { tables = false }: FolderOptions = {}): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    if (path === '-' || !(await readable(path, () => stat(path))).isDirectory()) {
      found.add(path);
      continue;
    }
    const names = await readable(path, () => dataFilesIn(path, tables));
    if (names.length === 0) throw unreadable(path, 'is a folder without a .json file', 'name the folder that holds the curated files, or a file itself');
    for (const name of names) found.add(name);
  }
  return [...found].sort();
}

/**
 * Symbolic links are followed. A file that has several names is read once, by its own name rather than by a link, and a folder that contains itself is not
 * entered again. Hidden files and folders below the folder are left out.
 */
async function dataFilesIn(folder: string, tables: boolean): Promise<string[]> {
  const links: string[] = [];
  const files: string[] = [];
  const entered = new Set<string>();
  const enter = async (at: string): Promise<void> => {
    const real = await realpath(at);
    if (entered.has(real)) return;
    entered.add(real);
    const below: { path: string; isLink: boolean }[] = [];
    for (const entry of (await readdir(at, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(at, entry.name);
      const isJson = entry.name.endsWith('.json') && !NO_DATA.some((pattern) => pattern.test(entry.name));
      const isTable = TABLE.test(entry.name) && !NO_TABLE.test(entry.name) && !entry.isDirectory();
      const isData = isJson || (isTable && (tables || (await isOurTable(path))));
      // A broken link is reported when it is read.
      const isFolder =
        entry.isDirectory() || (entry.isSymbolicLink() && (isData ? await stat(path) : await stat(path).catch(() => undefined))?.isDirectory() === true);
      if (isFolder) below.push({ path, isLink: entry.isSymbolicLink() });
      else if (isData) (entry.isSymbolicLink() ? links : files).push(path);
    }
    for (const isLink of [false, true]) for (const folderBelow of below) if (folderBelow.isLink === isLink) await enter(folderBelow.path);
  };
  await enter(folder);
  const taken = new Set(await Promise.all(files.map((path) => realpath(path))));
  for (const path of links.sort()) {
    const real = await realpath(path);
    if (!taken.has(real)) files.push(path);
    taken.add(real);
  }
  return files;
}

/** A table of our own CSV set, by its head; what cannot be read is none, and is not told here. */
async function isOurTable(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer: bytes, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return tableOf(bytes.subarray(0, bytesRead)) !== undefined;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** What to say of a path, and what to do, by the code of the system's error. */
const PATH_FAULTS: Readonly<Record<string, readonly [fault: string, remedy: string]>> = {
  ENOENT: ['is not there', 'write the path as it is from the folder where you stand, or whole from /; a link must lead to something'],
  ENOTDIR: ['leads through a file as if it were a folder', 'write the path as it is from the folder where you stand, or whole from /'],
  EACCES: ['may not be read by this user', 'make it readable (chmod u+r, of a folder u+rx), or import a copy'],
  EPERM: ['may not be read by this user', 'make it readable (chmod u+r, of a folder u+rx), or import a copy'],
  EISDIR: ['is a folder', 'name the files in it, or the folder by itself'],
  ELOOP: ['is a link that leads back to itself', 'name the file itself'],
  ENAMETOOLONG: ['is longer than a path may be', 'check that a path was given, and not the text of a file'],
};

function unreadable(path: string, fault: string, remedy: string, cause?: unknown): AppError {
  return new AppError('not-found', `${JSON.stringify(path)} ${fault}: ${remedy}.`, { remedy }, { cause });
}

/** What the command says where the system refuses a path. */
export function pathFault(path: string, error: Error & { code: unknown }): AppError {
  const code = String(error.code);
  const [fault, remedy] = PATH_FAULTS[code] ?? [`cannot be read (${code})`, 'check the disk it is on, or import a copy'];
  return unreadable('path' in error ? String(error.path) : path, fault, remedy, error);
}

async function readable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof Error && 'code' in error ? pathFault(path, error) : error;
  }
}

/** Reads files one at a time. Standard input is named `stdin`. */
export async function* readFiles(names: readonly string[], input: Readable): AsyncGenerator<InputFile> {
  for (const name of names) yield name === '-' ? { name: 'stdin', bytes: await buffer(input) } : { name, bytes: await readable(name, () => readFile(name)) };
}
