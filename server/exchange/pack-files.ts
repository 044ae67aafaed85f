/** The files of an export as one download: one file as it is, several as an archive. */
import type { ExportFile } from './format.ts';
import { zip } from './zip.ts';

export interface Download {
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** @param stem file name without its ending, used for the archive and for a single file. */
export function packFiles(stem: string, files: readonly ExportFile[]): Download {
  const encoded = files.map(({ name, mediaType, text }) => ({
    name,
    mediaType,
    bytes: new TextEncoder().encode(text),
  }));
  const [only] = encoded;
  if (only && encoded.length === 1) {
    const ending = only.name.slice(only.name.lastIndexOf('.'));
    return { name: `${stem}${ending}`, mediaType: only.mediaType, bytes: only.bytes };
  }
  return { name: `${stem}.zip`, mediaType: 'application/zip', bytes: zip(encoded) };
}
