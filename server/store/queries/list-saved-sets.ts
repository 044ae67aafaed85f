/** Every saved set. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listSavedSetRows = defineQuery({
  file: 'read/list-saved-sets.cypher',
  mode: 'READ',
  params: z.strictObject({}),
  row: z.object({ json: z.string(), revision: z.int() }),
});
