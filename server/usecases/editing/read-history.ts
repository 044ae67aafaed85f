/** Reads the states that a record had, newest first. */
import type { readHistory as contract } from '../../contract/routes/changes.ts';
import { changesOf, stateAt } from '../../domain/editing/invert-changes.ts';
import { recordKey } from '../../domain/importing/change-plan.ts';
import { compareRecords } from '../../domain/importing/compare-records.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/change-sets.ts';
import { changeSetsAt } from '../../store/statements/history.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { viewsOf } from './list-changes.ts';
import { loadHistories } from './load-histories.ts';

/** @throws AppError `not-found` where the record was never there */
export async function readHistory(
  db: Database,
  { params: { kind, id } }: Pick<InputOf<typeof contract>, 'params'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  return db.read(async (tx) => {
    const revision = await currentRevision(tx);
    const key = recordKey(kind, id);
    const history = (await loadHistories(tx, revision, [key], 0)).get(key);
    if (!history) throw new AppError('not-found', `There never was a record of the kind ${kind} with the id ${JSON.stringify(id)}.`);
    const revisions = changesOf(history);
    const made = new Map((await viewsOf(tx, await changeSetsAt.run(tx, { revisions }))).map((view) => [view.revision, view]));
    const states = revisions.toReversed().flatMap((at) => {
      const by = made.get(at);
      const record = jsonOf(stateAt(history, at)?.json);
      return by ? [{ record, fields: compareRecords(jsonOf(stateAt(history, at - 1)?.json) ?? {}, record ?? {}), by }] : [];
    });
    return { states, revision };
  }, o);
}

const jsonOf = (json: string | undefined): object | null => (json === undefined ? null : (JSON.parse(json) as object));
