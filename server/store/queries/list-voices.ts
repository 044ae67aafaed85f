/** Every voice as recorded. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listVoiceRows = defineQuery({
  file: 'read/list-voices.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
  }),
  row: z.object({ json: z.string() }),
});
