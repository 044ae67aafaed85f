/** Lists every source with the numbers of claims it is read for and is the root of. */
import type { listSources as contract } from '../../contract/routes/sources.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { sourceView } from '../views/source-view.ts';

type Route = typeof contract;

export async function listSources(db: Database, { query }: Partial<InputOf<Route>> = {}, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { sources, ctx } = await readGraph(db, clocksOf(query), (graph) => graph.sources(), o);
  return { sources: sources.map(({ source, readFor, rootOf }) => ({ ...sourceView(source, ctx), citations: readFor, rootOf })) };
}
