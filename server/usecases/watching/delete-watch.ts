/** Deletes a watch. */
import { randomUUID } from 'node:crypto';
import type { deleteWatch as contract } from '../../contract/routes/watches.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { removeWatchRow } from '../../store/statements/watches.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;

export async function deleteWatch(db: Database, { params: { id } }: Pick<InputOf<Route>, 'params'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  await db.write(
    randomUUID(),
    async (tx) => {
      const [row] = await removeWatchRow.run(tx, { id });
      if ((row?.deleted ?? 0) === 0) throw new AppError('not-found', `There is no watch "${id}".`);
    },
    o,
  );
  return { deleted: true };
}
