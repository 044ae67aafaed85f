/** Names and identity decisions of an entity. */
import { z } from 'zod';
import { DECISIONS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';

export const readEntityRow = defineQuery({
  file: 'read/read-entity.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
    id: z.string(),
  }),
  row: z.object({ names: z.string(), identities: z.array(z.tuple([z.string(), z.enum(DECISIONS), z.string()])) }),
});
