/** How many ends of claims an entity is. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readDegree = defineQuery({
  file: 'read/read-degree.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
  }),
  row: z.object({ degree: z.int(), segments: z.int() }),
});
