/** The ledger of staged imports, and what is left of one that never ended. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

const nothing = z.object({});
export const beginStaging = defineQuery({
  file: 'write/begin-staging.cypher',
  mode: 'WRITE',
  params: z.strictObject({ id: z.string(), changeSet: z.string(), datasets: z.array(z.string()), at: z.string() }),
  row: z.object({ state: z.string(), batchesDone: z.int(), changeSet: z.string(), at: z.string() }),
});
export const markBatch = defineQuery({
  file: 'write/mark-batch.cypher',
  mode: 'WRITE',
  params: z.strictObject({ id: z.string(), done: z.int(), state: z.enum(['staging', 'published']), touched: z.string() }),
  row: nothing,
});
export const listStagedClaims = defineQuery({
  file: 'read/list-staged-claims.cypher',
  mode: 'READ',
  params: z.strictObject({ rev: z.int(), limit: z.int() }),
  row: z.object({ id: z.string() }),
});
export const deleteStaged = defineQuery({
  file: 'write/discard-staged.cypher',
  mode: 'WRITE',
  params: z.strictObject({ rev: z.int(), limit: z.int() }),
  row: z.object({ n: z.int() }),
});
export const giveUpStaging = defineQuery({
  file: 'write/give-up-staging.cypher',
  mode: 'WRITE',
  params: z.strictObject({ before: z.string(), at: z.string() }),
  row: z.object({ id: z.string() }),
});
export const closeStaging = defineQuery({ file: 'write/close-staging.cypher', mode: 'WRITE', params: z.strictObject({ id: z.string() }), row: nothing });
