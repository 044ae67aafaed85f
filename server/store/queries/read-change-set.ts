/** A change set by id. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readChangeSet = defineQuery({
  file: 'read/read-change-set.cypher',
  mode: 'READ',
  params: z.strictObject({ id: z.string() }),
  row: z.object({ kind: z.string(), who: z.string(), why: z.string(), at: z.string(), revision: z.int() }),
});
