/** A saved set as stored. */
import type { z } from 'zod';
import type { savedSet } from '../../contract/routes/saved-sets.ts';

export type SavedSet = z.infer<typeof savedSet>;

export function savedSetOfRow({ json, revision }: { json: string; revision: number }): SavedSet {
  const stored: Omit<SavedSet, 'revision'> = JSON.parse(json);
  return { ...stored, revision };
}
