/** Claims by origin voice. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const tallyVoices = defineQuery({
  file: 'read/tally-voices.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
  }),
  row: z.object({ voice: z.string(), claims: z.int(), alone: z.int() }),
});
