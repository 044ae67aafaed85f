/** Which entity has which role in which plot, according to the claims. */
import { z } from 'zod';
import { answerInWords } from '../answer-in-words.ts';
import { id, role } from '../records.ts';
import { clockQuery, commaList, queryFlag } from '../parts.ts';
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
    /** Only roles that claims of these datasets give. */
    datasets: commaList(id).optional(),
    /** Whether the answer is given in words, too. */
    inWords: queryFlag.optional(),
    ...clockQuery,
  }),
  response: z.object({
    /** Over all claims that give a role asked for, or the first 500 by standing; absent where it was not asked for. */
    answer: answerInWords.optional(),
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
