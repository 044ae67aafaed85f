/** Ids of the claims of some predicates. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listClaimsOfPredicates = defineQuery({
  file: 'read/list-claims-of-predicates.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    predicates: z.array(z.string()),
    limit: z.int(),
  }),
  row: z.object({ id: z.string() }),
});
