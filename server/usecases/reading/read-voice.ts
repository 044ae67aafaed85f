/** Reads a voice, its stake, its sources, and the claims that rest on it, alone and with others. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readVoice as contract } from '../../contract/routes/sources.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { claimListItems } from '../views/claim-list-item.ts';
import { voiceReference } from '../views/references.ts';
import { sourceView, voiceView } from '../views/source-view.ts';

type Route = typeof contract;

export async function readVoice(db: Database, { params, query }: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { ctx, ...found } = await graph.voice(params.id, API_LIMITS.listResults);
      return {
        voice: voiceView(found.voice, ctx),
        sources: found.sources.map((source) => sourceView(source, ctx)),
        claims: claimListItems(found.claims.ids, ctx),
        alone: claimListItems(found.alone.ids, ctx),
        totals: { claims: found.claims.total, alone: found.alone.total },
        carriedBy: found.carriedBy.map((voice) => voiceReference(voice, ctx)),
        takesFrom: found.takesFrom.map(({ voice, claims }) => ({ ...voiceReference(voice, ctx), claims })),
        revision: graph.revision,
      };
    },
    o,
  );
}
