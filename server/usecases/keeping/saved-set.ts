/** The shape of a stored saved set, and how to look it up. */
import type { z } from 'zod';
import type { savedSet } from '../../contract/routes/saved-sets.ts';
import type { Database } from '../../store/connect.ts';
import { readSavedSet } from '../../store/statements/questions-and-sets.ts';

export type SavedSet = z.infer<typeof savedSet>;

export function savedSetOfRow({ json, revision }: { json: string; revision: number }): SavedSet {
  const stored: Omit<SavedSet, 'revision'> = JSON.parse(json);
  return { ...stored, revision };
}

/** Returns a function that looks up a saved set by its id. */
export function savedSetsIn(db: Database): (id: string) => Promise<SavedSet | undefined> {
  return (id) => db.read(async (tx) => (await readSavedSet.run(tx, { id })).map(savedSetOfRow)[0]);
}
