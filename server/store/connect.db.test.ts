/** The connection to the database: exactly-once writes, deadlines that hold, correct errors. */
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { startLoopbackProxy } from '../../scripts/deep/lib/loopback-proxy.ts';
import { connectDatabase, type Database, type Tx } from './connect.ts';
import { guardValue } from './guard-value.ts';
import { currentRevision } from './statements/recording/change-sets.ts';
import { emptyDatabase } from './testing/change-database.ts';

let db: Database;
beforeAll(async () => {
  db = connectDatabase({ ...testNeo4j(), checkRows: true });
  await emptyDatabase(db);
});
afterAll(() => db.close());

const addSet = (tx: Tx, id: string) => tx.run('CREATE (s:SavedSet {id: $id}) RETURN s.id AS id', { id });
const countSets = async (id: string) => Number((await db.read((tx) => tx.run('MATCH (s:SavedSet {id: $id}) RETURN count(s) AS n', { id })))[0]?.['n']);

test('an operation sent twice is applied once, and the second call says so', async () => {
  const operation = randomUUID();
  const id = randomUUID();
  expect(await db.write(operation, (tx) => addSet(tx, id).then(() => 'made'))).toEqual({ result: 'made', applied: true });
  expect(await db.write(operation, (tx) => addSet(tx, id))).toEqual({ result: undefined, applied: false });
  expect(await countSets(id)).toBe(1);
  expect(await db.outcomeOf(operation)).toBe('written');
  expect(await db.outcomeOf(randomUUID())).toBe('not-written');
});

test('the same operation sent by eight callers at once is applied by one of them', async () => {
  const operation = randomUUID();
  const id = randomUUID();
  const written = await Promise.all(Array.from({ length: 8 }, () => db.write(operation, (tx) => addSet(tx, id))));
  expect(written.filter((w) => w.applied)).toHaveLength(1);
  expect(await countSets(id)).toBe(1);
});

test('work that throws leaves nothing, not even the operation', async () => {
  const operation = randomUUID();
  const id = randomUUID();
  await expect(
    db.write(operation, async (tx) => {
      await addSet(tx, id);
      throw new Error('thought better of it');
    }),
  ).rejects.toMatchObject({ code: 'internal' });
  expect(await countSets(id)).toBe(0);
  expect(await db.outcomeOf(operation)).toBe('not-written');
});

test('writers wait for each other: eight that each read and add lose no update', async () => {
  const id = randomUUID();
  await db.write(randomUUID(), (tx) => tx.run('CREATE (:SavedSet {id: $id, revision: 0})', { id }));
  await Promise.all(
    Array.from({ length: 8 }, () =>
      db.write(randomUUID(), async (tx) => {
        const [row] = await tx.run('MATCH (s:SavedSet {id: $id}) RETURN s.revision AS revision', { id });
        await tx.run('MATCH (s:SavedSet {id: $id}) SET s.revision = $next', { id, next: Number(row?.['revision']) + 1 });
      }),
    ),
  );
  const [row] = await db.read((tx) => tx.run('MATCH (s:SavedSet {id: $id}) RETURN s.revision AS revision', { id }));
  expect(row?.['revision']).toBe(8);
});

test('a second record of one id is a conflict', async () => {
  const id = randomUUID();
  await db.write(randomUUID(), (tx) => addSet(tx, id));
  await expect(db.write(randomUUID(), (tx) => addSet(tx, id))).rejects.toMatchObject({ code: 'conflict' });
});

test('a read refuses to write', async () => {
  await expect(db.read((tx) => addSet(tx, randomUUID()))).rejects.toMatchObject({ code: 'internal' });
});

test('where the reply to COMMIT is lost, the write has happened once and its result is returned', async () => {
  const proxy = await startLoopbackProxy(Number(new URL(testNeo4j().uri).port));
  const through = connectDatabase({ ...testNeo4j(), uri: `bolt://127.0.0.1:${proxy.port}` });
  try {
    for (let i = 0; i < 3; i += 1) {
      const id = randomUUID();
      const cut = proxy.cutNextCommit();
      expect(await through.write(randomUUID(), (tx) => addSet(tx, id).then(() => 'made'))).toEqual({ result: 'made', applied: true });
      await cut;
      expect(await countSets(id)).toBe(1);
    }
  } finally {
    await through.close();
    await proxy.close();
  }
});

test('a silent network ends at the deadline, and answers come again within 5 s after it recovers', async () => {
  const proxy = await startLoopbackProxy(Number(new URL(testNeo4j().uri).port));
  const through = connectDatabase({ ...testNeo4j(), uri: `bolt://127.0.0.1:${proxy.port}` });
  try {
    await through.ready();
    proxy.setMode('silent');
    const started = performance.now();
    const failed = await Promise.allSettled(Array.from({ length: 25 }, () => through.read(currentRevision, { deadlineMs: 1_500 })));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(
      failed.map((f) => (f.status === 'rejected' ? f.reason.code : 'answered')).filter((code) => code !== 'timeout' && code !== 'database-unavailable'),
    ).toEqual([]);
    proxy.setMode('pass');
    const healed = performance.now();
    for (;;) {
      const answers = await Promise.allSettled(Array.from({ length: 5 }, () => through.read(currentRevision, { deadlineMs: 1_000 })));
      if (answers.every((a) => a.status === 'fulfilled')) break;
      expect(performance.now() - healed).toBeLessThan(5_000);
    }
  } finally {
    await through.close();
    await proxy.close();
  }
});

/** A server that accepts connections and never answers. */
async function startSilence(): Promise<{ server: Server; port: number; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port, sockets };
}

test('a server that never answers is unavailable within the limit', async () => {
  const { server, port, sockets } = await startSilence();
  const mute = connectDatabase({ uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: 'unused-here' });
  const started = performance.now();
  await expect(mute.read(currentRevision)).rejects.toMatchObject({
    code: expect.stringMatching(/^(timeout|database-unavailable)$/),
    details: { retryAfter: expect.any(Number) },
  });
  expect(performance.now() - started).toBeLessThan(10_000);
  await mute.close();
  for (const socket of sockets) socket.destroy();
  server.close();
}, 20_000);

test('a database that is down is unavailable, for reads, writes and readiness', async () => {
  const { server, port } = await startSilence();
  await new Promise((resolve) => server.close(resolve));
  const down = connectDatabase({ uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: 'unused-here' });
  // The code depends on whether the last try or the deadline ends first. Both are a 503 with Retry-After.
  const expected = { code: expect.stringMatching(/^(timeout|database-unavailable)$/), details: { retryAfter: expect.any(Number) } };
  const started = performance.now();
  await Promise.all([
    expect(down.ready()).rejects.toMatchObject({ code: expect.stringMatching(/^(timeout|database-unavailable)$/) }),
    expect(down.read(currentRevision)).rejects.toMatchObject(expected),
    expect(down.write(randomUUID(), currentRevision)).rejects.toMatchObject(expected),
  ]);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(await down.outcomeOf(randomUUID())).toBe('unknown');
  await down.close();
}, 30_000);

test('a caller that disconnects ends its statement on the server', async () => {
  const gone = new AbortController();
  const marker = randomUUID();
  const running = db.read((tx) => tx.run(`UNWIND range(1, 2000000000) AS i WITH i WHERE i = -1 RETURN count(i) AS \`${marker}\``, {}), { signal: gone.signal });
  const listed = async () =>
    Number(
      (
        await db.read((tx) =>
          tx.run('SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $marker AND NOT currentQuery STARTS WITH "SHOW" RETURN count(*) AS n', {
            marker,
          }),
        )
      )[0]?.['n'],
    );
  await expect.poll(listed, { timeout: 5_000 }).toBe(1);
  gone.abort();
  await expect(running).rejects.toMatchObject({ code: 'timeout' });
  await expect.poll(listed, { timeout: 5_000 }).toBe(0);
});

test('a value that the driver would change is refused first', () => {
  for (const value of [Number.NaN, Infinity, 2 ** 53, 1.5, '\ud800', 2n ** 70n, { a: ['\udc00'] }])
    expect(() => guardValue('p', value)).toThrow(expect.objectContaining({ code: 'invalid' }));
  let deep: unknown = 1;
  for (let i = 0; i < 40; i += 1) deep = [deep];
  expect(() => guardValue('p', deep)).toThrow(/nested deeper/);
  expect(z.array(z.unknown()).parse(guardValue('p', ['a', true, null, undefined]))).toEqual(['a', true, null, null]);
});
