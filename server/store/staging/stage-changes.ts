/**
 * Writes a change that is too large for one transaction, whole or not at all. Its plan is kept in the database first, which nobody sees and which is taken away
 * where it ends early. One transaction then decides it; from there on it is written to its end, by whoever comes by, and until that is reached what it changes
 * is not read from the database.
 */
import { randomUUID } from 'node:crypto';
import type { ChangePlan } from '../../domain/importing/change-plan.ts';
import { AppError } from '../../domain/model/errors.ts';
import { expectRevision, publish, WRITE_IDLE_MS, type Committed } from '../commit-changes.ts';
import type { Database } from '../connect.ts';
import { planSteps } from '../plan-steps.ts';
import { runSteps } from '../run-steps.ts';
import {
  beginStagedPlan,
  beginStaging,
  beginWriting,
  closedWithParts,
  keepStagedPart,
  markBatch,
  readStagedParts,
  readStaging,
} from '../statements/recording/staging.ts';
import { deleteParts } from './discard-staged.ts';
import { BATCH_RECORDS, batchesOf, datasetsOf, digestOf, refuseWhileStaging, sizeOf, type StageOptions } from './staged-ledger.ts';
import { partsOf, planOfParts, type StagedPlan } from './staged-plan.ts';

/** Milliseconds without a batch after which a decided change is gone on with by others. */
export const LEFT_ALONE_MS = 30_000;
const PARTS_AT_ONCE = 10;

const now = () => new Date().toISOString();
const taken = () => new AppError('conflict', 'This change is being staged by another call.');

/**
 * Written exactly once for a digest of records and revision. Interrupted before it is decided it is begun anew by the same change, or discarded; after that it
 * is finished by `finishStaged`. `signal` stops it only before it is decided.
 * @throws AppError `conflict` where the revision has moved on, or another import or change is being staged
 */
export async function stageChanges(db: Database, plan: ChangePlan, o: StageOptions = {}): Promise<Committed> {
  const digest = digestOf(plan);
  const { id: changeSet, at } = plan.changeSet;
  await refuseWhileStaging(db, digest);
  const attempt = randomUUID();
  const begun = await db.write(
    `stage/${digest}/begin/${attempt}`,
    async (tx) => {
      const [ledger] = await beginStaging.run(tx, { id: digest, changeSet, datasets: datasetsOf(plan), at });
      if (!ledger) throw new AppError('internal', 'The ledger of a staged change could not be opened.');
      if (ledger.state !== 'staging') return ledger;
      await expectRevision(tx, plan.expectedRevision, { ownImport: digest });
      await beginStagedPlan.run(tx, { id: digest, attempt, changeSet, at });
      return ledger;
    },
    { idleMs: WRITE_IDLE_MS },
  );
  const state = begun.result?.state;
  if (state === undefined) throw taken();
  if (state === 'published') return { revision: plan.expectedRevision + 1, applied: false };
  const staged: StagedPlan = { ...plan, batchRecords: o.batchRecords ?? BATCH_RECORDS };
  if (state === 'staging') {
    // What an attempt before this one kept may be cut otherwise.
    await deleteParts(db, digest);
    let n = 0;
    for await (const data of partsOf(staged)) {
      o.signal?.throwIfAborted();
      const part = n;
      const { result } = await db.write(randomUUID(), (tx) => keepStagedPart.run(tx, { id: digest, attempt, n: part, data, touched: now() }), {
        idleMs: WRITE_IDLE_MS,
      });
      if (!result || result.length === 0) throw taken();
      n += 1;
    }
    o.signal?.throwIfAborted();
    const { result } = await db.write(
      `stage/${digest}/decide/${attempt}`,
      async (tx) => {
        await expectRevision(tx, plan.expectedRevision, { ownImport: digest });
        return beginWriting.run(tx, { id: digest, attempt, at: now() });
      },
      { idleMs: WRITE_IDLE_MS },
    );
    if (!result || result.length === 0) throw taken();
  }
  return writeStaged(db, digest, staged, o);
}

/** Whether what was not written in one transaction may be staged: a server with little memory takes fewer records at once than the limit says. */
export function needsStaging(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'limit' || error.details['staging'] !== undefined);
}

/**
 * Finishes a change that was decided and not written to its end.
 * @param o `leftAlone`: only where nobody has gone on with it for so many milliseconds
 * @returns undefined where there is none
 */
export async function finishStaged(db: Database, o: Pick<StageOptions, 'onProgress'> & { leftAlone?: number } = {}): Promise<Committed | undefined> {
  for (const { id } of await db.read((tx) => closedWithParts.run(tx, {}))) await deleteParts(db, id);
  const before = new Date(Date.now() - (o.leftAlone ?? 0)).toISOString();
  const found = (await db.read((tx) => readStaging.run(tx, {}))).find(({ state, touched }) => state === 'writing' && touched <= before);
  return found && writeStaged(db, found.id, await planOfParts(keptParts(db, found.id)), o);
}

async function* keptParts(db: Database, id: string): AsyncGenerator<string> {
  for (let from = 0; ; from += PARTS_AT_ONCE) {
    const rows = await db.read((tx) => readStagedParts.run(tx, { id, from, before: from + PARTS_AT_ONCE }), { idleMs: WRITE_IDLE_MS });
    if (rows.length === 0) return;
    for (const { data } of rows) yield data;
  }
}

/** Batches are written once each, however many go on with them; the last one makes the revision current. */
async function writeStaged(db: Database, id: string, plan: StagedPlan, { onProgress }: Pick<StageOptions, 'onProgress'>): Promise<Committed> {
  const revision = plan.expectedRevision + 1;
  const steps = planSteps({ ...plan, before: [], operationId: id }, revision);
  // A plan without a record makes a revision all the same.
  const batches = steps.length === 0 ? [[]] : batchesOf(steps, plan.batchRecords);
  const total = batches.reduce((sum, batch) => sum + sizeOf(batch), 0);
  let done = 0;
  for (const [i, batch] of batches.entries()) {
    const isLast = i === batches.length - 1;
    await db.write(
      `stage/${id}/write/${i}`,
      async (tx) => {
        await expectRevision(tx, plan.expectedRevision, { ownImport: id });
        await runSteps(tx, batch);
        await markBatch.run(tx, { id, done: i + 1, state: isLast ? 'published' : 'writing', touched: now() });
        if (isLast) await publish(tx, plan, revision);
      },
      { idleMs: WRITE_IDLE_MS },
    );
    done += sizeOf(batch);
    onProgress?.(done, total);
  }
  await deleteParts(db, id);
  return { revision, applied: true };
}
