/** "Ready" means that the database, its schema and the first data are there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../contract/routes.ts';
import type { RouteContract } from '../../contract/route.ts';
import type { Database } from '../../store/connect.ts';
import { serveEdge, type Edge } from '../testing/serve-edge.ts';

let preparing: string | undefined = 'the core vocabulary';
const notReady = {
  status: 503,
  code: 'not-ready',
  detail: 'Not ready: Attest is being prepared, now the core vocabulary. Nothing of this request was looked at or written.',
  remedy: 'send the same again after as many seconds as Retry-After says; /api/health/ready answers 200 once all is there',
  retryAfter: 2,
};
let edge: Edge;
/** Of the stored data; 0 where there is none. */
let revision = 3;
beforeAll(async () => {
  const db = { ready: async () => ({ revision }), close: async () => undefined } as unknown as Database;
  edge = await serveEdge({ db, preparing: () => preparing, instance: 'this-run' });
});
afterAll(() => edge.close());

it('ready is answered 503 until the database is prepared, even while it answers', async () => {
  const early = await fetch(`${edge.url}/api/health/ready`);
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('2');
  expect(await early.json()).toMatchObject(notReady);
  preparing = undefined;
  expect(await (await fetch(`${edge.url}/api/health/ready`)).json()).toEqual({ status: 'ready', revision: 3 });
});
it('live gives the id of the run', async () => {
  expect(await (await fetch(`${edge.url}/api/health/live`)).json()).toEqual({ status: 'live', instance: 'this-run' });
});

describe('while the first data is being loaded', () => {
  const files = (): FormData => {
    const form = new FormData();
    // Larger than what a socket holds: whoever still sends hears the answer, too.
    form.append('file', new Blob(['x'.repeat(5_000_000)]), 'first.json');
    return form;
  };
  const json = { body: '{}', headers: { 'content-type': 'application/json' } };
  it.each(Object.values(ROUTES).filter(({ id }) => id !== ROUTES.healthLive.id))('$method $path is answered as readiness is', async (route: RouteContract) => {
    preparing = 'the core vocabulary';
    revision = 0;
    const sent = route.multipart ? { body: files() } : route.body ? json : {};
    const answer = await fetch(`${edge.url}${route.path.replaceAll(/:\w+/g, 'a')}`, { method: route.method, ...sent });
    expect([answer.headers.get('retry-after'), await answer.json()]).toMatchObject(['2', notReady]);
    expect(edge.uploads).toEqual([]);
  });
  it('reads of data that is there already are let in', async () => {
    preparing = 'the schema of the database';
    revision = 3;
    const answer = await fetch(`${edge.url}/api/subgraph`, { method: 'POST', ...json });
    expect((await answer.json()) as object).not.toMatchObject({ code: 'not-ready' });
    const write = await fetch(`${edge.url}/api/imports`, { method: 'POST', body: files() });
    expect((await write.json()) as object).toMatchObject({ code: 'not-ready' });
  });
  it('the process is live all the same', async () => {
    preparing = 'the core vocabulary';
    expect((await fetch(`${edge.url}/api/health/live`)).status).toBe(200);
  });
  it('an upload is taken once all is there', async () => {
    preparing = undefined;
    expect((await fetch(`${edge.url}/api/imports`, { method: 'POST', body: files() })).status).toBe(202);
  });
});
