/** Stored figures of claims, whole. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readFigures = defineQuery({
  file: 'read/read-figures.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    ids: z.array(z.string()),
  }),
  row: z.object({ id: z.string(), figures: z.string() }),
});
