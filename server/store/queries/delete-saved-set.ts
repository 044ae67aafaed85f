/** Deletes a saved set. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const removeSavedSet = defineQuery({
  file: 'write/delete-saved-set.cypher',
  mode: 'WRITE',
  params: z.strictObject({
    id: z.string(),
  }),
  row: z.object({ deleted: z.int() }),
});
