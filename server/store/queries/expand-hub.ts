/** Ids of the best claims around an entity of very many. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const expandHub = defineQuery({
  file: 'read/expand-hub.cypher',
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
    relTypes: z.array(z.string()),
    order: z.enum(['standing', 'origins', 'neighbour']),
    limit: z.int(),
    scan: z.int(),
    claimScan: z.int(),
  }),
  row: z.object({ id: z.string(), seen: z.int() }),
});
