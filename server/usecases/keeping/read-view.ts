/** Reads a stored view by its digest, and notes that it was opened. */
import { API_LIMITS } from '../../contract/parts.ts';
import { readView as contract } from '../../contract/routes/view-states.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { readViewState } from '../../store/statements/questions-and-sets.ts';
import { noteOpened } from './note-opened.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;

/** @throws AppError `not-found` where no view has this digest */
export async function readView(db: Database, { params: { digest } }: Pick<InputOf<Route>, 'params'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const [stored] = await db.read((tx) => readViewState.run(tx, { digest }), o);
  if (!stored) {
    throw new AppError(
      'not-found',
      `This view is not stored on this server. Views that nothing has opened for ${API_LIMITS.storedViewDays} days are removed (limit storedViewDays).`,
    );
  }
  await noteOpened(db, { digest, lastOpened: stored.lastOpened });
  return contract.response.parse({ view: JSON.parse(stored.json) });
}
