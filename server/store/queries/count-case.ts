/** How many claims and entities the database holds. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const countCase = defineQuery({
  file: 'read/count-case.cypher',
  mode: 'READ',
  params: z.strictObject({}),
  row: z.object({ claims: z.int(), entities: z.int() }),
});
