/** Lists every source with the claims it is read for and is the root of. */
import type { listSources as contract } from '../../contract/routes/sources.ts';
import type { Database } from '../../store/connect.ts';
import { listSourceRows } from '../../store/queries/list-sources.ts';
import { listSourcesAsOf } from '../../graph/resident/list-sources.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { parseSource, voiceContext } from '../../graph/in-database/voice-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { sourceView } from '../views/source-view.ts';

export async function listSources(db: Database, input: Partial<InputOf<typeof contract>> = {}, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const clocks = clocksOf(input.query ?? {});
  if (hasClocks(clocks)) return listSourcesAsOf(await loadViewState(db, clocks, o));
  return readFlat(
    db,
    async (reader) => {
      const ctx = await voiceContext(reader);
      const rows = await listSourceRows.run(reader.tx, { rev: reader.revision });
      const sources = rows.map(({ json, citations, rootOf }) => ({
        ...sourceView(parseSource(json), ctx),
        citations,
        rootOf,
      }));
      return { sources };
    },
    o,
  );
}
