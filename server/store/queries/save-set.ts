/** Creates or replaces a saved set. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const writeSavedSet = defineQuery({
  file: 'write/save-set.cypher',
  mode: 'WRITE',
  params: z.strictObject({
    id: z.string(),
    json: z.string(),
  }),
  row: z.object({ revision: z.int() }),
});
