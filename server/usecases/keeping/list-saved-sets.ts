/** Lists the saved sets. */
import type { listSavedSets as contract } from '../../contract/routes/saved-sets.ts';
import type { Database } from '../../store/connect.ts';
import { listSavedSetRows } from '../../store/statements/questions-and-sets.ts';
import { savedSetOfRow } from './saved-set.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';

export async function listSavedSets(db: Database, _input?: unknown, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const rows = await db.read((tx) => listSavedSetRows.run(tx, {}), o);
  return { savedSets: rows.map(savedSetOfRow) };
}
