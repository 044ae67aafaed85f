/** A source with what it carries and what carries it. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readSourceJson = defineQuery({
  file: 'read/read-source-json.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
  }),
  row: z.object({
    json: z.string(),
    carries: z.array(z.string()),
    carriedBy: z.array(z.string()),
    takesFrom: z.array(z.object({ source: z.string(), claims: z.int() })),
  }),
});
