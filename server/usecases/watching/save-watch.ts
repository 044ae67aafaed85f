/** Sets or replaces a watch. Refused where another write changed it since it was read. */
import { randomUUID } from 'node:crypto';
import type { saveWatch as contract } from '../../contract/routes/watches.ts';
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { countWatches, readWatchRow, writeWatchRow } from '../../store/statements/watches.ts';
import { refuseFull, WATCHES, type KeepingLimitValues } from '../keeping/refuse-full.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { newestInstant, seenUpTo, watchOfRow, type WatchContent } from './kept-watch.ts';

type Route = typeof contract;

export async function saveWatch(
  db: Database,
  { params: { id }, body }: Pick<InputOf<Route>, 'params' | 'body'>,
  o?: CallOptions,
  limits?: KeepingLimitValues,
): Promise<AnswerOf<Route>> {
  const { version: expected, seen: asked, ...content } = body;
  const json = JSON.stringify(content satisfies WatchContent);
  // The store takes its lock first, so nothing can change between this read and the write.
  const { result } = await db.write(
    randomUUID(),
    async (tx) => {
      const [stored] = await readWatchRow.run(tx, { id });
      if (expected !== undefined && expected !== (stored?.version ?? 0))
        throw new AppError('conflict', `The watch "${id}" was changed since it was read; read it again.`);
      const [amount] = await countWatches.run(tx, {});
      const others = { number: (amount?.number ?? 0) - (stored ? 1 : 0), characters: (amount?.characters ?? 0) - (stored?.json.length ?? 0) };
      refuseFull(WATCHES, others, json, limits);
      const newest = await newestInstant(tx);
      const seen = asked === undefined ? (keptSeen(stored, content) ?? newest) : seenUpTo(asked, newest, '/seen');
      const [written] = await writeWatchRow.run(tx, { id, json, seen });
      return { id, json, seen, version: written?.version ?? 1 };
    },
    o,
  );
  if (result) return watchOfRow(result);
  throw new AppError('outcome-unknown', `Whether the watch "${id}" was written is not known; read it again.`);
}

/** Under another title the answer was seen as far as before; of another question nothing was. */
function keptSeen(stored: Parameters<typeof watchOfRow>[0] | undefined, { question }: WatchContent): string | undefined {
  return stored && canonicalJson(watchOfRow(stored).question) === canonicalJson(question) ? stored.seen : undefined;
}
