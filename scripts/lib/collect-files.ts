/** Collects the curated files for some paths: files, folders with all their .json files, `-` for standard input. */
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { InputFile } from '../../server/usecases/importing/read-curated-file.ts';

/** Files beside curated files that are none. Any other .json file of a folder must be one. */
const NO_DATA = [/\.schema\.json$/, /^package(-lock)?\.json$/, /^paragraphs\.json$/];

/**
 * File names in a fixed order, each once, whatever the order of the paths.
 * @throws NodeJS.ErrnoException for a path that does not exist
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    if (path === '-' || !(await stat(path)).isDirectory()) found.add(path);
    else for (const name of await jsonFilesIn(path)) found.add(name);
  }
  return [...found].sort();
}

/**
 * Symbolic links are followed. A file that has several names is read once, by its own name rather than by a link, and a folder that contains itself is not
 * entered again. Hidden files and folders below the folder are left out.
 */
async function jsonFilesIn(folder: string): Promise<string[]> {
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
      const isData = entry.name.endsWith('.json') && !NO_DATA.some((pattern) => pattern.test(entry.name));
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

/** Reads files one at a time. Standard input is named `stdin`. */
export async function* readFiles(names: readonly string[], input: Readable): AsyncGenerator<InputFile> {
  for (const name of names) yield name === '-' ? { name: 'stdin', bytes: await buffer(input) } : { name, bytes: await readFile(name) };
}
