/** Entities by type and dataset. */
import { z } from 'zod';
import { ENTITY_TYPES } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';

export const countEntities = defineQuery({
  file: 'read/count-entities.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
  }),
  row: z.object({ type: z.enum(ENTITY_TYPES), dataset: z.string(), entities: z.int() }),
});
