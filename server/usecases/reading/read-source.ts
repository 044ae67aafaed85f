/** Reads a source, whose text it carries, who carries it, and the claims that rest on it. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readSource as contract } from '../../contract/routes/sources.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { readClaims } from '../../store/queries/read-claims.ts';
import { readSourceClaims } from '../../store/queries/read-source-claims.ts';
import { readSourceJson } from '../../store/queries/read-source-json.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { readSourceAsOf } from '../../graph/resident/read-source.ts';
import { flatContext, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import { parseSource, voiceContext } from '../../graph/in-database/voice-context.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { claimListItems } from '../views/claim-list-item.ts';
import { sourceView, takenFrom } from '../views/source-view.ts';

type Route = typeof contract;

export async function readSource(db: Database, input: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const clocks = clocksOf(input.query);
  if (hasClocks(clocks)) return readSourceAsOf(await loadViewState(db, clocks, o), input);
  return readFlat(db, (reader) => readNow(reader, input.params.id), o);
}

async function readNow(reader: FlatReader, id: string): Promise<AnswerOf<Route>> {
  const { tx, revision } = reader;
  const [own] = await readSourceJson.run(tx, { rev: revision, id });
  const [resting] = await readSourceClaims.run(tx, { rev: revision, id, limit: API_LIMITS.listResults });
  if (!own || !resting) throw new AppError('not-found', `There is no source "${id}".`);
  const voices = await voiceContext(reader);
  const ids = [...new Set([...resting.readFor, ...resting.rootOf, ...resting.alone])];
  const ctx = await flatContext(reader, await readClaims.run(tx, { rev: revision, ids }));
  const view = (json: string) => sourceView(parseSource(json), voices);
  return {
    source: view(own.json),
    carries: own.carries.map(view),
    carriedBy: own.carriedBy.map(view),
    takesFrom: own.takesFrom.map(({ source, claims }) => takenFrom(parseSource(source), claims, voices)),
    readFor: claimListItems(resting.readFor, ctx),
    rootOf: claimListItems(resting.rootOf, ctx),
    alone: claimListItems(resting.alone, ctx),
    totals: { readFor: resting.readForTotal, rootOf: resting.rootOfTotal, alone: resting.aloneTotal },
    revision,
  };
}
