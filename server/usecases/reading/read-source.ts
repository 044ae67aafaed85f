/** Reads a source, the source whose text it carries, the sources that carry it, and the claims that rest on it. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readSource as contract } from '../../contract/routes/sources.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { claimListItems } from '../views/claim-list-item.ts';
import { sourceView, takenFrom } from '../views/source-view.ts';

type Route = typeof contract;

export async function readSource(db: Database, { params, query }: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { ctx, ...found } = await graph.source(params.id, API_LIMITS.listResults);
      return {
        source: sourceView(found.source, ctx),
        carries: found.carries.map((source) => sourceView(source, ctx)),
        carriedBy: found.carriedBy.map((source) => sourceView(source, ctx)),
        takesFrom: found.takesFrom.map(({ source, claims }) => takenFrom(source, claims, ctx)),
        readFor: claimListItems(found.readFor.ids, ctx),
        rootOf: claimListItems(found.rootOf.ids, ctx),
        alone: claimListItems(found.alone.ids, ctx),
        totals: { readFor: found.readFor.total, rootOf: found.rootOf.total, alone: found.alone.total },
        revision: graph.revision,
      };
    },
    o,
  );
}
