/** Backups: list them, make one, and fetch one as a file. */
import { z } from 'zod';
import { defineRoute } from '../../route.ts';

const backup = z.object({
  /** Of its file. */
  name: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
  revision: z.int(),
  bytes: z.int(),
  /** Whether somebody asked for it, or it was made before the first import of a day or before the schema was changed. */
  why: z.enum(['asked', 'daily', 'migration']),
});
export type BackupView = z.infer<typeof backup>;

export const listBackups = defineRoute({
  id: 'list-backups',
  method: 'GET',
  path: '/api/backups',
  tag: 'system',
  kind: 'read',
  summary: 'The backups in the data folder, newest first; the newest are kept, as many as `kept`',
  response: z.object({ backups: z.array(backup), kept: z.int(), folder: z.string() }),
});
export const makeBackup = defineRoute({
  id: 'make-backup',
  method: 'POST',
  path: '/api/backups',
  tag: 'system',
  kind: 'write',
  summary: 'Make a backup of everything, at one revision, while others read and write. 503 `timeout` while it is still being made: send the same again',
  body: z.strictObject({}),
  response: backup,
});
export const fetchBackup = defineRoute({
  id: 'fetch-backup',
  method: 'GET',
  path: '/api/backups/:name',
  tag: 'system',
  kind: 'stream',
  summary: 'A backup as a file. It holds everything, private texts too',
  params: z.strictObject({
    name: z
      .string()
      .max(100)
      .regex(/^attest-[0-9TZr-]+-[a-z]+\.jsonl\.gz$/, 'a name is that of a backup in the list'),
  }),
  produces: ['application/gzip'],
  response: z.string(),
});
