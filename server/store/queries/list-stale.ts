/** Claims whose figures wait to be worked out. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listStale = defineQuery({
  file: 'read/list-stale.cypher',
  mode: 'READ',
  params: z.strictObject({ rev: z.int(), limit: z.int() }),
  row: z.object({ id: z.string() }),
});
