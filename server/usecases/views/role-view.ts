/** A derived role as shown, with its hedge. */
import type { z } from 'zod';
import type { listRoles } from '../../contract/routes/roles.ts';
import type { EntityDetail } from '../../contract/views.ts';
import { RANK_OF_LEVEL } from '../../domain/model/lists.ts';
import { hedgedRole, type RoleEntry } from '../../domain/figures/roles.ts';
import { entityReference } from './references.ts';
import type { ViewContext } from '../../graph/view-context.ts';

type PlotRoles = z.infer<typeof listRoles.response>['plots'][number];

export function entityRoleView(entry: RoleEntry, ctx: ViewContext): EntityDetail['roles'][number] {
  return {
    plot: entityReference(entry.plot, ctx),
    role: entry.role,
    text: hedgedRole(entry, ctx.nameOf),
    claim: entry.claim,
    rank: RANK_OF_LEVEL[entry.level],
  };
}

/** Roles by plot, plots in the order of the entries. A plot whose node is not in the context is left out. */
export function plotRoles(entries: readonly RoleEntry[], ctx: ViewContext): PlotRoles[] {
  const plots = new Map<string, PlotRoles>();
  for (const entry of entries) {
    const plot = plots.get(entry.plot)?.plot ?? ctx.node(entry.plot);
    if (!plot) continue;
    const gathered = plots.get(entry.plot) ?? { plot, roles: [] };
    plots.set(entry.plot, gathered);
    gathered.roles.push({
      entity: entityReference(entry.entity, ctx),
      role: entry.role,
      text: hedgedRole(entry, ctx.nameOf),
      claim: entry.claim,
      level: entry.level,
      rank: RANK_OF_LEVEL[entry.level],
    });
  }
  return [...plots.values()];
}
