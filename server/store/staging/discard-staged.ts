/** Removes what an abandoned import has staged. Readers never saw it. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../connect.ts';
import { currentRevision } from '../statements/recording/change-sets.ts';
import { clearSegments } from '../statements/segments.ts';
import { closeStaging, deleteStaged, deleteStagedParts, giveUpStaging, listStagedClaims, readStaging } from '../statements/recording/staging.ts';

/** Milliseconds after which a staged import that is not continued is given up by the next writer. */
export const ABANDONED_AFTER_MS = 10 * 60_000;
const BATCH = 2_000;
const PARTS_AT_ONCE = 50;
const DEADLINE_MS = 60_000;

/**
 * Gives up staged imports that were not continued for `ABANDONED_AFTER_MS`, and deletes what they wrote. Where this is interrupted the next call begins again.
 * An import that continues after all finds its ledger gone and ends with a conflict.
 * @param now milliseconds; for tests
 */
export async function discardAbandoned(db: Database, now: number = Date.now()): Promise<void> {
  const before = new Date(now - ABANDONED_AFTER_MS).toISOString();
  const staging = await db.read((tx) => readStaging.run(tx, {}));
  if (!staging.some(({ state, touched }) => state === 'staging' && touched < before)) return;
  const { result } = await db.write(randomUUID(), (tx) => giveUpStaging.run(tx, { before, at: new Date().toISOString() }));
  for (const { id } of result ?? []) await discard(db, id);
}

/** Deletes in batches, the ledger last. Ends early where somebody else has taken the ledger over, because what is staged may then be theirs. */
async function discard(db: Database, ledger: string): Promise<void> {
  for (let left = 1; left > 0;) {
    const { result } = await db.write(
      randomUUID(),
      async (tx) => {
        if (!(await readStaging.run(tx, {})).some(({ id }) => id === ledger)) return 0;
        const rev = await currentRevision(tx);
        const claims = (await listStagedClaims.run(tx, { rev, limit: BATCH })).map(({ id }) => id);
        // Segments are deleted by their claims: they may join entities that existed before.
        if (claims.length > 0) await clearSegments.run(tx, { claims });
        const [deleted] = await deleteStaged.run(tx, { rev, limit: BATCH });
        return deleted?.n ?? 0;
      },
      { deadlineMs: DEADLINE_MS },
    );
    left = result ?? 0;
  }
  await deleteParts(db, ledger);
  await db.write(randomUUID(), (tx) => closeStaging.run(tx, { id: ledger }));
}

/** Deletes the plan that is kept under a ledger. */
export async function deleteParts(db: Database, ledger: string): Promise<void> {
  for (let left = 1; left > 0;) {
    const { result } = await db.write(randomUUID(), (tx) => deleteStagedParts.run(tx, { id: ledger, limit: PARTS_AT_ONCE }), { deadlineMs: DEADLINE_MS });
    left = result?.[0]?.n ?? 0;
  }
}
