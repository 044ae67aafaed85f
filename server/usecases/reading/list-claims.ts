/** Lists the claims that pass a filter, a page at a time, with exact totals. */
import type { listClaims as contract } from '../../contract/routes/claims.ts';
import type { Database } from '../../store/connect.ts';
import { listClaimRows } from '../../store/queries/list-claims.ts';
import { listClaimsAsOf } from '../../graph/resident/list-claims.ts';
import { hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { nodesById } from '../../graph/resident/view-state.ts';
import { filterParams } from '../../graph/in-database/filter-params.ts';
import { flatContext } from '../../graph/in-database/flat-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { edgeEntities, edgeViews } from '../views/edge-view.ts';

type Route = typeof contract;

export async function listClaims(db: Database, input: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { filter, clocks, order, limit, offset } = input.body;
  if (hasClocks(clocks)) return listClaimsAsOf(await loadViewState(db, clocks, o), input);
  return readFlat(
    db,
    async (reader) => {
      const asked = { rev: reader.revision, ...filterParams(filter), order };
      const rows = await listClaimRows.run(reader.tx, { ...asked, offset, limit });
      // A page past the end brings no row to say how many there are.
      const first = rows[0] ?? (offset > 0 ? (await listClaimRows.run(reader.tx, { ...asked, offset: 0, limit: 1 }))[0] : undefined);
      const ctx = await flatContext(reader, rows);
      const claims = edgeViews(ctx.claims, ctx);
      return {
        claims,
        nodes: nodesById(claims.flatMap(edgeEntities), ctx),
        total: first?.total ?? 0,
        uncertain: 0,
        revision: reader.revision,
      };
    },
    o,
  );
}
