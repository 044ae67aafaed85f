/** An undo or a restore of very many records is worked out elsewhere, for longer than a request may take; whoever sends it again hears what became of it. */
import type { ChangeReport, restoreRecords, undoChange } from '../../../contract/routes/changes.ts';
import { canonicalJson } from '../../../domain/model/canonical-json.ts';
import { AppError } from '../../../domain/model/errors.ts';
import type { Tx } from '../../../store/connect.ts';
import { changedKeys } from '../../../store/statements/recording/change-sets.ts';
import type { InputOf } from '../../route-types.ts';

export type UndoInput = Pick<InputOf<typeof undoChange>, 'params' | 'body'>;
export type RestoreInput = Pick<InputOf<typeof restoreRecords>, 'body'>;
/** Inputs of the two use cases, as messages between processes. */
export type LargeChange = { act: 'undo'; input: UndoInput } | { act: 'restore'; input: RestoreInput };
/** Carries it out in another process. */
export type RunChange = (change: LargeChange) => Promise<ChangeReport>;
export interface LargeChanges {
  /**
   * The report of a change that was begun by this call or an earlier one with the same input.
   * @throws AppError `timeout` with the seconds after which to send the same again, where it takes longer than a request may; else what the change throws
   */
  reportOf(change: LargeChange): Promise<ChangeReport>;
}

/** Milliseconds after which a request is told to ask again: less than its deadline. */
const ANSWER_MS = 6_000;
const RETRY_AFTER_S = 1;
/** Milliseconds that what became of a change is kept for whoever asks again. */
const KEPT_MS = 120_000;

export function createLargeChanges(run: RunChange, answerMs: number = ANSWER_MS): LargeChanges {
  const begun = new Map<string, Promise<ChangeReport>>();
  return {
    async reportOf(change) {
      const key = keyOf(change);
      let report = begun.get(key);
      if (!report) {
        report = run(change);
        begun.set(key, report);
        const forget = () => void setTimeout(() => begun.delete(key), KEPT_MS).unref();
        report.then(forget, forget);
      }
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        const told = 'This concerns very many records and is still being worked out or written. Send the same again to hear what became of it.';
        timer = setTimeout(() => reject(new AppError('timeout', told, { retryAfter: RETRY_AFTER_S, remedy: 'send the same again' })), answerMs);
      });
      return Promise.race([report, late]).finally(() => clearTimeout(timer));
    },
  };
}

/** Of a plan it does not matter who asks for it. */
function keyOf({ act, input }: LargeChange): string {
  const { who: _who, why: _why, operation: _operation, ...asked } = input.body;
  const params = 'params' in input ? input.params : null;
  return canonicalJson([act, params, input.body.dryRun ? asked : input.body] as never);
}

/** Whether a change set after a revision wrote too many records to name them. */
export async function isLarge(tx: Tx, after: number, upTo: number): Promise<boolean> {
  return (await changedKeys.run(tx, { after, rev: upTo })).some(({ changed }) => changed === null);
}
