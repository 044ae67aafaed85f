/** Roles by plot at a view's clocks. */
import type { listRoles } from '../../contract/routes/roles.ts';
import { rolesOf, type RoleEntry } from '../../domain/figures/roles.ts';
import type { AnswerOf, InputOf } from '../../usecases/route-types.ts';
import { plotRoles } from '../../usecases/views/role-view.ts';
import type { ViewContext } from '../../usecases/views/view-context.ts';

type Route = typeof listRoles;

export function listRolesAsOf(state: ViewContext, { query }: Pick<InputOf<Route>, 'query'>): AnswerOf<Route> {
  const wanted = (entry: RoleEntry) =>
    (!query.plots || query.plots.includes(entry.plot)) &&
    (!query.roles || query.roles.includes(entry.role)) &&
    (!query.entities || query.entities.includes(entry.entity));
  return { plots: plotRoles(rolesOf(state.records, state.figures).filter(wanted), state), revision: state.revision };
}
