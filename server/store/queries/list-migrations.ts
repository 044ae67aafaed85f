/** Migrations applied here. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listMigrations = defineQuery({
  file: 'read/list-migrations.cypher',
  mode: 'READ',
  params: z.strictObject({}),
  row: z.object({ id: z.string(), file: z.string(), checksum: z.string() }),
});
