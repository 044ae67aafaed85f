/** Counts what is loaded, and says how far the case is told. */
import type { readStats as contract } from '../../contract/routes/stats.ts';
import type { Dataset } from '../../domain/model/records.ts';
import type { Database } from '../../store/connect.ts';
import { listDatasetRows } from '../../store/queries/list-datasets.ts';
import { countSources } from '../../store/queries/count-sources.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { readStatsAsOf } from '../../graph/resident/read-stats.ts';
import { claimTally, entityCounts } from '../../graph/in-database/claim-tally.ts';
import { voicesOf, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { perRevision } from '../../graph/in-database/per-revision.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { statsAnswer } from '../views/stats-view.ts';

type Answer = AnswerOf<typeof contract>;
const statsAt = perRevision<Answer>();

export async function readStats(db: Database, input: Partial<InputOf<typeof contract>> = {}, o?: CallOptions): Promise<Answer> {
  const clocks = clocksOf(input.query ?? {});
  if (hasClocks(clocks)) return readStatsAsOf(await loadViewState(db, clocks, o));
  return readFlat(db, (reader) => statsAt(db, reader.revision, () => count(reader)), o);
}

async function count(reader: FlatReader): Promise<Answer> {
  const { tx, revision } = reader;
  const claims = await claimTally(reader);
  const entities = await entityCounts(reader);
  const datasets = (await listDatasetRows.run(tx, { rev: revision })).map(({ json }): Dataset => JSON.parse(json));
  const [counted] = await countSources.run(tx, { rev: revision });
  const voices = await voicesOf(reader);
  return statsAnswer({ revision, claims, entities, datasets, sources: counted?.sources ?? 0, voices: voices.size });
}
