/** Claims an operation id for this transaction and takes the lock every writer takes. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const claimOperation = defineQuery({
  file: 'write/claim-operation.cypher',
  mode: 'WRITE',
  params: z.strictObject({ id: z.string(), at: z.string(), caller: z.string(), attempt: z.string() }),
  row: z.object({ attempt: z.string(), caller: z.string(), revision: z.int() }),
});
