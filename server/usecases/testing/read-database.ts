/** One read transaction at the current revision. */
import type { Database } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/change-sets.ts';
import type { DatabaseReader } from '../../graph/in-database/row-context.ts';

/** Runs a read with the revision every statement of it is asked at: what is being staged above it stays unseen. */
export function readDatabase<R>(db: Database, work: (reader: DatabaseReader) => Promise<R>, o?: { signal?: AbortSignal }): Promise<R> {
  return db.read(async (tx) => work({ db, tx, revision: await currentRevision(tx) }), o);
}
