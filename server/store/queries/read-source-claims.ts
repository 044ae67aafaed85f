/** Claims that rest on a source. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readSourceClaims = defineQuery({
  file: 'read/read-source-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
    limit: z.int(),
  }),
  row: z.object({
    readFor: z.array(z.string()),
    readForTotal: z.int(),
    rootOf: z.array(z.string()),
    rootOfTotal: z.int(),
    alone: z.array(z.string()),
    aloneTotal: z.int(),
  }),
});
