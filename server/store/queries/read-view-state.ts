/** A stored view. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readViewState = defineQuery({
  file: 'read/read-view-state.cypher',
  mode: 'READ',
  params: z.strictObject({ digest: z.string() }),
  row: z.object({ json: z.string() }),
});
