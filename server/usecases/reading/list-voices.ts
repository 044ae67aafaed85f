/** Lists every voice with its stake and the number of claims it is an origin of. */
import type { listVoices as contract } from '../../contract/routes/sources.ts';
import type { Database } from '../../store/connect.ts';
import { tallyVoices } from '../../store/queries/tally-voices.ts';
import { listVoicesAsOf } from '../../graph/resident/list-sources.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import { voiceContext } from '../../graph/in-database/voice-context.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { voiceView } from '../views/source-view.ts';

export async function listVoices(db: Database, input: Partial<InputOf<typeof contract>> = {}, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const clocks = clocksOf(input.query ?? {});
  if (hasClocks(clocks)) return listVoicesAsOf(await loadViewState(db, clocks, o));
  return readFlat(
    db,
    async (reader) => {
      const ctx = await voiceContext(reader);
      const rows = await tallyVoices.run(reader.tx, { rev: reader.revision });
      const tally = new Map(rows.map((row) => [row.voice, row]));
      const voices = [...ctx.records.voices.values()].map((voice) => {
        const counts = tally.get(voice.id);
        return { ...voiceView(voice, ctx), claims: counts?.claims ?? 0, alone: counts?.alone ?? 0 };
      });
      return { voices };
    },
    o,
  );
}
