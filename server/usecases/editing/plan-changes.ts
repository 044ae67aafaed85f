/** Says what a change would do; nothing is written. */
import type { planChanges as contract } from '../../contract/routes/changes.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { nameProblems } from './name-records.ts';
import { planChange } from './plan-change.ts';
import { reportChange } from './report-change.ts';
import { tellClaims } from '../importing/tell-claims.ts';

/** @throws AppError `conflict` where a record of it was changed since the revision it was read at */
export async function planChanges(db: Database, { body }: Pick<InputOf<typeof contract>, 'body'>, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  return db.read(async (tx) => {
    const planned = await planChange(tx, body);
    const report = reportChange(planned);
    return { ...report, problems: await nameProblems(tx, planned.revision, report.problems), told: tellClaims(planned, planned.joined) };
  }, o);
}
