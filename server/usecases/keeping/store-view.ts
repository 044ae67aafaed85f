/** Stores a view under the digest of its content; equal views are stored once. */
import { createHash, randomUUID } from 'node:crypto';
import type { storeView as contract } from '../../contract/routes/view-states.ts';
import { VIEW_LIMITS } from '../../contract/view-link.ts';
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { countViewStates, putViewState, readViewState } from '../../store/statements/questions-and-sets.ts';
import { noteOpened } from './note-opened.ts';
import { refuseFull, STORED_VIEWS, type KeepingLimitValues } from './refuse-full.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;

export async function storeView(db: Database, { body }: Pick<InputOf<Route>, 'body'>, o?: CallOptions, limits?: KeepingLimitValues): Promise<AnswerOf<Route>> {
  const json = canonicalJson(body.view);
  if (json.length > VIEW_LIMITS.text) throw tooLong();
  const digest = createHash('sha256').update(json).digest('hex');
  // A page stores its view often. Where it is stored already there is no write and no lock, but once a day.
  const [stored] = await db.read((tx) => readViewState.run(tx, { digest }), o);
  if (stored) await noteOpened(db, { digest, lastOpened: stored.lastOpened });
  else {
    await db.write(
      randomUUID(),
      async (tx) => {
        const [amount] = await countViewStates.run(tx, {});
        refuseFull(STORED_VIEWS, amount, json, limits);
        return putViewState.run(tx, { digest, json, characters: json.length, at: new Date().toISOString() });
      },
      o,
    );
  }
  return { digest };
}

function tooLong(): AppError {
  const value = VIEW_LIMITS.text;
  return new AppError('limit', `A stored view may have at most ${value} characters.`, { limit: { name: 'viewText', value } });
}
