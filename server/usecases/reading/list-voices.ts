/** Lists every voice with its stake and the number of claims it is an origin of. */
import type { listVoices as contract } from '../../contract/routes/sources.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { voiceView } from '../views/source-view.ts';

type Route = typeof contract;

export async function listVoices(db: Database, { query }: Partial<InputOf<Route>> = {}, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { voices, ctx } = await readGraph(db, clocksOf(query), (graph) => graph.voices(), o);
  return { voices: voices.map(({ voice, claims, alone }) => ({ ...voiceView(voice, ctx), claims, alone })) };
}
