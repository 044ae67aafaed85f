/** Ids of the best claims around an entity of very many. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const expandHub = defineQuery({
  file: 'read/expand-hub.cypher',
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
    relTypes: z.array(z.string()).nullable(),
    order: z.enum(['standing', 'origins', 'neighbour']),
    limit: z.int(),
    scan: z.int(),
    claimScan: z.int(),
  }),
  row: z.object({ id: z.string(), seen: z.int() }),
});
