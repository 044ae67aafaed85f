/** How many claims the database holds. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const countClaims = defineQuery({
  file: 'read/count-claims.cypher',
  mode: 'READ',
  params: z.strictObject({}),
  row: z.object({ claims: z.int() }),
});
