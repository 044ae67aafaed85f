/** Derives figures that a change left stale because it affected too many claims at once. Runs as a job, in batches. */
import { randomUUID } from 'node:crypto';
import { emptyPut } from '../../domain/importing/change-plan.ts';
import { commitChanges } from '../../store/commit-changes.ts';
import type { Database } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { listStale } from '../../store/statements/claims.ts';
import { deriveChanges } from './derive-changes.ts';
import { AppError } from '../../domain/model/errors.ts';

export interface RecomputeOptions {
  /** Claims that one transaction derives. */
  batch?: number;
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

const BATCH = 2_000;
const TRIES = 5;

/**
 * Runs until no claim is stale. Each batch is a change set of its own, which readers of the next revision see whole. A batch during which others wrote is
 * repeated.
 * @returns the number of claims derived
 */
export async function recomputeStale(db: Database, o: RecomputeOptions = {}): Promise<number> {
  let done = 0;
  for (let tries = 0; ;) {
    o.signal?.throwIfAborted();
    const planned = await db.read(
      async (tx) => {
        const revision = await currentRevision(tx);
        const ids = (await listStale.run(tx, { rev: revision, limit: o.batch ?? BATCH })).map(({ id }) => id);
        return { revision, ids, derived: ids.length === 0 ? undefined : await deriveChanges(tx, { put: emptyPut(), remove: [] }, { also: ids }) };
      },
      { idleMs: 10_000 },
    );
    if (!planned.derived) return done;
    const changeSet = { id: randomUUID(), kind: 'edit' as const, who: 'attest', why: 'figures worked out anew', at: new Date().toISOString() };
    try {
      await commitChanges(db, { put: emptyPut(), remove: [], ...planned.derived, operationId: randomUUID(), expectedRevision: planned.revision, changeSet });
      done += planned.ids.length;
      tries = 0;
      o.onProgress?.(done);
    } catch (error) {
      tries += 1;
      if (!(error instanceof AppError && error.code === 'conflict') || tries >= TRIES) throw error;
    }
  }
}
