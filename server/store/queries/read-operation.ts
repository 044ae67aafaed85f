/** What became of an operation. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readOperation = defineQuery({
  file: 'write/read-operation.cypher',
  mode: 'WRITE',
  params: z.strictObject({ id: z.string() }),
  row: z.object({ caller: z.string() }),
});
