/** Lists who plays which part in which plot, derived from the claims and hedged by their standing. */
import type { listRoles as contract } from '../../contract/routes/roles.ts';
import type { Database } from '../../store/connect.ts';
import { listRolesAsOf } from '../../graph/resident/list-roles.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { flatContext } from '../../graph/in-database/flat-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import { roleClaims } from '../../graph/in-database/role-claims.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;

export async function listRoles(db: Database, input: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const clocks = clocksOf(input.query);
  if (hasClocks(clocks)) return listRolesAsOf(await loadViewState(db, clocks, o), input);
  const { plots, roles, entities } = input.query;
  return readFlat(
    db,
    async (reader) => {
      const rows = await roleClaims(reader, { plots, roles, entities });
      return listRolesAsOf(await flatContext(reader, rows), input);
    },
    o,
  );
}
