/** What others changed of some records after a revision, told field by field. */
import { stateAt } from '../../domain/editing/invert-changes.ts';
import type { RecordKey } from '../../domain/importing/change-plan.ts';
import { compareRecords } from '../../domain/importing/compare-records.ts';
import type { Problem } from '../../domain/model/errors.ts';
import type { Tx } from '../../store/connect.ts';
import { changeSetsAt } from '../../store/statements/history.ts';
import { loadHistories, partsOf } from './load-histories.ts';

/** One problem for each record that differs from what it was at the revision. */
export async function changesSince(tx: Tx, now: number, keys: readonly RecordKey[], revision: number): Promise<Problem[]> {
  if (revision === now || keys.length === 0) return [];
  const histories = await loadHistories(tx, now, keys, revision + 1);
  const problems: Problem[] = [];
  for (const [key, history] of histories) {
    const [then, present] = [stateAt(history, revision), stateAt(history, now)];
    if (then?.json === present?.json) continue;
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
