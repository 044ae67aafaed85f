/** Texts of files that are needed or given whole: of a dossier, which is rendered, or of own JSON that is read again. */
import type { InSlices } from '../domain/figures/in-slices.ts';
import type { ExportFile } from './format.ts';

/** All of the text of a file. */
export function* wholeText(file: Pick<ExportFile, 'text'> | undefined): InSlices<string> {
  const parts: string[] = [];
  for (const part of file?.text() ?? []) {
    parts.push(part);
    yield;
  }
  return parts.join('');
}

export interface WholeFile extends Omit<ExportFile, 'text'> {
  text: string;
}

/** Each of the files with its text whole. */
export function* eachWhole(files: readonly ExportFile[]): InSlices<WholeFile[]> {
  const all: WholeFile[] = [];
  for (const file of files) all.push({ ...file, text: yield* wholeText(file) });
  return all;
}

/** A file whose text is short, or was made whole. */
export function fileOf(name: string, mediaType: string, text: string): ExportFile {
  return { name, mediaType, text: () => [text] };
}
