/** A write is refused before it reaches a database whose disk is full. Nothing listens at the address, so whatever is sent is answered "unavailable". */
import { afterAll, expect, it } from 'vitest';
import { connectDatabase } from './connect.ts';

let free: number | undefined = 0;
const db = connectDatabase({ uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'none', disk: { folder: '/data', free: () => free } });
afterAll(() => db.close());
const written = () => db.write('operation', async () => undefined, { deadlineMs: 1_500 });

it('a write is not tried on a full disk', async () => {
  free = 63 * 1_048_576;
  const error = await written().catch((one: unknown) => one);
  expect(error).toMatchObject({ code: 'disk-full', message: expect.stringContaining('63 MB are free in /data') });
  // No error of a connection is behind it: none was opened.
  expect((error as Error).cause).toBeUndefined();
});
it('a database that does not answer has a full disk as its reason, and without one none', async () => {
  free = 0;
  await expect(db.ready()).rejects.toMatchObject({ code: 'disk-full' });
  free = 64 * 1_048_576;
  await expect(written()).rejects.toMatchObject({ code: expect.stringMatching(/^(database-unavailable|timeout)$/) });
});
