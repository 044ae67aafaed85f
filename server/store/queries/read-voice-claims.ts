/** Claims a voice is an origin of. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readVoiceClaims = defineQuery({
  file: 'read/read-voice-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
    limit: z.int(),
  }),
  row: z.object({
    claims: z.array(z.string()),
    claimsTotal: z.int(),
    alone: z.array(z.string()),
    aloneTotal: z.int(),
    carriedBy: z.array(z.string()),
  }),
});
