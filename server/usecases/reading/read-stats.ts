/** Counts what is loaded, and says up to when the case is told. */
import type { readStats as contract } from '../../contract/routes/stats.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { statsAnswer } from '../views/stats-view.ts';

type Route = typeof contract;

export async function readStats(db: Database, { query }: Partial<InputOf<Route>> = {}, o?: CallOptions): Promise<AnswerOf<Route>> {
  return readGraph(db, clocksOf(query), async (graph) => statsAnswer({ ...(await graph.totals()), revision: graph.revision }), o);
}
