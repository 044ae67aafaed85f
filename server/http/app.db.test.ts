/** The API over HTTP on the curated case and a genuine Neo4j: guards, errors, every route, imports and exports. */
import type { FastifyInstance } from 'fastify';
import fc from 'fast-check';
import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_LIMITS } from '../contract/parts.ts';
import { ROUTES } from '../contract/routes.ts';
import { readConfig } from '../config.ts';
import { DEFAULT_GRAPH_MEMORY_MB, setGraphMemory } from '../graph/open-graph.ts';
import { prepareDatabase } from '../prepare-database.ts';
import type { Database } from '../store/connect.ts';
import { createImportJobs } from '../usecases/importing/import-jobs.ts';
import { ANSWERS_WHOLE_CASE_AT_A_DATE, TEST_GRAPH_MEMORY_MB } from '../../test-support/graph-memory.ts';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import { buildApp } from './app.ts';

let db: Database;
let app: FastifyInstance;
let url = '';

beforeAll(async () => {
  db = await freshDatabase();
  const report = await prepareDatabase(db, { root: readConfig({}).root, leaveEmpty: false });
  expect(report?.problems).toEqual([]);
  app = await buildApp({ db, jobs: createImportJobs(db), checkAnswers: true, version: '0.0.0-test' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${app.addresses().flatMap((a) => (typeof a === 'string' ? [] : [a.port]))[0]}`;
}, 120_000);
afterAll(async () => {
  await app?.close();
  await db?.close();
});

type Body = Record<string, unknown>;
async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: Body; headers: Headers }> {
  const answer = await fetch(`${url}${path}`, init);
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as Body) : { text }, headers: answer.headers };
}
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
/** Sends a request with headers that fetch does not allow. */
function askRaw(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((done, fail) => {
    const { port } = new URL(url);
    const sent = rawRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 0));
    });
    sent.on('error', fail);
    sent.end();
  });
}

describe('requests are guarded', () => {
  it('refuses another host, another origin and another site, on data and on the page', async () => {
    const own = new URL(url).host;
    expect(await askRaw('/api/stats', { host: own })).toBe(200);
    expect(await askRaw('/api/stats', { host: 'evil.example' })).toBe(403);
    expect(await askRaw('/', { host: 'evil.example' })).toBe(403);
    expect(await askRaw('/api/stats', { host: own, origin: 'http://evil.example' })).toBe(403);
    expect(await askRaw('/api/stats', { host: own, 'sec-fetch-site': 'same-site' })).toBe(403);
  });
  it('answers 405 with Allow to a method that is not declared', async () => {
    const answer = await ask('/api/stats', { method: 'DELETE' });
    expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });
  it('takes JSON only', async () => {
    expect(await post('/api/subgraph', 'ids=iran', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
    expect(await post('/api/subgraph', '{"ids":["iran"]}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
  });
  it('names a duplicate key, with its place', async () => {
    const answer = await post('/api/subgraph', '{"ids":["iran"],\n "ids":["mois"]}');
    expect(answer.status).toBe(400);
    expect(answer.body.problems).toMatchObject([{ code: 'duplicate-key', line: 2 }]);
  });
  it('names a typo in a field', async () => {
    const answer = await post('/api/subgraph', { idz: ['iran'] });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body.problems)).toContain('idz');
  });
  it('names the limit of a body that is too large, and of a list that is too long', async () => {
    expect(await post('/api/subgraph', JSON.stringify({ ids: ['x'.repeat(API_LIMITS.bodyBytes)] }))).toMatchObject({
      status: 413,
      body: { limit: { name: 'bodyBytes' } },
    });
    const answer = await post('/api/subgraph', { ids: Array.from({ length: API_LIMITS.subgraphEntities + 1 }, (_, i) => `e${i}`) });
    expect(answer).toMatchObject({ status: 422, body: { code: 'limit', limit: { name: 'subgraphEntities', value: API_LIMITS.subgraphEntities } } });
  });
  it('sends security headers, and none that allows other origins', async () => {
    const { headers } = await ask('/api/stats', { headers: { origin: url } });
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
  it('tells nothing there is at an unknown path', async () => {
    const answer = await ask('/api/nothing');
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found', status: 404 } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('every route answers by its contract on the curated case', () => {
  it('describes itself as OpenAPI 3.1 with every route of the contract', async () => {
    const { body } = await ask('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.values(body.paths as Record<string, Record<string, { operationId?: string }>>).flatMap((p) =>
      Object.values(p).map((o) => o.operationId),
    );
    expect(operations.filter((o) => o !== undefined).toSorted()).toEqual(
      Object.values(ROUTES)
        .map((r) => r.id)
        .toSorted(),
    );
  });
  it.each([
    '/api/health/live',
    '/api/health/ready',
    '/api/stats',
    '/api/types',
    '/api/predicates',
    '/api/questions',
    '/api/sources',
    '/api/voices',
    '/api/saved-sets',
    '/api/imports',
    '/api/entities?q=amirov',
    '/api/entities?q=',
    '/api/entities/iran',
    '/api/entities/iran/neighbours',
    '/api/roles',
    '/api/roles?roles=intermediary',
  ])('GET %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 200 });
  });
  it.each(['?published=2023', '?happened=2022', '?happened=2022&published=2023-03&firmOnly=true', '?recorded=2099'])(
    'GET entities, roles and claims at the clocks %s',
    async (clock) => {
      const refused = { status: 422, body: { limit: { name: 'graphMemoryClaims' } } };
      const ofWhole = ANSWERS_WHOLE_CASE_AT_A_DATE ? { status: 200 } : refused;
      for (const path of [`entities/iran${clock}`, `roles${clock}`, `entities${clock}&q=alinejad`])
        expect(await ask(`/api/${path}`), path).toMatchObject({ status: 200 });
      for (const list of ['sources', 'voices', 'stats']) expect(await ask(`/api/${list}${clock}`), list).toMatchObject(ofWhole);
    },
  );
  it('reads each source and voice, lists every claim, and reads the evidence of some', async () => {
    const { body: sources } = await ask('/api/sources');
    for (const { id } of sources.sources as { id: string }[]) expect(await ask(`/api/sources/${id}`), id).toMatchObject({ status: 200 });
    const { body: voices } = await ask('/api/voices');
    for (const { id } of voices.voices as { id: string }[]) expect(await ask(`/api/voices/${id}`), id).toMatchObject({ status: 200 });
    const claims: string[] = [];
    let total = Infinity;
    while (claims.length < total) {
      const { body } = await post('/api/claims/query', { limit: 500, offset: claims.length });
      expect((body.claims as unknown[]).length).toBeGreaterThan(0);
      claims.push(...(body.claims as { id: string }[]).map(({ id }) => id));
      total = Number(body.total);
    }
    expect(new Set(claims).size).toBe(total);
    // Other tests compare every answer with the domain; here a random part of them goes through the whole route.
    const seed = Date.now() % 2 ** 31;
    const some = fc.sample(fc.shuffledSubarray(claims, { minLength: 80, maxLength: 80 }), { seed, numRuns: 1 })[0] ?? [];
    for (const id of some) expect(await ask(`/api/claims/${id}`), `${id} (seed ${seed})`).toMatchObject({ status: 200 });
  });
  it('runs each ready question', async () => {
    const { body } = await ask('/api/questions');
    const questions = body.questions as { id: string; kind: string; from?: unknown; to?: unknown; switches?: unknown; clocks?: unknown; filter?: unknown }[];
    expect(questions.length).toBeGreaterThan(0);
    for (const { id, kind, from, to, switches, clocks, filter } of questions) {
      if (kind === 'trace')
        expect(await post('/api/trace', { from, to, ...(switches ? { switches } : {}), ...(clocks ? { clocks } : {}) }), id).toMatchObject({ status: 200 });
      if (kind === 'claims') expect(await post('/api/claims/query', { filter, ...(clocks ? { clocks } : {}) }), id).toMatchObject({ status: 200 });
    }
  });
  it('answers 404 and names what is missing', async () => {
    for (const path of [
      '/api/entities/nobody',
      '/api/claims/nothing',
      '/api/sources/nothing',
      '/api/voices/nobody',
      '/api/imports/nothing',
      '/api/saved-sets/nothing',
    ]) {
      const method = path.startsWith('/api/saved-sets') ? 'DELETE' : 'GET';
      expect(await ask(path, { method }), path).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });
  it('refuses an unknown parameter, also where it takes none', async () => {
    for (const path of ['/api/predicates', '/api/types', '/api/questions', '/api/saved-sets', '/api/imports', '/api/health/live', '/api/stats']) {
      const answer = await ask(`${path}?publishd=2000`);
      expect(answer, path).toMatchObject({ status: 400, body: { code: 'invalid' } });
      expect(JSON.stringify(answer.body.problems), path).toContain('publishd');
    }
  });
  it('refuses a clock that is no date', async () => {
    expect(await ask('/api/entities/iran?published=2023-13')).toMatchObject({ status: 400 });
  });
  it.each(['happened=/', 'published=2024/..', 'recorded=2026-11-25T22:33:00'])('refuses the clock %s, and says what to write instead', async (clock) => {
    for (const path of ['/api/entities/iran', '/api/stats', '/api/roles']) {
      const answer = await ask(`${path}?${clock}`);
      expect(answer, path).toMatchObject({ status: 400, body: { problems: [{ pointer: `/${clock.split('=')[0]}`, remedy: expect.any(String) }] } });
    }
  });
});

describe('imports over HTTP', () => {
  const upload = (content: string, query = '') => {
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'application/json' }), 'small.json');
    return ask(`/api/imports?${query}`, { method: 'POST', body: form });
  };
  const small = JSON.stringify({
    format: 'attest/1',
    dataset: { id: 'small' },
    entities: [{ id: 'small:one', type: 'Person', names: [{ text: 'One', lang: 'en', kind: 'primary' }] }],
  });
  it('plans on a dry run and writes nothing', async () => {
    const before = (await ask('/api/stats')).body;
    const { status, body } = await upload(small, 'dryRun=true&wait=true');
    expect(status).toBe(200);
    expect(body.report).toMatchObject({ outcome: 'planned', dryRun: true, records: { new: expect.any(Number) } });
    expect((await ask('/api/stats')).body).toEqual(before);
  });
  it('answers with a job at once, tells its progress as events, and its end', async () => {
    const { status, body, headers } = await upload(small);
    expect(status).toBe(202);
    const id = String(body.id);
    expect(headers.get('location')).toBe(`/api/imports/${id}`);
    const events = await (await fetch(`${url}/api/imports/${id}/events`)).text();
    expect(events).toContain('event: end');
    expect((await ask(`/api/imports/${id}`)).body).toMatchObject({ state: 'done', report: { outcome: 'done' } });
    expect(await ask('/api/entities/small:one')).toMatchObject({ status: 200 });
  });
  it('reports that the second time nothing changes', async () => {
    expect((await upload(small, 'wait=true')).body.report).toMatchObject({ outcome: 'unchanged' });
  });
  it('are listed by their change set where their process has ended', async () => {
    const { body } = await ask('/api/imports');
    const jobs = body.jobs as { id: string; startedAt: string; report?: { changeSet?: string }; changeSet?: { id: string; who: string } }[];
    // It was loaded at the first start and not by a job of this process.
    const first = jobs.filter((job) => job.changeSet?.who === 'first start');
    expect(first).toHaveLength(1);
    expect(jobs.map((job) => job.startedAt)).toEqual(
      jobs
        .map((job) => job.startedAt)
        .toSorted()
        .reverse(),
    );
    const told = jobs.flatMap((job) => job.report?.changeSet ?? job.changeSet?.id ?? []);
    expect(new Set(told).size).toBe(told.length);
    const id = first[0]?.id;
    expect((await ask(`/api/imports/${id}`)).body).toMatchObject({
      id,
      state: 'done',
      changeSet: { who: 'first start', why: expect.stringContaining('iran-plots') },
    });
    expect(await (await fetch(`${url}/api/imports/${id}/events`)).text()).toMatch(/^event: end\ndata: .*first start/);
  });
  it('refuses a whole file for one fault, and names it', async () => {
    const { status, body } = await upload(small.replace('Person', 'Persona'), 'wait=true');
    expect(status).toBe(422);
    expect(body).toMatchObject({ state: 'refused', report: { outcome: 'refused', problems: [{ file: 'small.json', pointer: '/entities/0/type', line: 1 }] } });
  });
  it('refuses an upload without a file', async () => {
    expect(await ask('/api/imports', { method: 'POST', body: new FormData() })).toMatchObject({ status: 400 });
  });
});

describe('a search with very many hits', () => {
  it('says where its total is a lower bound, and finds a type among those the index ranks last', async () => {
    const named = (id: string, type: string, text: string) => ({ id: `many:${id}`, type, names: [{ text, lang: 'en', kind: 'primary' }] });
    const persons = Array.from({ length: 1_200 }, (_, i) => named(`p${i}`, 'Person', 'Zzyzx'));
    const plot = named('plot', 'Plot', 'Zzyzx and a long tail of other words that lower its rank');
    const form = new FormData();
    form.append('file', new Blob([JSON.stringify({ format: 'attest/1', dataset: { id: 'many' }, entities: [...persons, plot] })]), 'many.json');
    expect((await ask('/api/imports?wait=true', { method: 'POST', body: form })).body).toMatchObject({ state: 'done' });
    // The resident graph searches all names, the in-database graph only the first hits of the index.
    setGraphMemory(db, DEFAULT_GRAPH_MEMORY_MB);
    expect((await ask('/api/entities?q=zzyzx')).body).toMatchObject({ total: 1_201, totalAtLeast: false });
    setGraphMemory(db, 0);
    expect((await ask('/api/entities?q=zzyzx')).body).toMatchObject({ total: 1_000, totalAtLeast: true });
    expect((await ask('/api/entities?q=zzyzx&types=Plot')).body).toMatchObject({ total: 1, totalAtLeast: false, results: [{ entity: { id: 'many:plot' } }] });
    expect((await ask('/api/entities?q=amirov')).body).toMatchObject({ totalAtLeast: false });
    setGraphMemory(db, TEST_GRAPH_MEMORY_MB);
  });
});

describe('exports over HTTP', () => {
  const piece = { entities: ['rafat-amirov', 'plot-alinejad-2022', 'masih-alinejad'] };
  it.each(['own-json', 'csv-set', 'markdown-dossier'])('writes a piece as %s with a file name', async (format) => {
    const answer = await post('/api/exports', { format, ...piece, gate: { leaveOut: true } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="[\w.-]+"/);
  });
  it('answers what the gate refuses and what will be printed', async () => {
    const { status, body } = await post('/api/exports/check', piece);
    expect(status).toBe(200);
    expect((body.printed as string[]).join('\n')).toContain('As told up to');
  });
});

describe('saved sets over HTTP', () => {
  const put = (body: unknown) => ask('/api/saved-sets/mine', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  it('are created, replaced at their revision only, and deleted', async () => {
    const { body: first } = await put({ name: 'Mine', ids: ['iran'] });
    expect(first).toMatchObject({ id: 'mine', name: 'Mine', ids: ['iran'] });
    expect(await put({ name: 'Mine', ids: ['mois'], revision: Number(first.revision) + 99 })).toMatchObject({ status: 409 });
    expect(await put({ name: 'Mine too', ids: ['mois'], revision: first.revision })).toMatchObject({ status: 200, body: { name: 'Mine too' } });
    expect(await ask('/api/saved-sets/mine', { method: 'DELETE' })).toMatchObject({ status: 200, body: { deleted: true } });
  });
});
