/** What each change set between two revisions changed. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const changedKeys = defineQuery({
  file: 'read/list-changed-keys.cypher',
  mode: 'READ',
  params: z.strictObject({ after: z.int(), rev: z.int() }),
  /** `kind/id` of each record put or removed; null where they were too many to be named. */
  row: z.object({ revision: z.int(), changed: z.array(z.string()).nullable() }),
});
