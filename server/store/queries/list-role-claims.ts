/** Claims that may give roles towards plots. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { claimRow } from './claim-row.ts';

export const listRoleClaims = defineQuery({
  file: 'read/list-role-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    predicates: z.array(z.string()),
    plots: z.array(z.string()).nullable(),
    entities: z.array(z.string()).nullable(),
    limit: z.int(),
  }),
  row: claimRow,
});
