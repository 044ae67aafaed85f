/** Entities by degree. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listEntityRows = defineQuery({
  file: 'read/list-entities.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    types: z.array(z.string()).nullable(),
    limit: z.int(),
  }),
  row: z.object({ id: z.string(), degree: z.int() }),
});
