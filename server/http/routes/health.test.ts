/** "Ready" means that the database, its schema and the first data are there. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../store/connect.ts';
import { serveEdge, type Edge } from '../testing/serve-edge.ts';

let isPrepared = false;
let edge: Edge;
beforeAll(async () => {
  const db = { ready: async () => ({ revision: 3 }), close: async () => undefined } as unknown as Database;
  edge = await serveEdge({ db, isPrepared: () => isPrepared, instance: 'this-run' });
});
afterAll(() => edge.close());

it('ready is answered 503 until the database is prepared, even while it answers', async () => {
  const early = await fetch(`${edge.url}/api/health/ready`);
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('2');
  expect(await early.json()).toMatchObject({ code: 'database-unavailable', detail: expect.stringContaining('being prepared') });
  isPrepared = true;
  expect(await (await fetch(`${edge.url}/api/health/ready`)).json()).toEqual({ status: 'ready', revision: 3 });
});
it('live gives the id of the run', async () => {
  expect(await (await fetch(`${edge.url}/api/health/live`)).json()).toEqual({ status: 'live', instance: 'this-run' });
});
