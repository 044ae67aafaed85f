/** Reads given entities and every claim whose ends and qualifiers all stand among them. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readSubgraph as contract } from '../../contract/routes/subgraph.ts';
import type { Database } from '../../store/connect.ts';
import { readSubgraphRows } from '../../store/queries/read-subgraph.ts';
import { hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { readSubgraphAsOf } from '../../graph/resident/read-subgraph.ts';
import { nodesById } from '../../graph/resident/view-state.ts';
import { flatContext } from '../../graph/in-database/flat-context.ts';
import { SUBGRAPH_HUBS } from '../../graph/in-database/hub.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { edgeViews } from '../views/edge-view.ts';

type Route = typeof contract;

export async function readSubgraph(db: Database, input: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { clocks } = input.body;
  if (hasClocks(clocks)) return readSubgraphAsOf(await loadViewState(db, clocks, o), input);
  const ids = [...new Set(input.body.ids)];
  return readFlat(
    db,
    async (reader) => {
      const rows = await readSubgraphRows.run(reader.tx, {
        rev: reader.revision,
        ids,
        ...SUBGRAPH_HUBS,
        limit: API_LIMITS.subgraphClaims,
      });
      const ctx = await flatContext(reader, rows, ids);
      return {
        nodes: nodesById(ids, ctx),
        edges: edgeViews(ctx.claims, ctx),
        missing: ids.filter((id) => !ctx.node(id)),
        more: Math.max(0, (rows[0]?.total ?? 0) - rows.length),
        revision: reader.revision,
      };
    },
    o,
  );
}
