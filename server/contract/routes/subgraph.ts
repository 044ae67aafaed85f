/** The claims whose ends are all among given entities. */
import { z } from 'zod';
import { clocks, id } from '../records.ts';
import { upTo } from '../parts.ts';
import { defineRoute } from '../route.ts';
import { graphView } from '../views.ts';

export const readSubgraph = defineRoute({
  id: 'read-subgraph',
  method: 'POST',
  path: '/api/subgraph',
  tag: 'explore',
  kind: 'read',
  heavy: 'subgraph',
  summary: 'Given entities and every claim whose ends all stand among them',
  body: z.strictObject({
    ids: z
      .array(id)
      .min(1)
      .max(...upTo('subgraphEntities')),
    clocks: clocks.optional(),
  }),
  /** `more`: number of claims beyond the limit. */
  response: graphView.extend({ missing: z.array(z.string()), more: z.int() }),
});
