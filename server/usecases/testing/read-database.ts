/** Runs reads in one transaction at the current revision. */
import type { Database } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import type { DatabaseReader } from '../../graph/in-database/row-context.ts';

/** Runs a read with the revision that each of its statements is given; what is staged above that revision stays invisible. */
export function readDatabase<R>(db: Database, work: (reader: DatabaseReader) => Promise<R>, o?: { signal?: AbortSignal }): Promise<R> {
  return db.read(async (tx) => work({ db, tx, revision: await currentRevision(tx) }), o);
}
