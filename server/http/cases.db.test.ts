/** Whole cases over HTTP, on genuine Neo4j: made, named anew, put on view, copied, removed; and what is refused of each. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coreFile, demoFile } from '../domain/testing/curated-demo.ts';
import type { Database } from '../store/connect.ts';
import { importFiles } from '../usecases/importing/import-files.ts';
import { createImportJobs } from '../usecases/importing/import-jobs.ts';
import { verifyRecords } from '../usecases/verifying/verify-records.ts';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import { buildApp } from './app.ts';

const SLOW = 240_000;
let db: Database;
let app: FastifyInstance;

beforeAll(async () => {
  db = await freshDatabase();
  const files = [
    ['core', coreFile()],
    ['demo', demoFile()],
  ].map(([name, content]) => ({ name: `${String(name)}.json`, bytes: new TextEncoder().encode(JSON.stringify(content)) }));
  await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test' });
  app = await buildApp({ db, jobs: createImportJobs(db), checkAnswers: true, deadlineMs: 120_000, version: '0.0.0-test' });
  await app.listen({ host: '127.0.0.1', port: 0 });
}, SLOW);
afterAll(async () => {
  await app?.close();
  await db?.close();
});

interface Answer {
  status: number;
  body: Record<string, unknown> & { problems?: { code: string; message: string; pointer?: string }[] };
}
async function ask(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<Answer> {
  const answer = await app.inject({ method, url, headers: { host: new URL(app.listeningOrigin).host }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
interface Stats {
  revision: number;
  datasets: { id: string; title: string; licence?: string; entities: number; claims: number }[];
}
const stats = async () => (await ask('GET', '/api/stats')).body as unknown as Stats;
const caseOf = async (id: string) => (await stats()).datasets.find((one) => one.id === id);
const signed = () => ({ who: 'Ada', why: 'a test', operation: randomUUID() });
async function writeHeader(dataset: Record<string, unknown>, more: object = {}): Promise<Answer> {
  const { revision } = await stats();
  return ask('POST', '/api/changes', { ...signed(), dataset: dataset['id'], revision, records: { dataset }, ...more });
}
const copy = (id: string, body: object = {}) => ask('POST', `/api/cases/${id}/copy`, { ...signed(), dataset: 'demo-2', title: 'The other', ...body });
const remove = (id: string, records: number, body: object = {}) => ask('POST', `/api/cases/${id}/remove`, { ...signed(), records, ...body });
const sizeOf = async (id: string) => (await ask('GET', `/api/cases/${id}/size`)).body as { records: number; texts: number };
/** Of the claims of some cases, ids and rank: a name that two cases have is told apart in a sentence. */
async function claimsOf(...datasets: string[]): Promise<{ total: number; claims: [string, number][] }> {
  const { body } = await ask('POST', '/api/claims/query', { filter: { datasets }, order: 'id' });
  const { total, claims } = body as unknown as { total: number; claims: { id: string; rank: number }[] };
  return { total, claims: claims.map(({ id, rank }) => [id, rank]) };
}
const expectSound = async () => expect((await verifyRecords(db)).faults).toEqual([]);

describe('a case is made and named', () => {
  it('holds nothing but its header, and is there at once', { timeout: SLOW }, async () => {
    const made = await writeHeader({ id: 'own', title: 'My case', licence: 'CC BY 4.0', knowledgeUntil: { edtf: '2024-05', basis: 'stated' } });
    expect(made).toMatchObject({ status: 200, body: { outcome: 'done' } });
    expect(await caseOf('own')).toMatchObject({ title: 'My case', licence: 'CC BY 4.0', entities: 0, claims: 0, knowledgeUntil: { edtf: '2024-05' } });
    expect(await sizeOf('own')).toMatchObject({ records: 1, texts: 0 });
  });
  it('is named anew without touching a record of it', { timeout: SLOW }, async () => {
    const before = await claimsOf('demo');
    expect(await writeHeader({ id: 'demo', title: 'Called anew', knowledgeUntil: { edtf: '2024-09', basis: 'stated' } })).toMatchObject({ status: 200 });
    expect(await caseOf('demo')).toMatchObject({ title: 'Called anew' });
    expect(await claimsOf('demo')).toEqual(before);
  });
  it('is not written over where somebody else named it meanwhile', { timeout: SLOW }, async () => {
    const { revision } = await stats();
    await writeHeader({ id: 'demo', title: 'By another' });
    const late = await writeHeader({ id: 'demo', title: 'By me' }, { revision });
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await caseOf('demo')).toMatchObject({ title: 'By another' });
  });
  it.each([
    ['an id that is no slug', { id: 'My case', title: 'x' }],
    ['a word kept for ends of claims', { id: 'unknown', title: 'x' }],
    ['a date of no form', { id: 'own', title: 'x', knowledgeUntil: { edtf: 'last summer', basis: 'stated' } }],
    ['a title that is no text', { id: 'own', title: 7 }],
    ['a field there is not', { id: 'own', title: 'x', owner: 'Ada' }],
  ])('is refused with %s, by name', { timeout: SLOW }, async (_what, dataset) => {
    const { revision } = await stats();
    const refused = await writeHeader(dataset);
    expect([400, 422]).toContain(refused.status);
    expect(refused.body.problems?.length).toBeGreaterThan(0);
    expect((await stats()).revision).toBe(revision);
  });
});

describe('a case is copied', () => {
  it('into one of its own, as large, under ids of its own, and sound; the first stays as it was', { timeout: SLOW }, async () => {
    const size = await sizeOf('demo');
    const before = await claimsOf('demo');
    const { operation } = signed();
    const first = await copy('demo', { operation });
    expect(first).toMatchObject({ status: 200, body: { outcome: 'done' } });
    const [demo, other] = [await caseOf('demo'), await caseOf('demo-2')];
    expect(other).toMatchObject({ title: 'The other', claims: demo!.claims, entities: demo!.entities });
    expect(await sizeOf('demo-2')).toMatchObject({ records: size.records });
    expect(await claimsOf('demo')).toEqual(before);
    await expectSound();
    // Sent again it is the same copy.
    const again = await copy('demo', { operation });
    expect([again.status, again.body['revision']]).toEqual([200, expect.objectContaining({ after: (first.body['revision'] as { after: number }).after })]);
    expect((await stats()).datasets.filter(({ title }) => title === 'The other')).toHaveLength(1);
  });
  it('and each case shows what is its own: one on view, some, and one nobody has', { timeout: SLOW }, async () => {
    const [one, other, both] = [await claimsOf('demo'), await claimsOf('demo-2'), await claimsOf('demo', 'demo-2')];
    expect(one.total).toBeGreaterThan(0);
    expect(other.total).toBe(one.total);
    expect(both.total).toBe(one.total + other.total);
    expect(other.claims.every(([id]) => id.startsWith('demo-2:'))).toBe(true);
    expect((await claimsOf('nobody-has-it')).total).toBe(0);
  });
  it.each([
    ['the id of a case there is', 'demo', { dataset: 'core' }, 409, 'conflict'],
    ['its own id', 'demo', { dataset: 'demo' }, 409, 'conflict'],
    ['a case nobody has', 'nobody-has-it', { dataset: 'demo-3' }, 404, 'not-found'],
    ['an id that is no slug', 'demo', { dataset: 'The other' }, 400, 'invalid'],
    ['no title', 'demo', { dataset: 'demo-3', title: undefined }, 400, 'invalid'],
    ['nobody who signs', 'demo', { dataset: 'demo-3', who: undefined }, 400, 'invalid'],
    ['an operation that is no UUID', 'demo', { dataset: 'demo-3', operation: '1' }, 400, 'invalid'],
  ])('not with %s', { timeout: SLOW }, async (_what, id, body, status, code) => {
    const { revision } = await stats();
    expect(await copy(id, body)).toMatchObject({ status, body: { code } });
    expect((await stats()).revision).toBe(revision);
  });
});

describe('a case is removed', () => {
  it('not with another size than it has: the answer names both', { timeout: SLOW }, async () => {
    const { records } = await sizeOf('demo');
    for (const given of [0, records - 1, records + 1]) {
      const refused = await remove('demo', given);
      expect(refused).toMatchObject({ status: 422, body: { code: 'refused', problems: [{ code: 'other-size', pointer: '/records' }] } });
      expect(refused.body.problems![0]!.message).toBe(`The case "demo" has ${records} records, not ${given}`);
    }
    expect(await caseOf('demo')).toBeDefined();
  });
  it('not where another case refers to its records, each named', { timeout: SLOW }, async () => {
    const { records } = await sizeOf('core');
    const refused = await remove('core', records);
    expect(refused).toMatchObject({ status: 422, body: { code: 'refused' } });
    expect(refused.body.problems!.some(({ code, message }) => code === 'referred-to' && message.includes('hired'))).toBe(true);
    expect(await caseOf('core')).toBeDefined();
  });
  it.each([
    ['where nobody has it', 'nobody-has-it', {}, 404, 'not-found'],
    ['with a size that is no number', 'demo', { records: 'all' }, 400, 'invalid'],
    ['with a size below none', 'demo', { records: -1 }, 400, 'invalid'],
    ['where nobody signs', 'demo', { who: '' }, 400, 'invalid'],
  ])('not %s', { timeout: SLOW }, async (_what, id, body, status, code) => {
    const { revision } = await stats();
    expect(await remove(id, 1, body)).toMatchObject({ status, body: { code } });
    expect((await stats()).revision).toBe(revision);
  });
  it('and the size of one nobody has is not told', { timeout: SLOW }, async () => {
    expect(await ask('GET', '/api/cases/nobody-has-it/size')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
  it('not as a whole where records are named: more than a tenth of a small case goes by name', { timeout: SLOW }, async () => {
    const { revision } = await stats();
    const claims = ['c3', 'c4', 'c6'].map((id) => ({ kind: 'claim', id: `demo-2:${id}` }));
    const gone = await ask('POST', '/api/changes', { ...signed(), dataset: 'demo-2', revision, records: {}, remove: claims });
    expect(gone).toMatchObject({ status: 200, body: { outcome: 'done', records: { removed: 6 } } });
    await expectSound();
  });
  it('empty ones too', { timeout: SLOW }, async () => {
    expect(await remove('own', 1)).toMatchObject({ status: 200, body: { outcome: 'done' } });
    expect(await caseOf('own')).toBeUndefined();
  });
  it('with all its records, its texts and nothing of another case, once its size is given', { timeout: SLOW }, async () => {
    const text = await ask('PUT', '/api/sources/daily/text', { text: 'One paragraph.', language: 'en', revision: 0, operation: randomUUID() });
    expect(text.status).toBe(200);
    const { records, texts } = await sizeOf('demo');
    expect(texts).toBe(1);
    const other = await claimsOf('demo-2');

    const { operation } = signed();
    expect(await remove('demo', records, { operation })).toMatchObject({ status: 200, body: { outcome: 'done' } });
    expect(await remove('demo', records, { operation })).toMatchObject({ status: 200 });
    expect((await stats()).datasets.map(({ id }) => id).sort()).toEqual(['core', 'demo-2']);
    expect((await claimsOf('demo')).total).toBe(0);
    expect(await claimsOf('demo-2')).toEqual(other);
    expect(await ask('GET', '/api/sources/daily/text')).toMatchObject({ status: 404 });
    expect((await ask('GET', '/api/texts')).body['texts']).toEqual([]);
    await expectSound();
  });
});
