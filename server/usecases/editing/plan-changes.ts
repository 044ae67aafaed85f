/** Says what a change would do; nothing is written. */
import type { planChanges as contract } from '../../contract/routes/changes.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { planChange } from './plan-change.ts';
import { reportChange } from './report-change.ts';
import { tellClaims } from '../importing/tell-claims.ts';

/** @throws AppError `conflict` where a record of it was changed since the revision it was read at */
export async function planChanges(db: Database, { body }: Pick<InputOf<typeof contract>, 'body'>, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const planned = await db.read((tx) => planChange(tx, body), o);
  return { ...reportChange(planned), told: tellClaims(planned, planned.joined) };
}
