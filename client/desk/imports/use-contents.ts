/** The files as they are read in the window, for the lines around a fault and the names of records at fault. */
import { useEffect, useState } from 'react';
import type { NamedFile } from '../../api/queries-imports.ts';
import { READ_BYTES } from './file-lines.ts';

export interface FileContent {
  text: string;
  /** Undefined where the text is no JSON. */
  value?: unknown;
}

/** By file name; a file larger than is read has none. */
export function useContents(files: readonly NamedFile[], wanted: boolean): ReadonlyMap<string, FileContent> {
  const [read, setRead] = useState<ReadonlyMap<string, FileContent>>(new Map());
  useEffect(() => {
    if (!wanted) return;
    let isCurrent = true;
    void Promise.all(files.filter(({ file }) => file.size <= READ_BYTES).map(async ({ name, file }) => [name, contentOf(await file.text())] as const))
      .then((contents) => isCurrent && setRead(new Map(contents)))
      // A file that has gone meanwhile is not shown; the server has what was sent.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [files, wanted]);
  return read;
}

function contentOf(text: string): FileContent {
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    return { text };
  }
}
