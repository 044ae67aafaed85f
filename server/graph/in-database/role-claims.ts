/** The claims that may give somebody a role towards a plot. */
import { API_LIMITS } from '../../contract/parts.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { RolesQuestion } from '../../domain/figures/roles.ts';
import type { ClaimRow } from '../../store/statements/claim-row.ts';
import { listRoleClaims, listRolesOfEntities } from '../../store/statements/claims.ts';
import { asked, listOf } from './filter-params.ts';
import { HUB_SCAN } from './hub.ts';
import { predicatesOf, type DatabaseReader } from './row-context.ts';

/** @throws AppError `limit` where more than `API_LIMITS.asOfClaims` claims would have to be looked at. */
export async function roleClaims(reader: DatabaseReader, { plots, entities, roles, datasets }: RolesQuestion): Promise<ClaimRow[]> {
  const predicates = [...(await predicatesOf(reader)).values()]
    .filter((p) => Object.values(p.roles).some((role) => !roles || roles.includes(role)))
    .map((p) => p.id);
  const value = API_LIMITS.asOfClaims;
  const rev = reader.revision;
  const limit = value + 1;
  const rows = entities
    ? await listRolesOfEntities.run(reader.tx, { rev, predicates, entities: [...entities], scan: HUB_SCAN, limit })
    : await listRoleClaims.run(reader.tx, { rev, predicates, asks: asked({ plots }), plots: listOf(plots), limit });
  if (rows.length <= value) return datasets ? rows.filter((row) => row.datasets.some((id) => datasets.includes(id))) : rows;
  throw new AppError('limit', `Roles are derived over at most ${value} claims; here are more. Name plots or entities.`, {
    limit: { name: 'asOfClaims', value },
  });
}
