/** The newest change sets. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listChangeSetRows = defineQuery({
  file: 'read/list-change-sets.cypher',
  mode: 'READ',
  params: z.strictObject({ limit: z.int() }),
  row: z.object({ id: z.string(), kind: z.string(), who: z.string(), why: z.string(), at: z.string(), revision: z.int() }),
});
