/** The closed lists and the predicates in use. */
import { z } from 'zod';
import { end, entityType, group, predicateForms, role } from '../records.ts';
import { defineRoute } from '../route.ts';
import { shownLevel } from '../views.ts';

export const listPredicates = defineRoute({
  id: 'list-predicates',
  method: 'GET',
  path: '/api/predicates',
  tag: 'records',
  kind: 'read',
  summary: 'Every predicate with its forms, group, types, roles and number of claims',
  response: z.object({
    predicates: z.array(
      z.object({
        id: z.string(),
        dataset: z.string(),
        forms: predicateForms,
        inverse: z.string(),
        group,
        subject: z.array(entityType),
        takes: z.array(z.string()),
        qualifiers: z.array(z.string()),
        accuses: z.array(end),
        symmetric: z.boolean().optional(),
        within: z.boolean(),
        traversed: z.boolean(),
        recordsDeath: z.boolean(),
        roles: z.partialRecord(end, role),
        definition: z.string(),
        example: z.string(),
        misuse: z.string(),
        claims: z.int(),
      }),
    ),
  }),
});
export const listTypes = defineRoute({
  id: 'list-types',
  method: 'GET',
  path: '/api/types',
  tag: 'records',
  kind: 'read',
  summary: 'The closed lists: entity types, groups, roles and the ladder of standing',
  response: z.object({
    types: z.array(z.object({ type: entityType, entities: z.int() })),
    groups: z.array(group),
    roles: z.array(role),
    levels: z.array(z.object({ level: shownLevel, rank: z.int() })),
  }),
});
