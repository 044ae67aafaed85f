/** Which entity has which role in which plot, according to the claims. */
import { z } from 'zod';
import { id, role } from '../records.ts';
import { clockQuery, commaList } from '../parts.ts';
import { defineRoute } from '../route.ts';
import { nodeView, reference, shownLevel } from '../views.ts';

export const listRoles = defineRoute({
  id: 'list-roles',
  method: 'GET',
  path: '/api/roles',
  tag: 'explore',
  kind: 'read',
  summary: 'Roles by plot, derived and hedged: "alleged perpetrator (charged, US)"',
  query: z.strictObject({
    plots: commaList(id).optional(),
    roles: commaList(role).optional(),
    entities: commaList(id).optional(),
    ...clockQuery,
  }),
  response: z.object({
    plots: z.array(
      z.object({
        plot: nodeView,
        roles: z.array(
          z.object({
            entity: reference,
            role,
            text: z.string(),
            claim: z.string(),
            level: shownLevel,
            rank: z.int(),
          }),
        ),
      }),
    ),
    revision: z.int(),
  }),
});
