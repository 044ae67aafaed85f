/** Claims that may give some entities roles towards plots. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { claimRow } from './claim-row.ts';

export const listRolesOfEntities = defineQuery({
  file: 'read/list-roles-of-entities.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    predicates: z.array(z.string()),
    entities: z.array(z.string()),
    scan: z.int(),
    limit: z.int(),
  }),
  row: claimRow,
});
