/** Claims by filter. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { pagedClaimRow } from './claim-row.ts';

export const listClaimRows = defineQuery({
  file: 'read/list-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    rankAtLeast: z.int().nullable(),
    rankAtMost: z.int().nullable(),
    originsAtLeast: z.int().nullable(),
    originsAtMost: z.int().nullable(),
    uninvolvedAtLeast: z.int().nullable(),
    uninvolvedAtMost: z.int().nullable(),
    contested: z.boolean().nullable(),
    disputedOnly: z.boolean().nullable(),
    groups: z.array(z.string()).nullable(),
    predicates: z.array(z.string()).nullable(),
    entities: z.array(z.string()).nullable(),
    types: z.array(z.string()).nullable(),
    sources: z.array(z.string()).nullable(),
    voices: z.array(z.string()).nullable(),
    datasets: z.array(z.string()).nullable(),
    filtersFigures: z.boolean(),
    order: z.enum(['standing', 'origins', 'id']),
    offset: z.int(),
    limit: z.int(),
  }),
  row: pagedClaimRow,
});
