/** Claims around an entity, filtered, ordered, capped. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { pagedClaimRow } from './claim-row.ts';

export const expandEntityRows = defineQuery({
  file: 'read/expand-entity.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
    groups: z.array(z.string()).nullable(),
    predicates: z.array(z.string()).nullable(),
    types: z.array(z.string()).nullable(),
    rankAtLeast: z.int().nullable(),
    originsAtLeast: z.int().nullable(),
    uninvolvedAtLeast: z.int().nullable(),
    contested: z.boolean().nullable(),
    except: z.array(z.string()),
    filtersFigures: z.boolean(),
    order: z.enum(['standing', 'origins', 'neighbour']),
    limit: z.int(),
  }),
  row: pagedClaimRow,
});
