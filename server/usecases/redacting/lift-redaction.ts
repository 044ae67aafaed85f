/** Lets a person who was redacted be named again. */
import { randomUUID } from 'node:crypto';
import type { liftRedaction as contract } from '../../contract/routes/keeping/redactions.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { liftRedaction as lift } from '../../store/statements/redactions.ts';
import type { KeptBackups } from './kept-backups.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

/** @throws AppError `not-found` */
export async function liftRedaction(
  db: Database,
  backups: KeptBackups | undefined,
  { params: { id } }: Pick<InputOf<typeof contract>, 'params'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  const { result } = await db.write(randomUUID(), async (tx) => (await lift.run(tx, { id }))[0]?.n ?? 0, o);
  if (result === 0) throw new AppError('not-found', `There is no redaction ${JSON.stringify(id)}.`, { remedy: 'GET /api/redactions lists all' });
  await backups?.forgetRedaction(id);
  return { lifted: true };
}
