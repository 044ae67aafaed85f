/** A page of the claims an entity stands in. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { pagedClaimRow } from './claim-row.ts';

export const readEntityClaims = defineQuery({
  file: 'read/read-entity-claims.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
    offset: z.int(),
    limit: z.int(),
  }),
  row: pagedClaimRow,
});
