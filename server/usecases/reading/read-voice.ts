/** Reads a voice, its stake, its sources, and the claims that rest on it, alone and with others. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readVoice as contract } from '../../contract/routes/sources.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { readClaims } from '../../store/queries/read-claims.ts';
import { readVoiceClaims } from '../../store/queries/read-voice-claims.ts';
import { readVoiceJson } from '../../store/queries/read-voice-json.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { readVoiceAsOf } from '../../graph/resident/read-source.ts';
import { flatContext, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import { parseSource, parseVoice, voiceContext } from '../../graph/in-database/voice-context.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { claimListItems } from '../views/claim-list-item.ts';
import { voiceReference } from '../views/references.ts';
import { sourceView, voiceView } from '../views/source-view.ts';

type Route = typeof contract;

export async function readVoice(db: Database, input: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const clocks = clocksOf(input.query);
  if (hasClocks(clocks)) return readVoiceAsOf(await loadViewState(db, clocks, o), input);
  return readFlat(db, (reader) => readNow(reader, input.params.id), o);
}

async function readNow(reader: FlatReader, id: string): Promise<AnswerOf<Route>> {
  const { tx, revision } = reader;
  const [own] = await readVoiceJson.run(tx, { rev: revision, id });
  const [resting] = await readVoiceClaims.run(tx, { rev: revision, id, limit: API_LIMITS.listResults });
  if (!own || !resting) throw new AppError('not-found', `There is no voice "${id}".`);
  const voices = await voiceContext(reader);
  const ids = [...new Set([...resting.claims, ...resting.alone])];
  const ctx = await flatContext(reader, await readClaims.run(tx, { rev: revision, ids }));
  return {
    voice: voiceView(parseVoice(own.json), voices),
    sources: own.sources.map((json) => sourceView(parseSource(json), voices)),
    claims: claimListItems(resting.claims, ctx),
    alone: claimListItems(resting.alone, ctx),
    totals: { claims: resting.claimsTotal, alone: resting.aloneTotal },
    carriedBy: resting.carriedBy.map((voice) => voiceReference(voice, voices)),
    takesFrom: own.takesFrom.map(({ voice, claims }) => ({ ...voiceReference(voice, voices), claims })),
    revision,
  };
}
