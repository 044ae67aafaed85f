/** Every source with what rests on it. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listSourceRows = defineQuery({
  file: 'read/list-sources.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
  }),
  row: z.object({ json: z.string(), readFor: z.int(), rootOf: z.int() }),
});
