/** What others changed of some records after a revision, told field by field. */
import { stateAt } from '../../domain/editing/invert-changes.ts';
import type { RecordKey } from '../../domain/importing/change-plan.ts';
import { compareRecords } from '../../domain/importing/compare-records.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import type { Tx } from '../../store/connect.ts';
import { changeSetsAt } from '../../store/statements/recording/history.ts';
import { loadHistories, partsOf } from './undo/load-histories.ts';

/**
 * @param revision that at which the records were read or the change was planned; `now` is the current one
 * @throws AppError `refused` for a revision that does not exist yet; `conflict` where one of the records was changed after it, naming what was changed and by whom
 */
export async function refuseChangedSince(
  tx: Tx,
  now: number,
  keys: readonly RecordKey[],
  revision: number,
  { added = 'refused' }: { /** What becomes of a change beside records that others added. */ added?: 'refused' | 'stands' } = {},
): Promise<void> {
  refuseBeyond(now, revision, '/revision');
  const later = await changesSince(tx, now, keys, revision, added === 'stands');
  if (later.length === 0) return;
  const which = later.length === 1 ? 'A record of this change was' : `${later.length} records of this change were`;
  throw new AppError('conflict', `${which} changed by others meanwhile. Nothing was written.`, {
    problems: later,
    revision: now,
    remedy: 'read these records again, and make the change to them as they are now',
  });
}

/** @throws AppError `refused` for a revision that does not exist yet; `pointer` is its place in the body */
export function refuseBeyond(now: number, revision: number, pointer: string): void {
  if (revision <= now) return;
  const message = `the revision ${revision} does not exist yet: the newest is ${now}`;
  throw new AppError('refused', message, { problems: [{ code: 'refused', message, remedy: 'send the revision of the answer that you read', pointer }] });
}

/** One problem for each record that differs from what it was at the revision. */
async function changesSince(tx: Tx, now: number, keys: readonly RecordKey[], revision: number, mayBeAdded: boolean): Promise<Problem[]> {
  if (revision === now || keys.length === 0) return [];
  const histories = await loadHistories(tx, now, keys, revision + 1);
  const problems: Problem[] = [];
  for (const [key, history] of histories) {
    const [then, present] = [stateAt(history, revision), stateAt(history, now)];
    if (then?.json === present?.json || (!then && mayBeAdded)) continue;
    const { kind, id } = partsOf(key);
    const last = Math.max(...history.flatMap(({ from, to }) => [from, to ?? 0]));
    const [by] = await changeSetsAt.run(tx, { revisions: [last] });
    const who = by ? ` by ${JSON.stringify(by.who)} at ${by.at} (${JSON.stringify(by.why)})` : '';
    const what = !present ? 'removed' : !then ? 'made' : `changed (${fieldsOf(then.json, present.json)})`;
    problems.push({
      code: 'changed-since',
      message: `the ${kind} ${JSON.stringify(id)} was ${what}${who}, after revision ${revision}`,
      remedy: 'read it again, and make the change to it as it is now',
    });
  }
  return problems;
}

function fieldsOf(before: string, after: string): string {
  return compareRecords(JSON.parse(before) as object, JSON.parse(after) as object)
    .map(({ field }) => field)
    .join(', ');
}
