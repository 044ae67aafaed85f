/** Reads a change set: who made it, when and why, and what it did to each record. */
import type { readChange as contract } from '../../contract/routes/changes.ts';
import { stateAt } from '../../domain/editing/invert-changes.ts';
import { compareRecords } from '../../domain/importing/compare-records.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { currentRevision, readChangeSet } from '../../store/statements/recording/change-sets.ts';
import { changeSetsAt, type ChangeSetRow } from '../../store/statements/recording/history.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { viewsOf } from './list-changes.ts';
import { keysChangedBy, loadHistories, partsOf } from './undo/load-histories.ts';
import { nameRecords } from './name-records.ts';

/** @throws AppError `not-found` */
export async function readChange(
  db: Database,
  { params: { id }, query: { limit, offset } }: Pick<InputOf<typeof contract>, 'params' | 'query'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  return db.read(async (tx) => {
    const row = await changeSetOf(tx, id);
    const now = await currentRevision(tx);
    const keys = await keysChangedBy(tx, now, [row]);
    const shown = keys.slice(offset, offset + limit);
    const histories = await loadHistories(tx, now, shown, row.revision);
    const [view] = await viewsOf(tx, [row]);
    if (!view) throw notFound(id);
    return {
      ...view,
      records: shown.map((key) => {
        const history = histories.get(key) ?? [];
        const [before, after] = [stateAt(history, row.revision - 1), stateAt(history, row.revision)];
        const did = !before ? ('created' as const) : !after ? ('removed' as const) : ('changed' as const);
        return { ...partsOf(key), did, fields: compareRecords(parsed(before?.json), parsed(after?.json)) };
      }),
      names: await nameRecords(tx, now, histories),
      total: keys.length,
    };
  }, o);
}

/** @throws AppError `not-found` */
export async function changeSetOf(tx: Tx, id: string): Promise<ChangeSetRow> {
  const [made] = await readChangeSet.run(tx, { id });
  const [row] = made ? await changeSetsAt.run(tx, { revisions: [made.revision] }) : [];
  if (!row) throw notFound(id);
  return row;
}

const notFound = (id: string) =>
  new AppError(
    'not-found',
    `There is no change set ${JSON.stringify(id)}. Where it is the id of an operation, that was not applied. GET /api/changes lists all.`,
  );

const parsed = (json: string | undefined): object => (json === undefined ? {} : (JSON.parse(json) as object));
