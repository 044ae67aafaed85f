/** Counts for each two voices the claims that both are origins of. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readVoiceOverlap as contract } from '../../contract/routes/sources.ts';
import { voiceOverlapInSlices } from '../../domain/corroboration/voice-overlap.ts';
import { readGraph } from '../../graph/open-graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { voiceReference } from '../views/references.ts';
import { visibleFigures } from './visible-figures.ts';

type Route = typeof contract;

export async function readVoiceOverlap(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const whole = await graph.whole();
      const { voices, inAll, pairs } = await runInSlices(
        voiceOverlapInSlices(await runInSlices(visibleFigures(whole, query.datasets)), API_LIMITS.overlapVoices),
      );
      return {
        voices: voices.map(({ voice, claims, alone }) => ({ ...voiceReference(voice, whole), claims, alone })),
        inAll,
        pairs,
        revision: graph.revision,
      };
    },
    o,
  );
}
