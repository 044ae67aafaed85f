/** Claims among given entities. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { pagedClaimRow } from './claim-row.ts';

export const readSubgraphRows = defineQuery({
  file: 'read/read-subgraph.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    ids: z.array(z.string()),
    hub: z.int(),
    hubs: z.int(),
    scan: z.int(),
    limit: z.int(),
  }),
  row: pagedClaimRow,
});
