/** Reads the states that a record had, newest first. */
import type { readHistory as contract } from '../../contract/routes/changes.ts';
import { changesOf, stateAt, type RecordHistory } from '../../domain/editing/invert-changes.ts';
import { recordKey, type RecordKey } from '../../domain/importing/change-plan.ts';
import { compareRecords } from '../../domain/importing/compare-records.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { changeSetsAt } from '../../store/statements/recording/history.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { viewsOf } from './list-changes.ts';
import { citationKeysOf, loadHistories, partsOf } from './undo/load-histories.ts';
import { nameRecords } from './name-records.ts';

/** @throws AppError `not-found` where the record was never there */
export async function readHistory(
  db: Database,
  { params: { kind, id } }: Pick<InputOf<typeof contract>, 'params'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  return db.read(async (tx) => {
    const revision = await currentRevision(tx);
    const key = recordKey(kind, id);
    const keys = [key, ...(await citationKeysOf(tx, revision, key))];
    const histories = await loadHistories(tx, revision, keys, 0);
    if (!histories.has(key)) throw new AppError('not-found', `There never was a record of the kind ${kind} with the id ${JSON.stringify(id)}.`);
    const revisions = [...new Set([...histories.values()].flatMap(changesOf))];
    const made = new Map((await viewsOf(tx, await changeSetsAt.run(tx, { revisions }))).map((view) => [view.revision, view]));
    // Newest first; of one change set the record itself before its citations.
    const states = revisions
      .sort((a, b) => b - a)
      .flatMap((at) => {
        const by = made.get(at);
        const changed = keys.flatMap((of) => (changesOf(histories.get(of) ?? []).includes(at) ? [stateOf(of, histories.get(of) ?? [], at)] : []));
        return by ? changed.map((state) => ({ ...state, by })) : [];
      });
    return { states, names: await nameRecords(tx, revision, histories), revision };
  }, o);
}

function stateOf(of: RecordKey, history: RecordHistory, at: number) {
  const record = jsonOf(stateAt(history, at)?.json);
  return { of: partsOf(of), record, fields: compareRecords(jsonOf(stateAt(history, at - 1)?.json) ?? {}, record ?? {}) };
}

const jsonOf = (json: string | undefined): object | null => (json === undefined ? null : (JSON.parse(json) as object));
