/** Brings a record, or a whole case, back to how it was recorded at a revision or an instant, by a new change set. */
import type { restoreRecords as contract } from '../../../contract/routes/changes.ts';
import { recordKey } from '../../../domain/importing/change-plan.ts';
import type { Database, Tx } from '../../../store/connect.ts';
import { currentRevision, revisionAt, revisionState } from '../../../store/statements/recording/change-sets.ts';
import type { AnswerOf, CallOptions } from '../../route-types.ts';
import { isLarge, type LargeChanges, type RestoreInput } from '../large-changes.ts';
import { planRestore } from './plan-undo.ts';
import { reportPast } from './report-past.ts';
import { writePlanned } from '../write-planned.ts';

/**
 * @param o with `large` a restore of very many records is carried out there
 * @throws AppError `not-found` for a record that was never there; `refused` with every problem where later work rests on what goes; `conflict` where a record of it was changed after `revision`
 */
export async function restoreRecords(
  db: Database,
  input: RestoreInput,
  { large, ...o }: CallOptions & { large?: LargeChanges } = {},
): Promise<AnswerOf<typeof contract>> {
  const { to, record, dataset, who, why, operation, revision, dryRun } = input.body;
  const revisionOf = async (tx: Tx, now: number) => {
    const [then] = typeof to === 'number' ? [{ revision: to }] : await revisionAt.run(tx, { rev: now, at: to });
    return then?.revision ?? 0;
  };
  const concernsMany = async (tx: Tx) => {
    const { revision: now } = await revisionState(tx);
    return isLarge(tx, await revisionOf(tx, now), now);
  };
  if (large && dataset !== undefined && (await db.read(concernsMany, o))) return large.reportOf({ act: 'restore', input });
  const plan = async (tx: Tx) => {
    const then = await revisionOf(tx, await currentRevision(tx));
    return planRestore(tx, { to: then, at: revision }, record ? { key: recordKey(record.kind, record.id) } : { dataset: dataset ?? '' });
  };
  if (dryRun) return db.read(async (tx) => reportPast(tx, await plan(tx)), o);
  return writePlanned(db, { operation, who, why }, plan, o);
}
