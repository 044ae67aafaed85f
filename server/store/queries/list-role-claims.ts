/** Claims that may give roles towards plots. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { claimRow } from './claim-row.ts';

export const listRoleClaims = defineQuery({
  file: 'read/list-role-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    asks: z.array(z.string()),
    predicates: z.array(z.string()),
    plots: z.array(z.string()),
    limit: z.int(),
  }),
  row: claimRow,
});
