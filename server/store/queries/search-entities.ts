/** Entities by full-text query. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const searchEntityRows = defineQuery({
  file: 'read/search-entities.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    asks: z.array(z.string()),
    text: z.string(),
    types: z.array(z.string()),
    fetch: z.int(),
    limit: z.int(),
  }),
  row: z.object({ id: z.string(), names: z.string(), degree: z.int() }),
});
