/** How many sources there are. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const countSources = defineQuery({
  file: 'read/count-sources.cypher',
  mode: 'READ',
  params: z.strictObject({ rev: z.int() }),
  row: z.object({ sources: z.int() }),
});
