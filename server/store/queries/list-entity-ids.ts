/** Ids of the entities of a type. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listEntityIds = defineQuery({
  file: 'read/list-entity-ids.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    type: z.string(),
    limit: z.int(),
  }),
  row: z.object({ id: z.string() }),
});
