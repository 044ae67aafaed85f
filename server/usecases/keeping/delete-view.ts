/** Deletes a stored view. */
import { randomUUID } from 'node:crypto';
import type { deleteView as contract } from '../../contract/routes/view-states.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { removeViewState } from '../../store/statements/questions-and-sets.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;

export async function deleteView(db: Database, { params: { digest } }: Pick<InputOf<Route>, 'params'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  await db.write(
    randomUUID(),
    async (tx) => {
      const [row] = await removeViewState.run(tx, { digest });
      if ((row?.deleted ?? 0) === 0) throw new AppError('not-found', 'This view is not stored on this server.');
    },
    o,
  );
  return { deleted: true };
}
