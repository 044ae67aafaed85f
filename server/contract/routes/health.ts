/** Whether the process is up, and whether the database answers. */
import { z } from 'zod';
import { defineRoute } from '../route.ts';

export const healthLive = defineRoute({
  id: 'health-live',
  method: 'GET',
  path: '/api/health/live',
  tag: 'system',
  kind: 'read',
  summary: 'The process is up',
  /** `instance`: id of this run, as in `instance.json` of its data folder. */
  response: z.object({ status: z.literal('live'), instance: z.string().optional() }),
});
export const healthReady = defineRoute({
  id: 'health-ready',
  method: 'GET',
  path: '/api/health/ready',
  tag: 'system',
  kind: 'read',
  summary:
    'The database answers, its schema is current and the first data is there; 503 problem details otherwise, 507 `disk-full` where nothing can be written',
  response: z.object({ status: z.literal('ready'), revision: z.int() }),
});
