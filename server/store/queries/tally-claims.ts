/** Claims by predicate, standing and dataset. */
import { z } from 'zod';
import { GROUPS, SUPPORT_LEVELS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';

export const tallyClaims = defineQuery({
  file: 'read/tally-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
  }),
  row: z.object({
    predicate: z.string(),
    group: z.enum(GROUPS),
    level: z.enum([...SUPPORT_LEVELS, 'disputed-only']),
    contested: z.boolean(),
    stale: z.boolean(),
    datasets: z.array(z.string()),
    claims: z.int(),
    citations: z.int(),
  }),
});
