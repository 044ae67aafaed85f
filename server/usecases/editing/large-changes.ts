/** An undo or a restore of very many records, or the removal or copy of a large case, is worked out elsewhere, for longer than a request may take; whoever sends it again hears what became of it. */
import type { copyCase, removeCase } from '../../contract/routes/cases.ts';
import type { ChangeReport, restoreRecords, undoChange } from '../../contract/routes/changes.ts';
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import type { Tx } from '../../store/connect.ts';
import { changedKeys } from '../../store/statements/recording/change-sets.ts';
import { begunOnce } from '../begun-once.ts';
import type { InputOf } from '../route-types.ts';

export type UndoInput = Pick<InputOf<typeof undoChange>, 'params' | 'body'>;
export type RestoreInput = Pick<InputOf<typeof restoreRecords>, 'body'>;
export type RemovalInput = Pick<InputOf<typeof removeCase>, 'params' | 'body'>;
export type CopyInput = Pick<InputOf<typeof copyCase>, 'params' | 'body'>;
/** Inputs of the use cases, as messages between processes. */
export type LargeChange =
  | { act: 'undo'; input: UndoInput }
  | { act: 'restore'; input: RestoreInput }
  | { act: 'remove-case'; input: RemovalInput }
  | { act: 'copy-case'; input: CopyInput };
/** Carries it out in another process. */
export type RunChange = (change: LargeChange) => Promise<ChangeReport>;
export interface LargeChanges {
  /**
   * The report of a change that was begun by this call or an earlier one with the same input.
   * @throws AppError `timeout` with the seconds after which to send the same again, where it takes longer than a request may; else what the change throws
   */
  reportOf(change: LargeChange): Promise<ChangeReport>;
}

/** Records of a case above which its removal or copy is one: fewer are written within the time of a request on a busy machine, too. */
export const LARGE_CASE = 2_000;

const TOLD = 'This concerns very many records and is still being worked out or written. Send the same again to hear what became of it.';

export function createLargeChanges(run: RunChange, answerMs?: number): LargeChanges {
  const begun = begunOnce<ChangeReport>(TOLD, answerMs === undefined ? {} : { answerMs });
  return { reportOf: (change) => begun.of(keyOf(change), () => run(change)) };
}

/** Of a plan it does not matter who asks for it. */
function keyOf({ act, input }: LargeChange): string {
  const { who: _who, why: _why, operation: _operation, ...asked } = input.body;
  // A route without parts in its path gives none.
  const params = ('params' in input ? input.params : undefined) ?? null;
  const isPlan = 'dryRun' in input.body && input.body.dryRun;
  return canonicalJson([act, params, isPlan ? asked : input.body] as never);
}

/** Whether a change set after a revision wrote too many records to name them. */
export async function isLarge(tx: Tx, after: number, upTo: number): Promise<boolean> {
  return (await changedKeys.run(tx, { after, rev: upTo })).some(({ changed }) => changed === null);
}
