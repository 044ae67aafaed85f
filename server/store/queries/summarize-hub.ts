/** Counts around an entity of very many claims, over a bounded scan. */
import { z } from 'zod';
import { ENTITY_TYPES, GROUPS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';

export const summarizeHub = defineQuery({
  file: 'read/summarize-hub.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
    scan: z.int(),
    typeScan: z.int(),
  }),
  row: z.object({
    predicates: z.array(z.tuple([z.string(), z.enum(GROUPS), z.int()])),
    types: z.array(z.tuple([z.enum(ENTITY_TYPES), z.int()])),
    claims: z.int(),
    neighbours: z.int(),
  }),
});
