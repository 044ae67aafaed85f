/** Undoes a change set, with later ones where that is asked for, by a new change set. */
import type { undoChange as contract } from '../../../contract/routes/changes.ts';
import type { Database, Tx } from '../../../store/connect.ts';
import type { AnswerOf, CallOptions } from '../../route-types.ts';
import type { LargeChanges, UndoInput } from '../large-changes.ts';
import { planUndo } from './plan-undo.ts';
import { changeSetOf } from '../read-change.ts';
import { reportPast } from './report-past.ts';
import { writePlanned } from '../write-planned.ts';

/**
 * @param o with `large` an undo of very many records is carried out there
 * @throws AppError `not-found` for an unknown change set; `refused` with every problem, naming the later change sets that rest on it; `conflict` where a record of it was changed after `revision`
 */
export async function undoChange(
  db: Database,
  input: UndoInput,
  { large, ...o }: CallOptions & { large?: LargeChanges } = {},
): Promise<AnswerOf<typeof contract>> {
  const { id } = input.params;
  const { who, why, operation, revision, also, keepNeeded = false, dryRun } = input.body;
  const undoes = [...new Set([id, ...also])];
  const plan = async (tx: Tx) => {
    const sets = [];
    for (const one of undoes) sets.push(await changeSetOf(tx, one));
    return planUndo(tx, sets, revision, { keepNeeded });
  };
  const concernsMany = async (tx: Tx) => {
    for (const one of undoes) if ((await changeSetOf(tx, one)).changed === null) return true;
    return false;
  };
  if (large && (await db.read(concernsMany, o))) return large.reportOf({ act: 'undo', input });
  if (dryRun) return db.read(async (tx) => reportPast(tx, await plan(tx)), o);
  return writePlanned(db, { operation, who, why, undoes }, plan, o);
}
