/** Takes away what an import that never ended has staged: nobody has seen it. */
import { randomUUID } from 'node:crypto';
import type { Database } from './connect.ts';
import { closeStaging, deleteStaged, listStagedClaims } from './queries/staging.ts';
import { currentRevision } from './queries/read-revision.ts';
import { clearSegments } from './queries/write-records.ts';

/** A staged import not touched for so long is given up as soon as somebody else wants to write. */
export const ABANDONED_AFTER_MS = 10 * 60_000;
const BATCH = 2_000;

/** Deletes in batches; the ledger goes last, so that one cut short is simply begun again. */
export async function discardStaged(db: Database): Promise<void> {
  for (let left = 1; left > 0; ) {
    const { result } = await db.write(randomUUID(), async (tx) => {
      const rev = await currentRevision(tx);
      const claims = (await listStagedClaims.run(tx, { rev, limit: BATCH })).map(({ id }) => id);
      // Segments lie between entities that may have been there before.
      if (claims.length > 0) await clearSegments.run(tx, { claims });
      const [deleted] = await deleteStaged.run(tx, { rev, limit: BATCH });
      return deleted?.n ?? 0;
    }, { deadlineMs: 60_000 });
    left = result ?? 0;
  }
  await db.write(randomUUID(), (tx) => closeStaging.run(tx, {}));
}
