/** Claims with their figures, by id. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { claimRow } from './claim-row.ts';

export const readClaims = defineQuery({
  file: 'read/read-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    ids: z.array(z.string()),
  }),
  row: claimRow,
});
