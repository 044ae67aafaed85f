/** Claims around an entity, filtered, ordered, capped. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { pagedClaimRow } from './claim-row.ts';

export const expandEntityRows = defineQuery({
  file: 'read/expand-entity.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    asks: z.array(z.string()),
    id: z.string(),
    groups: z.array(z.string()),
    predicates: z.array(z.string()),
    types: z.array(z.string()),
    rankAtLeast: z.int(),
    originsAtLeast: z.int(),
    uninvolvedAtLeast: z.int(),
    contested: z.boolean(),
    except: z.array(z.string()),
    filtersFigures: z.boolean(),
    order: z.enum(['standing', 'origins', 'neighbour']),
    limit: z.int(),
  }),
  row: pagedClaimRow,
});
