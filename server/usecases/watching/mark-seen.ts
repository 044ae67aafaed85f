/** Marks the answer of a watch as seen up to an instant. */
import { randomUUID } from 'node:crypto';
import type { markWatchSeen as contract } from '../../contract/routes/watches.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { markWatchSeen, readWatchRow } from '../../store/statements/watches.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { newestInstant, seenUpTo, watchOfRow } from './kept-watch.ts';

type Route = typeof contract;

export async function markSeen(
  db: Database,
  { params: { id }, body: { until } }: Pick<InputOf<Route>, 'params' | 'body'>,
  o?: CallOptions,
): Promise<AnswerOf<Route>> {
  const { result } = await db.write(
    randomUUID(),
    async (tx) => {
      const seen = seenUpTo(until, await newestInstant(tx), '/until');
      const [stored] = await readWatchRow.run(tx, { id });
      if (!stored) throw new AppError('not-found', `There is no watch "${id}".`);
      await markWatchSeen.run(tx, { id, seen });
      return { ...stored, seen };
    },
    o,
  );
  if (result) return watchOfRow(result);
  throw new AppError('outcome-unknown', `Whether the watch "${id}" was marked is not known; read it again.`);
}
