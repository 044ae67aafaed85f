/** The shape of a stored entry of the notebook. */
import type { KeptEntry } from '../../contract/routes/notebook.ts';

/** What is stored as JSON; id and version stand beside it. */
export type StoredEntry = Omit<KeptEntry, 'id' | 'version'>;

export function keptEntry({ id, json, version }: { id: string; json: string; version: number }): KeptEntry {
  const stored: StoredEntry = JSON.parse(json);
  return { id, ...stored, version };
}
