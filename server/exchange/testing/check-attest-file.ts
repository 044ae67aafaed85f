/** Checks that a text is a curated file according to the published schema. */
import { attestFile } from '../../contract/file-format.ts';

/** @throws ZodError for anything the schema refuses */
export function checkAttestFile(text: string): void {
  attestFile.parse(JSON.parse(text));
}
