/** Deletes an entry of the notebook, unless another write came in between. */
import { randomUUID } from 'node:crypto';
import type { deleteNotebookEntry as contract } from '../../contract/routes/notebook.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { readNotebookRow, removeNotebookRow } from '../../store/statements/questions-and-sets.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { keptEntry } from './kept-entry.ts';
import { changedMeanwhile } from './save-entry.ts';

type Route = typeof contract;

export async function deleteEntry(
  db: Database,
  { params: { id }, query: { version } }: Pick<InputOf<Route>, 'params' | 'query'>,
  o?: CallOptions,
): Promise<AnswerOf<Route>> {
  await db.write(
    randomUUID(),
    async (tx) => {
      const [row] = await readNotebookRow.run(tx, { id });
      if (!row) throw new AppError('not-found', `There is no entry "${id}" in the notebook.`);
      if (row.version !== version) throw changedMeanwhile(id, keptEntry(row));
      await removeNotebookRow.run(tx, { id });
    },
    o,
  );
  return { deleted: true };
}
