/** Whether a text is a curated file as the published schema has it. */
import { attestFile } from '../../contract/file-format.ts';

/** @throws ZodError for anything the schema refuses */
export function checkAttestFile(text: string): void {
  attestFile.parse(JSON.parse(text));
}
