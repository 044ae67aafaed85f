/** The curated files that some paths name: files as they are, folders with all their .json files, `-` for what comes in. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { InputFile } from '../../server/usecases/read-curated-file.ts';

/** JSON that lies beside curated files and is none. Any other .json file of a folder must be one. */
const NO_DATA = [/\.schema\.json$/, /^package(-lock)?\.json$/, /^paragraphs\.json$/];

/** Names in a fixed order, each once, whatever the order of the paths. @throws NodeJS.ErrnoException for a path that is not there */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    if (path === '-' || !(await stat(path)).isDirectory()) found.add(path);
    else for (const name of await jsonFilesIn(path)) found.add(name);
  }
  return [...found].sort();
}

async function jsonFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !NO_DATA.some((pattern) => pattern.test(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(/[\\/]/).some((part) => part === 'node_modules' || (part.startsWith('.') && part.length > 2)));
}

/** Reads them one after the other. What comes in is called `stdin`. */
export async function* readFiles(names: readonly string[], input: Readable): AsyncGenerator<InputFile> {
  for (const name of names) yield name === '-' ? { name: 'stdin', bytes: await buffer(input) } : { name, bytes: await readFile(name) };
}
