/** Undoes a change set, with later ones where that is asked for, by a new change set. */
import type { undoChange as contract } from '../../contract/routes/changes.ts';
import type { Database, Tx } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { planUndo } from './plan-undo.ts';
import { changeSetOf } from './read-change.ts';
import { reportChange } from './report-change.ts';
import { writePlanned } from './write-planned.ts';

/** @throws AppError `not-found` for an unknown change set; `refused` with every problem, naming the later change sets that rest on it; `conflict` where a record of it was changed after `revision` */
export async function undoChange(
  db: Database,
  { params: { id }, body: { who, why, operation, revision, also, dryRun } }: Pick<InputOf<typeof contract>, 'params' | 'body'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  const undoes = [...new Set([id, ...also])];
  const plan = async (tx: Tx) => {
    const sets = [];
    for (const one of undoes) sets.push(await changeSetOf(tx, one));
    return planUndo(tx, sets, revision);
  };
  if (dryRun) return reportChange(await db.read(plan, o));
  return writePlanned(db, { operation, who, why, undoes }, plan, o);
}
