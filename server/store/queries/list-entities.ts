/** Entities by degree. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listEntityRows = defineQuery({
  file: 'read/list-entities.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    asks: z.array(z.string()),
    types: z.array(z.string()),
    limit: z.int(),
  }),
  row: z.object({ id: z.string(), degree: z.int() }),
});
