/** Stores a view under its digest. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const putViewState = defineQuery({
  file: 'write/put-view-state.cypher',
  mode: 'WRITE',
  params: z.strictObject({ digest: z.string(), json: z.string(), at: z.string() }),
  row: z.object({ digest: z.string() }),
});
