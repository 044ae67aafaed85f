/** One saved set. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readSavedSet = defineQuery({
  file: 'read/read-saved-set.cypher',
  mode: 'READ',
  params: z.strictObject({
    id: z.string(),
  }),
  row: z.object({ json: z.string(), revision: z.int() }),
});
