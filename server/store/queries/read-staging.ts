/** The import being staged, if there is one. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readStaging = defineQuery({
  file: 'read/read-staging.cypher',
  mode: 'READ',
  params: z.strictObject({}),
  row: z.object({ id: z.string(), digest: z.string(), batchesDone: z.int(), touched: z.string() }),
});
