/** Entities as a trace sees them. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { ENTITY_TYPES } from '../../domain/model/lists.ts';

export const readTraceEntities = defineQuery({
  file: 'read/read-trace-entities.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    ids: z.array(z.string()),
  }),
  row: z.object({
    id: z.string(),
    type: z.enum(ENTITY_TYPES),
    generic: z.boolean(),
    aggregate: z.boolean(),
    degree: z.int(),
  }),
});
