/** Every predicate as recorded. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readPredicates = defineQuery({
  file: 'read/read-predicates.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
  }),
  row: z.object({ json: z.string() }),
});
