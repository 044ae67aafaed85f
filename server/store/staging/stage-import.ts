/**
 * Writes an import of new records in batches, recorded in a ledger, that readers do not see until the last one. An interrupted import is resumed by its digest.
 */
import { randomUUID } from 'node:crypto';
import type { ChangePlan } from '../../domain/importing/change-plan.ts';
import { AppError } from '../../domain/model/errors.ts';
import { expectRevision, publish, WRITE_IDLE_MS, type Committed } from '../commit-changes.ts';
import type { Database } from '../connect.ts';
import { BATCH_RECORDS, batchesOf, datasetsOf, digestOf, refuseWhileStaging, sizeOf, type StageOptions } from './staged-ledger.ts';
import { planSteps } from '../plan-steps.ts';
import { beginStaging, markBatch } from '../statements/recording/staging.ts';
import { runSteps } from '../run-steps.ts';

/**
 * All records are written with the revision to come, which readers leave out. What changes stored claims (figures, stale marks) is written with the last batch,
 * in the transaction that makes this revision current. Written exactly once for a digest of records and revision: a second call continues after the last batch
 * in the ledger.
 * @throws AppError `refused` for a plan that changes or removes records; `conflict` where the revision has moved on or another import is being staged
 */
export async function stageImport(db: Database, plan: ChangePlan, o: StageOptions = {}): Promise<Committed> {
  if (plan.existing.length > 0 || plan.remove.length > 0) throw new AppError('refused', 'Only purely new records can be staged.');
  const digest = digestOf(plan);
  await refuseWhileStaging(db, digest);
  const begun = await db.write(
    // Opening the ledger twice changes nothing, so each call has an operation id of its own.
    `stage/${digest}/begin/${randomUUID()}`,
    async (tx) => {
      const rows = await beginStaging.run(tx, { id: digest, changeSet: plan.changeSet.id, datasets: datasetsOf(plan), at: plan.changeSet.at });
      const ledger = rows[0];
      if (!ledger) throw new AppError('internal', 'The ledger of a staged import could not be opened.');
      if (ledger.state === 'staging') await expectRevision(tx, plan.expectedRevision, { ownImport: digest });
      return ledger;
    },
    { idleMs: WRITE_IDLE_MS },
  );
  const ledger = begun.result;
  if (!ledger) throw new AppError('conflict', 'This import is being staged by another call.');
  const revision = plan.expectedRevision + 1;
  if (ledger.state === 'published') return { revision, applied: false };

  // The first attempt wrote its own change set and instant; the rest uses the same.
  const changeSet = { ...plan.changeSet, id: ledger.changeSet, at: ledger.at };
  const steps = planSteps({ ...plan, changeSet }, revision);
  const batches = batchesOf(
    steps.filter((step) => !step.late),
    o.batchRecords ?? BATCH_RECORDS,
  );
  const total = steps.reduce((sum, step) => sum + step.size, 0);
  let done = 0;
  for (const [i, batch] of batches.entries()) {
    if (i >= ledger.batchesDone) {
      o.signal?.throwIfAborted();
      await db.write(
        `stage/${digest}/${i}`,
        async (tx) => {
          await expectRevision(tx, plan.expectedRevision, { ownImport: digest });
          await runSteps(tx, batch);
          await markBatch.run(tx, { id: digest, done: i + 1, state: 'staging', touched: new Date().toISOString() });
        },
        { idleMs: WRITE_IDLE_MS },
      );
    }
    done += sizeOf(batch);
    o.onProgress?.(done, total);
  }
  await db.write(
    `stage/${digest}/publish`,
    async (tx) => {
      await expectRevision(tx, plan.expectedRevision, { ownImport: digest });
      await runSteps(
        tx,
        steps.filter((step) => step.late),
      );
      await markBatch.run(tx, { id: digest, done: batches.length, state: 'published', touched: new Date().toISOString() });
      await publish(tx, { ...plan, changeSet }, revision);
    },
    { idleMs: WRITE_IDLE_MS },
  );
  o.onProgress?.(total, total);
  return { revision, applied: true };
}
