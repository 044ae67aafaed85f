/** The files of a choice or a drop, each by its name with the folders it stands in. */
import type { NamedFile } from '../../api/queries-imports.ts';

export const filesOfInput = (list: FileList | null): NamedFile[] => [...(list ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

/** Folders are read through; what cannot be read is left to the server to miss. */
export async function filesOfDrop(data: DataTransfer): Promise<NamedFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return filesOfInput(data.files);
  return (await Promise.all(entries.map(filesOfEntry))).flat();
}

async function filesOfEntry(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: NamedFile[] = [];
  // A reader gives its entries in parts, the last of which is empty.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return found;
    for (const one of part) found.push(...(await filesOfEntry(one)));
  }
}

/** Later files take the place of earlier ones of the same name. */
export function withFiles(files: readonly NamedFile[], more: readonly NamedFile[]): NamedFile[] {
  const named = new Map([...files, ...more].map((one) => [one.name, one]));
  return [...named.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
