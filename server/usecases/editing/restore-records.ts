/** Brings a record, or a whole case, back to how it was recorded at a revision or an instant, by a new change set. */
import type { restoreRecords as contract } from '../../contract/routes/changes.ts';
import { recordKey } from '../../domain/importing/change-plan.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { currentRevision, revisionAt } from '../../store/statements/change-sets.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { planRestore } from './plan-undo.ts';
import { reportChange } from './report-change.ts';
import { writePlanned } from './write-planned.ts';

/** @throws AppError `not-found` for a record that was never there; `refused` with every problem where later work rests on what goes; `conflict` where a record of it was changed after `revision` */
export async function restoreRecords(
  db: Database,
  { body: { to, record, dataset, who, why, operation, revision, dryRun } }: Pick<InputOf<typeof contract>, 'body'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  const plan = async (tx: Tx) => {
    const now = await currentRevision(tx);
    const [then] = typeof to === 'number' ? [{ revision: to }] : await revisionAt.run(tx, { rev: now, at: to });
    return planRestore(tx, { to: then?.revision ?? 0, at: revision }, record ? { key: recordKey(record.kind, record.id) } : { dataset: dataset ?? '' });
  };
  if (dryRun) return reportChange(await db.read(plan, o));
  return writePlanned(db, { operation, who, why }, plan, o);
}
