/** Lists claims as rows of a table, by filter in pages or by id, with the dates of what they are read in and the steps of their standing. */
import type { listTableRows as contract } from '../../contract/routes/claims.ts';
import { nodesById } from '../../graph/nodes-by-id.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { edgeEntities } from '../views/edge-view.ts';
import { tableRow } from '../views/table-row.ts';

type Route = typeof contract;

export async function listTableRows(db: Database, { body }: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { filter = {}, clocks, limit, offset } = body;
  return readGraph(
    db,
    clocks,
    async (graph) => {
      const page = body.claims ? undefined : await graph.claims(filter, { order: 'standing', offset, limit });
      const ids = page ? page.claims.map((claim) => claim.id) : [...new Set(body.claims)];
      // The page holds what a drawing needs; steps and sources stand in the records of its claims.
      const ctx = await graph.context({ claims: ids });
      const rows = ids.flatMap((id) => {
        const claim = ctx.records.claims.get(id);
        return (claim && tableRow(claim, ctx)) ?? [];
      });
      return {
        rows: body.claims ? rows.slice(offset, offset + limit) : rows,
        nodes: await nodesById(
          rows.flatMap(({ claim }) => edgeEntities(claim)),
          ctx,
        ),
        total: page?.total ?? rows.length,
        uncertain: page?.uncertain ?? rows.filter(({ claim }) => claim.uncertain).length,
        revision: graph.revision,
      };
    },
    o,
  );
}
