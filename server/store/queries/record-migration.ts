/** Remembers that a migration was applied. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const recordMigration = defineQuery({
  file: 'write/record-migration.cypher',
  mode: 'WRITE',
  params: z.strictObject({ id: z.string(), file: z.string(), checksum: z.string(), at: z.string() }),
  row: z.object({}),
});
