/** Creates or replaces a saved set. Refused where another write changed it since it was read. */
import { randomUUID } from 'node:crypto';
import type { saveSet as contract } from '../../contract/routes/saved-sets.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { countSavedSets, readSavedSet, writeSavedSet } from '../../store/statements/questions-and-sets.ts';
import { refuseFull, SAVED_SETS, type KeepingLimitValues } from './refuse-full.ts';
import { savedSetOfRow } from './saved-set.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;

export async function saveSet(
  db: Database,
  { params: { id }, body }: Pick<InputOf<Route>, 'params' | 'body'>,
  o?: CallOptions,
  limits?: KeepingLimitValues,
): Promise<AnswerOf<Route>> {
  const { revision: expected, ...content } = body;
  const json = JSON.stringify({ id, ...content });
  // The store takes its lock first, so nothing can change between this read and the write.
  const { result } = await db.write(
    randomUUID(),
    async (tx) => {
      const [stored] = await readSavedSet.run(tx, { id });
      if (expected !== undefined && expected !== (stored?.revision ?? 0)) {
        throw new AppError('conflict', `The saved set "${id}" was changed since it was read; read it again.`);
      }
      const [amount] = await countSavedSets.run(tx, {});
      const others = { number: (amount?.number ?? 0) - (stored ? 1 : 0), characters: (amount?.characters ?? 0) - (stored?.json.length ?? 0) };
      refuseFull(SAVED_SETS, others, json, limits);
      const [written] = await writeSavedSet.run(tx, { id, json });
      return { json, revision: written?.revision ?? 1 };
    },
    o,
  );
  if (result) return savedSetOfRow(result);
  throw new AppError('outcome-unknown', `Whether the saved set "${id}" was written is not known; read it again.`);
}
