/** Claims by filter. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { pagedClaimRow } from './claim-row.ts';

export const listClaimRows = defineQuery({
  file: 'read/list-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    asks: z.array(z.string()),
    rankAtLeast: z.int(),
    rankAtMost: z.int(),
    originsAtLeast: z.int(),
    originsAtMost: z.int(),
    uninvolvedAtLeast: z.int(),
    uninvolvedAtMost: z.int(),
    contested: z.boolean(),
    disputedOnly: z.boolean(),
    groups: z.array(z.string()),
    predicates: z.array(z.string()),
    entities: z.array(z.string()),
    types: z.array(z.string()),
    sources: z.array(z.string()),
    voices: z.array(z.string()),
    datasets: z.array(z.string()),
    filtersFigures: z.boolean(),
    order: z.enum(['standing', 'origins', 'id']),
    offset: z.int(),
    limit: z.int(),
  }),
  row: pagedClaimRow,
});
