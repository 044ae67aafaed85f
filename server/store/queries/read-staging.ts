/** The imports being staged. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readStaging = defineQuery({
  file: 'read/read-staging.cypher',
  mode: 'READ',
  params: z.strictObject({}),
  row: z.object({ id: z.string(), changeSet: z.string(), datasets: z.array(z.string()), touched: z.string() }),
});
