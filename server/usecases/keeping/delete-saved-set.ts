/** Deletes a saved set. */
import { randomUUID } from 'node:crypto';
import type { deleteSavedSet as contract } from '../../contract/routes/saved-sets.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { removeSavedSet } from '../../store/statements/questions-and-sets.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;

export async function deleteSavedSet(db: Database, { params: { id } }: Pick<InputOf<Route>, 'params'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  await db.write(
    randomUUID(),
    async (tx) => {
      const [row] = await removeSavedSet.run(tx, { id });
      if ((row?.deleted ?? 0) === 0) throw new AppError('not-found', `There is no saved set "${id}".`);
    },
    o,
  );
  return { deleted: true };
}
