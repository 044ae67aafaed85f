/** Writes a change as one change set. */
import type { commitChange as contract } from '../../contract/routes/changes.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { planChange } from './plan-change.ts';
import { writePlanned } from './write-planned.ts';

/** @throws AppError `refused` with every problem; `conflict` where a record of it was changed since the revision it was read at */
export async function commitChange(db: Database, { body }: Pick<InputOf<typeof contract>, 'body'>, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  return writePlanned(db, body, (tx) => planChange(tx, body), o);
}
