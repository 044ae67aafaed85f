/** Segments among entities that may be hops. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const readTraceSegments = defineQuery({
  file: 'read/read-trace-segments.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    ids: z.array(z.string()),
    relTypes: z.array(z.string()),
    rankAtLeast: z.int(),
    uninvolvedAtLeast: z.int(),
    limit: z.int(),
  }),
  row: z.object({
    claim: z.string(),
    n: z.int(),
    from: z.string(),
    to: z.string(),
    type: z.string(),
    predicate: z.string(),
    rank: z.int(),
    origins: z.int(),
    uninvolvedOrigins: z.int(),
    within: z.boolean(),
    accusatory: z.boolean(),
  }),
});
