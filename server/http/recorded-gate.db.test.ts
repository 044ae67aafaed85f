/** The publication gate over HTTP at a recorded clock: what is known today of a passage, or of a person's danger, is known to whoever prints an older state. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { prepareDatabase } from '../prepare-database.ts';
import type { Database } from '../store/connect.ts';
import { createImportJobs } from '../usecases/importing/import-jobs.ts';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import { ANSWERS_WHOLE_CASE_AT_A_DATE } from '../../test-support/graph-memory.ts';
import { buildApp } from './app.ts';

let db: Database;
let app: FastifyInstance;
let host = '';
/** An instant between the first import and the second. */
let before = '';

const name = (text: string) => [{ text, lang: 'en', kind: 'primary' }];
const source = (id: string, published: string) => ({
  id: `back:${id}`,
  kind: 'article',
  publisher: 'The Daily',
  title: id,
  url: `https://daily.example/${id}`,
  published: { edtf: published, basis: 'stated' },
  voice: 'back:daily',
  seen: true,
});
const reported = { source: 'back:first', locator: { paragraph: 1 }, paraphrase: 'It is said there.', standing: { level: 'reported' } };
const retracted = {
  source: 'back:second',
  locator: { paragraph: 9 },
  paraphrase: 'The newspaper takes it back.',
  stance: 'disputes',
  standing: { level: 'retracted', by: 'back:paper', on: { edtf: '2024-05-20', basis: 'stated' } },
};
const curated = (isLater: boolean) => ({
  format: 'attest/1',
  dataset: { id: 'back', title: 'Taken back', knowledgeUntil: { edtf: '2024-06', basis: 'stated' } },
  voices: [{ id: 'back:daily', name: 'The Daily', entities: ['back:paper'], stake: 'none' }],
  sources: [source('first', '2022-03-01'), source('second', '2024-05-20')],
  entities: [
    { id: 'back:paper', type: 'Organization', names: name('The Daily') },
    { id: 'back:man', type: 'Person', names: name('Ivo Halm') },
    { id: 'back:gang', type: 'Gang', names: name('The Lanterns') },
    { id: 'back:friend', type: 'Person', names: name('Ada Renn'), ...(isLater ? { atRisk: true } : {}) },
  ],
  claims: [
    { id: 'back:member', subject: 'back:man', predicate: 'gang-member-of', object: 'back:gang', citations: [reported, ...(isLater ? [retracted] : [])] },
    { id: 'back:met', subject: 'back:man', predicate: 'communicated-with', object: 'back:friend', citations: [reported] },
  ],
});

async function upload(file: object): Promise<void> {
  const boundary = 'part';
  const payload = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="file"; filename="back.json"',
    'Content-Type: application/json',
    '',
    JSON.stringify(file),
    `--${boundary}--`,
    '',
  ].join('\r\n');
  const answer = await app.inject({
    method: 'POST',
    url: '/api/imports?wait=true',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, host },
    payload,
  });
  expect(answer.json()).toMatchObject({ state: 'done', report: { problems: [] } });
}
const post = (url: string, body: object) => app.inject({ method: 'POST', url, headers: { host }, payload: body });
const check = async (claim: string, clocks?: object) =>
  (await post('/api/exports/check', { claims: [claim], clocks }))
    .json<{ refused: { id: string; why: string }[] }>()
    .refused.map(({ id, why }) => `${id} ${why}`);

beforeAll(async () => {
  db = await freshDatabase();
  await prepareDatabase(db, { root: readConfig({}).root, leaveEmpty: true });
  app = await buildApp({ db, jobs: createImportJobs(db), checkAnswers: true, version: '0.0.0-test' });
  host = new URL(await app.listen({ host: '127.0.0.1', port: 0 })).host;
  await upload(curated(false));
  expect(await check('back:member')).toEqual([]);
  expect(await check('back:met')).toEqual([]);
  before = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 20));
  await upload(curated(true));
}, 400_000);
afterAll(async () => {
  await app?.close();
  await db?.close();
});

describe('an export as recorded before a passage was taken back and a person was known to be in danger', () => {
  const path = { entities: ['back:man', 'back:gang'], claims: ['back:member'] };
  /** Where the case is larger than the memory set for it nothing is taken out as it was. */
  const refusedAsTooLarge = async (url: string, asked: object) => {
    const answer = await post(url, asked);
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { limit: { name: 'graphMemoryClaims' } }]);
  };
  it('is judged by what is known today', async () => {
    const judged = async (clocks?: object) => {
      expect(await check('back:member', clocks)).toEqual(['back:member unsupported', 'back:member no-accuser']);
      expect(await check('back:met', clocks)).toEqual(['back:friend at-risk']);
      expect((await post('/api/exports/check-paths', { paths: [path], clocks })).json()).toMatchObject({
        refused: [
          { id: 'back:member', why: 'unsupported' },
          { id: 'back:member', why: 'no-accuser' },
        ],
        paths: [{ refused: [0, 1] }],
      });
    };
    await judged();
    if (ANSWERS_WHOLE_CASE_AT_A_DATE) await judged({ recorded: before });
    else await refusedAsTooLarge('/api/exports/check', { claims: ['back:member'], clocks: { recorded: before } });
  });
  it('stops at the gate, and is written only against a reason that it prints', async () => {
    const asked = { format: 'markdown-dossier', claims: ['back:member'], paths: [path], clocks: { recorded: before } };
    if (!ANSWERS_WHOLE_CASE_AT_A_DATE) return await refusedAsTooLarge('/api/exports', asked);
    const stopped = await post('/api/exports', asked);
    expect([stopped.statusCode, stopped.json()]).toMatchObject([
      422,
      { code: 'gate-refused', problems: [{ pointer: '/claim/back:member' }, { pointer: '/claim/back:member' }] },
    ]);
    const { statusCode, payload } = await post('/api/exports', { ...asked, gate: { override: 'It is quoted as an error' } });
    expect(statusCode).toBe(200);
    expect(payload).toContain('Published against the publication gate: It is quoted as an error. It had refused 2.');
    expect(payload).toContain('As recorded here on ');
  });
});
