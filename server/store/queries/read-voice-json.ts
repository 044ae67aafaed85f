/** A voice with its sources. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readVoiceJson = defineQuery({
  file: 'read/read-voice-json.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
  }),
  row: z.object({ json: z.string(), sources: z.array(z.string()), takesFrom: z.array(z.object({ voice: z.string(), claims: z.int() })) }),
});
