/** Every dataset as recorded. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listDatasetRows = defineQuery({
  file: 'read/list-datasets.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
  }),
  row: z.object({ json: z.string() }),
});
