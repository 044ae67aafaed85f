/** Counts around an entity. */
import { z } from 'zod';
import { ENTITY_TYPES, GROUPS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';

export const summarizeNeighboursRow = defineQuery({
  file: 'read/summarize-neighbours.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
  }),
  row: z.object({
    predicates: z.array(z.tuple([z.string(), z.enum(GROUPS), z.int()])),
    types: z.array(z.tuple([z.enum(ENTITY_TYPES), z.int()])),
    claims: z.int(),
    neighbours: z.int(),
  }),
});
