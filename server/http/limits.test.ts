/** A request beyond a limit is answered 413, 422 or 429, and the answer names the limit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_LIMITS } from '../contract/parts.ts';
import { LIMITS, TRACE_LIMITS } from '../contract/records.ts';
import { connectDatabase, type Database } from '../store/connect.ts';
import { serveEdge, type Edge } from './testing/serve-edge.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await serveEdge();
});
afterAll(() => edge.close());

async function ask(method: string, path: string, body?: unknown) {
  const answer = await fetch(edge.url + path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: (await answer.json()) as Record<string, unknown> };
}
const ids = (n: number) => Array.from({ length: n }, (_, i) => `e${i}`);
const trace = (more: object) => ({ from: { ids: ['a'] }, to: { ids: ['b'] }, ...more });

describe('a limit of a field', () => {
  it.each([
    ['subgraphEntities', API_LIMITS.subgraphEntities, 'POST', '/api/subgraph', { ids: ids(2_001) }],
    ['expandResults', API_LIMITS.expandResults, 'POST', '/api/entities/iran/expand', { limit: 501 }],
    ['exceptClaims', API_LIMITS.exceptClaims, 'POST', '/api/entities/iran/expand', { except: ids(10_001) }],
    ['searchResults', API_LIMITS.searchResults, 'GET', '/api/entities?q=a&limit=51', undefined],
    ['listResults', API_LIMITS.listResults, 'GET', '/api/entities/iran?limit=501', undefined],
    ['listResults', API_LIMITS.listResults, 'POST', '/api/claims/query', { limit: 501 }],
    ['offset', API_LIMITS.offset, 'POST', '/api/claims/query', { offset: 1_000_001 }],
    ['listResults', API_LIMITS.listResults, 'GET', '/api/gaps?limit=501', undefined],
    ['offset', API_LIMITS.offset, 'GET', '/api/gaps?offset=1000001', undefined],
    ['listedInQuery', API_LIMITS.listedInQuery, 'GET', `/api/voice-overlap?datasets=${ids(201).join(',')}`, undefined],
    ['tableRows', API_LIMITS.tableRows, 'POST', '/api/claims/table', { filter: {}, limit: 1_001 }],
    ['tableRows', API_LIMITS.tableRows, 'POST', '/api/claims/table', { claims: Array.from({ length: 1_001 }, (_, i) => `c${i}`) }],
    ['maxHops', TRACE_LIMITS.maxHops, 'POST', '/api/trace', trace({ switches: { maxHops: 9 } })],
    ['slack', TRACE_LIMITS.slack, 'POST', '/api/trace', trace({ switches: { slack: 5 } })],
    ['listLength', LIMITS.listLength, 'POST', '/api/trace', trace({ from: { ids: ids(1_001) } })],
    ['listedInQuery', API_LIMITS.listedInQuery, 'GET', `/api/roles?plots=${ids(201).join(',')}`, undefined],
    ['savedSetEntities', API_LIMITS.savedSetEntities, 'PUT', '/api/saved-sets/a', { name: 'A', ids: ids(10_001) }],
    [
      'exportPaths',
      API_LIMITS.exportPaths,
      'POST',
      '/api/exports/check',
      { paths: Array.from({ length: 51 }, () => ({ entities: ['a', 'b'], claims: ['c'] })) },
    ],
    [
      'dossierParts',
      API_LIMITS.dossierParts,
      'POST',
      '/api/exports/preview',
      { parts: Array.from({ length: 101 }, (_, i) => ({ kind: 'claim', id: `c${i}` })) },
    ],
  ])('%s', async (name, value, method, path, body) => {
    const answer = await ask(method, path, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'limit', limit: { name, value } } });
    expect(answer.body.detail).toContain(name);
  });
  it.each([
    ['bodyBytes', 'POST', '/api/trace'],
    ['largeBodyBytes', 'POST', '/api/exports/check'],
    ['largeBodyBytes', 'POST', '/api/exports'],
  ] as const)('%s of %s %s', async (name, method, path) => {
    const answer = await ask(method, path, { title: 'a'.repeat(API_LIMITS[name]) });
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large', limit: { name, value: API_LIMITS[name] } } });
  });
  it('of the claims of an export is lower than what fits into a body', async () => {
    const claims = Array.from({ length: API_LIMITS.exportClaims }, (_, i) => `${'d'.repeat(90)}:${'c'.repeat(90)}${i}`);
    // The request is accepted; the answer is 503 only because there is no database.
    expect(await ask('POST', '/api/exports/check', { claims })).toMatchObject({ status: 503 });
    expect(await ask('POST', '/api/exports/check', { claims: [...claims, 'x'] })).toMatchObject({ status: 422, body: { limit: { name: 'exportClaims' } } });
  }, 60_000);
  it('is reported for its field where it has no name of its own', async () => {
    const answer = await ask('POST', '/api/exports/check', { title: 'a'.repeat(201) });
    expect(answer).toMatchObject({ status: 422, body: { limit: { name: 'title', value: 200 } } });
  });
  it('is not reported where the request is invalid as well', async () => {
    expect(await ask('POST', '/api/subgraph', { ids: ids(2_001), idz: 1 })).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });
});

describe('too many requests', () => {
  it('are answered with the limit and the seconds to wait, each told once', async () => {
    const busy = await serveEdge({ requestsPerMinute: 2 });
    const asked = () => fetch(`${busy.url}/api/health/live`);
    await asked();
    await asked();
    const answer = await asked();
    const body = (await answer.json()) as { retryAfter: number; detail: string };
    expect(answer.status).toBe(429);
    expect(body).toMatchObject({ code: 'too-many-requests', limit: { name: 'requestsPerMinute', value: 2 } });
    expect(answer.headers.get('retry-after')).toBe(String(body.retryAfter));
    expect(body.retryAfter).toBeLessThanOrEqual(60);
    expect(body.detail).toContain(`in ${body.retryAfter} s`);
    await busy.close();
  });
});

describe('heavy questions', () => {
  /** A database that answers nothing until the test is over. */
  const silent = () => {
    const db = connectDatabase({ uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'none' });
    const never = (_work: unknown, o?: { signal?: AbortSignal }) =>
      new Promise<never>((_, reject) => o?.signal?.addEventListener('abort', () => reject(o.signal?.reason)));
    return { ...db, read: never, close: () => db.close() } as Database;
  };
  const asking = (url: string, client: string) =>
    fetch(`${url}/api/trace`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'attest-client': client },
      body: JSON.stringify(trace({})),
    });
  it.each([
    ['heavyOfClient', { ofClient: 1 }],
    ['heavyInAll', { inAll: 1 }],
  ] as const)('beyond %s are refused with the seconds to wait, and light ones are answered', async (name, turns) => {
    const busy = await serveEdge({ db: silent(), turns, deadlineMs: 500 });
    const first = asking(busy.url, 'one');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const answer = await asking(busy.url, name === 'heavyInAll' ? 'two' : 'one');
    const body = (await answer.json()) as { retryAfter: number };
    expect(answer.status).toBe(429);
    expect(body).toMatchObject({ code: 'too-many-requests', limit: { name, value: 1 } });
    expect(answer.headers.get('retry-after')).toBe(String(body.retryAfter));
    expect((await fetch(`${busy.url}/api/health/live`)).status).toBe(200);
    await first;
    await busy.close();
  });
  it('wait for their turn without losing time of their own', async () => {
    const busy = await serveEdge({ db: silent(), turns: { atOnce: 1 }, deadlineMs: 300 });
    const started = Date.now();
    const answers = await Promise.all([asking(busy.url, 'one'), asking(busy.url, 'one')]);
    // Each has its whole deadline: the second is answered only after both.
    expect(Date.now() - started).toBeGreaterThanOrEqual(550);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    await busy.close();
  });
});
