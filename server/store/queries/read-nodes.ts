/** Entities as drawn, by id. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { nodeRow } from './claim-row.ts';

export const readNodes = defineQuery({
  file: 'read/read-nodes.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    ids: z.array(z.string()),
  }),
  row: nodeRow,
});
