/** Two states of the case compared over HTTP, on the shipped case and the demonstration and genuine Neo4j: dates, change sets, datasets, what is struck, and what is refused. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { readConfig } from '../config.ts';
import type { ComparedClaim, compareCases } from '../contract/routes/compare.ts';
import { readCsv } from '../exchange/csv-table.ts';
import { DEFAULT_GRAPH_MEMORY_MB as MEMORY_MB, setGraphMemory } from '../graph/open-graph.ts';
import { prepareDatabase } from '../prepare-database.ts';
import type { Database } from '../store/connect.ts';
import { createImportJobs } from '../usecases/importing/import-jobs.ts';
import { importFiles } from '../usecases/importing/import-files.ts';
import { freshDatabase } from '../../test-support/fresh-database.ts';
import { buildApp } from './app.ts';

type Compared = z.infer<typeof compareCases.response>;
interface Refused {
  code: string;
  detail: string;
  problems?: { pointer?: string }[];
  limit?: { name: string };
}

let db: Database;
let app: FastifyInstance;

beforeAll(async () => {
  db = await freshDatabase();
  await prepareDatabase(db, { root: readConfig({}).root, leaveEmpty: false });
  const folder = join(readConfig({}).root, 'fixtures/cases/demonstration');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test' });
  setGraphMemory(db, MEMORY_MB);
  app = await buildApp({ db, jobs: createImportJobs(db), checkAnswers: true, deadlineMs: 120_000, version: '0.0.0-test' });
  await app.listen({ host: '127.0.0.1', port: 0 });
}, 240_000);
afterAll(async () => {
  await app?.close();
  await db?.close();
});

async function ask<T>(url: string, payload?: object): Promise<{ status: number; body: T }> {
  const answer = await app.inject({
    method: payload ? 'POST' : 'GET',
    url,
    headers: { host: new URL(app.listeningOrigin).host },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, body: answer.json() };
}
async function compared(body: object): Promise<Compared> {
  const answer = await ask<Compared>('/api/compare', body);
  expect(answer, JSON.stringify(answer.body).slice(0, 600)).toMatchObject({ status: 200 });
  return answer.body;
}
const refused = (body: object) => ask<Refused>('/api/compare', body);
/** All claims that stand at some clocks, as the list of claims has them. */
async function standing(clocks: object): Promise<Map<string, { rank: number; origins: number; uninvolvedOrigins: number }>> {
  const found = new Map<string, { rank: number; origins: number; uninvolvedOrigins: number }>();
  for (let offset = 0; ; offset += 500) {
    const { body } = await ask<{ total: number; claims: { id: string; rank: number; origins: number; uninvolvedOrigins: number }[] }>('/api/claims/query', {
      filter: {},
      order: 'id',
      offset,
      limit: 500,
      clocks,
    });
    for (const claim of body.claims) if (claim.rank >= 0) found.set(claim.id, claim);
    if (offset + 500 >= body.total) return found;
  }
}
const whole = { offset: 0, limit: 500 };
const all = Object.fromEntries(['gained', 'lost', 'changed', 'falls', 'retold', 'stands'].map((list) => [list, whole]));
const ids = ({ items }: { items: ComparedClaim[] }) => items.map(({ id }) => id);

describe('two dates of publication', () => {
  const [before, after] = [{ published: '2018' }, { published: '2024-06' }];
  it('gain, lose and change the claims that the lists of claims at both dates say', async () => {
    const [was, is] = [await standing(before), await standing(after)];
    const found = await compared({ before, after, pages: all, marked: [...is.keys()] });
    expect(found.kind).toBe('dates');
    expect(ids(found.gained).sort()).toEqual([...is.keys()].filter((id) => !was.has(id)).sort());
    expect(ids(found.lost).sort()).toEqual([...was.keys()].filter((id) => !is.has(id)).sort());
    const changed = new Set(ids(found.changed));
    for (const [id, one] of was) {
      const other = is.get(id);
      if (other && (['rank', 'origins', 'uninvolvedOrigins'] as const).some((figure) => one[figure] !== other[figure])) expect([...changed]).toContain(id);
    }
    expect(found.standing).toEqual({ before: was.size, after: is.size, untouched: was.size });
    expect(found.gained.total).toBeGreaterThan(10);
    expect(found.answer.text).toMatch(/^Between the two dates the case gained \d+ claims/);
    expect(found.marks.filter(({ mark }) => mark === 'gained').length).toBe(found.gained.total);
    expect(found.questions?.changed.length).toBeGreaterThan(0);
    expect(found.questions?.notAsked).toBe(0);
  });
  it('say nothing of what is alike, and name the next date at which something differs', async () => {
    const same = await compared({ before: after, after });
    expect([same.kind, same.gained.total, same.lost.total, same.changed.total, same.questions?.changed]).toEqual(['none', 0, 0, 0, []]);
    const early = await compared({ before: { published: '1950' }, after: { published: '1951' } });
    expect(early.answer.text).toBe('Between the two dates no claim differs.');
    const { published } = early.next!;
    const then = await compared({ before: { published: '1951' }, after: { published } });
    expect(then.gained.total + then.lost.total + then.changed.total).toBe(early.next!.claims);
  });
  it('are compared by the paths of a trace', async () => {
    const trace = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] } };
    const { paths, answer } = await compared({ before: { published: '2000' }, after: {}, trace, questions: false });
    expect(paths).toMatchObject({ before: 0, lost: [], changed: [] });
    expect(paths!.gained.length).toBeGreaterThan(0);
    expect(answer.text).toMatch(/join(s)? Rafat Amirov to Masih Alinejad/);
    const { body } = await ask<{ paths: { entities: string[] }[] }>('/api/trace', trace);
    expect(paths!.gained.map(({ entities }) => entities)).toEqual(body.paths.slice(0, paths!.gained.length).map(({ entities }) => entities));
  });
});

describe('without a voice', () => {
  it('claims fall, are left as a retelling, or stand; what falls is that of which it is the only origin', async () => {
    const { body } = await ask<{ voices: { id: string; claims: number; alone: number }[] }>('/api/voices');
    const biggest = body.voices.toSorted((a, b) => b.claims - a.claims)[0]!;
    const found = await compared({ after: { without: { voices: [biggest.id] } }, pages: all });
    const { falls, retold, stands, standing: total } = found;
    expect(found.kind).toBe('strike');
    expect(falls.total + retold.total + stands.total + total.untouched).toBe(total.before);
    expect(falls.total + retold.total).toBe(found.lost.total);
    expect(falls.total + retold.total).toBeGreaterThanOrEqual(biggest.alone);
    expect(found.answer.text).toMatch(new RegExp(`^Without it ${falls.total} of ${total.before} claims fall`));
    for (const one of retold.items) expect(one.told[0]).toMatch(/^left only as a retelling/);
    for (const one of falls.items) expect(one.told).toEqual(['nobody else tells it']);
  });
});

describe('two choices of datasets', () => {
  it('are told apart by the claims of each', async () => {
    const found = await compared({ before: { without: { datasets: ['demonstration'] } }, after: {}, questions: false });
    expect(found.kind).toBe('datasets');
    const { body } = await ask<{ total: number }>('/api/claims/query', { filter: { datasets: ['demonstration'] }, limit: 1 });
    expect([found.lost.total, found.gained.total > 0, found.gained.total <= body.total]).toEqual([0, true, true]);
  });
});

describe('two change sets', () => {
  it('are compared by the instants at which they were made: each shows what it wrote', async () => {
    const { body: stats } = await ask<{ revision: number }>('/api/stats');
    const claim = {
      id: 'compared-claim',
      subject: 'rafat-amirov',
      predicate: 'described-as',
      object: { text: 'a man of whom this test tells', lang: 'en' },
      citations: [] as object[],
    };
    const { body: sources } = await ask<{ sources: { id: string; dataset?: string }[] }>('/api/sources');
    claim.citations = [{ source: sources.sources[0]!.id, locator: { paragraph: 1 }, paraphrase: 'It is told so.', standing: { level: 'reported' } }];
    const { body: list } = await ask<{ datasets: { id: string }[] }>('/api/stats');
    const dataset = list.datasets.find(({ id }) => id !== 'demonstration' && id !== 'core')!.id;
    const written = await ask<Record<string, unknown>>('/api/changes', {
      who: 'Ada',
      why: 'a test',
      operation: randomUUID(),
      dataset,
      revision: stats.revision,
      records: { claims: [claim] },
    });
    expect(written).toMatchObject({ status: 200 });
    const { body: changes } = await ask<{ changeSets: { id: string; at: string }[] }>('/api/changes');
    const [last, previous] = changes.changeSets;
    const found = await compared({ before: { recorded: previous!.at }, after: { recorded: last!.at }, questions: false });
    expect([ids(found.gained), found.lost.total, found.changed.total]).toEqual([['compared-claim'], 0, 0]);
  });
});

describe('with a draft', () => {
  /** What a curator drafts: somebody new, met by Rafat Amirov, and another telling of a claim that is there. */
  async function drafted() {
    const { body: stats } = await ask<{ revision: number; datasets: { id: string }[] }>('/api/stats');
    const dataset = stats.datasets.find(({ id }) => id !== 'demonstration' && id !== 'core')!.id;
    const { body: found } = await ask<{ claims: { id: string }[] }>('/api/claims/query', {
      filter: { entities: ['rafat-amirov'], datasets: [dataset] },
      order: 'origins',
      limit: 1,
    });
    const passage = (source: string) => ({ source, locator: { paragraph: 99 }, paraphrase: 'It is told so.', standing: { level: 'reported' } });
    const voice = { id: 'drafted-voice', name: 'The Drafted Courier', stake: 'none' };
    const source = { id: 'drafted-source', kind: 'article', voice: voice.id, published: { edtf: '2024-05', basis: 'stated' }, seen: true };
    const somebody = { id: 'drafted-person', type: 'Person', names: [{ text: 'Drafted Person', lang: 'en', kind: 'primary' }] };
    const { body: history } = await ask<{ states: { record: Record<string, unknown> }[] }>(`/api/records/claim/${found.claims[0]!.id}/history`);
    const { dataset: _, ...recorded } = history.states[0]!.record;
    const known = Object.fromEntries(Object.entries(recorded).filter(([, value]) => !Array.isArray(value) || value.length > 0));
    const claims = [
      { id: 'drafted-claim', subject: 'drafted-person', predicate: 'communicated-with', object: 'rafat-amirov', citations: [passage(source.id)] },
      { ...known, citations: [passage(source.id)] },
    ];
    return {
      dataset,
      known: found.claims[0]!.id,
      draft: { dataset, revision: stats.revision, records: { voices: [voice], sources: [source], entities: [somebody], claims } },
    };
  }
  const written = async () => (await ask<{ revision: number }>('/api/stats')).body;

  it('claims are gained, another gets an origin, an entity and a path come; and nothing is written', async () => {
    const before = await written();
    const { draft, known } = await drafted();
    const trace = { from: { ids: ['drafted-person'] }, to: { ids: ['rafat-amirov'] } };
    const found = await compared({ after: { draft }, pages: all, marked: ['drafted-claim', known], trace });
    expect(found.kind).toBe('draft');
    expect(ids(found.gained)).toEqual(['drafted-claim']);
    // Never firmer than the draft says.
    expect(found.gained.items[0]).toMatchObject({ kind: 'gained', after: { level: 'reported', origins: 1 } });
    expect(found.gained.items[0]!.before).toBeUndefined();
    const changed = found.changed.items.find(({ id }) => id === known)!;
    expect(changed.after!.origins).toBe(changed.before!.origins + 1);
    expect(changed.changes).toContain('gained-origin');
    expect(found.entitiesGained.items.map(({ id }) => id)).toEqual(['drafted-person']);
    expect(found.paths).toMatchObject({ before: 0, lost: [] });
    expect(found.paths!.gained.map(({ claims }) => claims)).toContainEqual(['drafted-claim']);
    expect(found.marks).toEqual([
      { claim: 'drafted-claim', mark: 'gained' },
      { claim: known, mark: 'changed' },
    ]);
    expect(found.answer.text).toMatch(/^With the draft the case gains 1 claim and \d+ changes?/);
    expect(await written()).toEqual(before);
    expect((await ask('/api/entities/drafted-person')).status).toBe(404);
  });
  it('it can stand on the first side, where all this is lost; with the same on both nothing differs', async () => {
    const { draft } = await drafted();
    const found = await compared({ before: { draft }, pages: all, questions: false });
    expect([ids(found.lost), found.entitiesLost.items.map(({ id }) => id)]).toEqual([['drafted-claim'], ['drafted-person']]);
    expect(found.answer.text).toMatch(/^Without the draft the case loses 1 claim/);
    expect(await compared({ before: { draft }, after: { draft }, questions: false })).toMatchObject({ kind: 'none', gained: { total: 0 }, lost: { total: 0 } });
  });
  it('it stands at a date of publication like all else: what it cites was not published before', async () => {
    const { draft } = await drafted();
    const at = async (published: string) => (await compared({ before: { published }, after: { published, draft }, questions: false })).gained.total;
    expect([await at('2024-04'), await at('2024-05')]).toEqual([0, 1]);
  });
  it('a ready question of the draft, and one whose answer it changes, are asked of both', async () => {
    const { draft } = await drafted();
    const question = { id: 'drafted-question', text: 'Whom did the drafted person meet?', kind: 'claims', filter: { entities: ['drafted-person'] } };
    const { questions } = await compared({ after: { draft: { ...draft, records: { ...draft.records, questions: [question] } } } });
    expect(questions!.changed.find(({ id }) => id === 'drafted-question')).toMatchObject({ before: 0, after: 1, gained: 1, lost: 0 });
  });
  it('the drawing has its claims among their entities', async () => {
    const { draft } = await drafted();
    const asked = { ids: ['drafted-person', 'rafat-amirov'] };
    const { body } = await ask<{ nodes: { id: string }[]; edges: { id: string }[]; missing: string[] }>('/api/compare/drawing', {
      ...asked,
      state: { draft },
    });
    expect([body.nodes.map(({ id }) => id).sort(), body.missing]).toEqual([asked.ids.toSorted(), []]);
    expect(body.edges.map(({ id }) => id)).toContain('drafted-claim');
    expect(await ask<object>('/api/compare/drawing', asked)).toMatchObject({ status: 200, body: { missing: ['drafted-person'] } });
  });
  it('as a table it has the same rows', async () => {
    const { draft } = await drafted();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/compare/csv',
      headers: { host: new URL(app.listeningOrigin).host },
      payload: { after: { draft } },
    });
    const rows = readCsv(answer.payload).rows.map(({ cells }) => cells);
    expect(rows.map(([what, difference, id]) => [what, difference, id])).toContainEqual(['claim', 'gained', 'drafted-claim']);
    expect(rows.map(([what, difference, id]) => [what, difference, id])).toContainEqual(['entity', 'gained', 'drafted-person']);
  });
  it('its faults are those of its plan, each with its field', async () => {
    const { draft } = await drafted();
    const wrong = { ...draft, records: { claims: [{ ...draft.records.claims[0]!, object: 'nobody-at-all' }] } };
    const planned = await ask<{ outcome: string; problems: { pointer: string; message: string }[] }>('/api/changes/plan', wrong);
    expect(planned.body.outcome).toBe('refused');
    const found = await refused({ after: { draft: wrong } });
    expect(found).toMatchObject({ status: 422, body: { code: 'refused' } });
    expect(found.body.problems!.map(({ pointer }) => pointer)).toEqual(planned.body.problems.map(({ pointer }) => `/after/draft${pointer}`));
    expect(found.body.problems!.map(({ pointer }) => pointer)).toContain('/after/draft/records/claims/0/object');
    const later = { ...draft, revision: draft.revision + 1 };
    expect(await refused({ before: { draft: later } })).toMatchObject({ status: 422, body: { problems: [{ pointer: '/before/draft/revision' }] } });
  });
  it('what others changed since it was read is told as its plan tells it', async () => {
    const { draft } = await drafted();
    const signed = { who: 'Ada', why: 'a test', operation: randomUUID() };
    const { dataset, revision } = draft;
    const other = { id: 'drafted-voice', name: 'Another Courier', stake: 'none' };
    expect(await ask<object>('/api/changes', { ...signed, dataset, revision, records: { voices: [other] } })).toMatchObject({ status: 200 });
    const planned = await ask<Refused>('/api/changes/plan', draft);
    const found = await refused({ after: { draft } });
    expect(found).toMatchObject({ status: 409, body: { code: 'conflict', problems: planned.body.problems! } });
    expect(JSON.stringify(found.body.problems)).toContain('drafted-voice');
  });
  it('at a recorded date there is no draft', async () => {
    const { draft } = await drafted();
    const answer = await refused({ after: { recorded: '2024', draft } });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('a draft is not recorded yet');
  });
  it('a case that does not fit the memory set for it, by name', async () => {
    const { draft } = await drafted();
    setGraphMemory(db, 0);
    try {
      for (const [path, body] of [
        ['/api/compare', { after: { draft } }] as const,
        ['/api/compare/drawing', { ids: ['rafat-amirov'], state: { draft } }] as const,
      ])
        expect(await ask<Refused>(path, body)).toMatchObject({ status: 422, body: { code: 'limit', limit: { name: 'graphMemoryClaims' } } });
    } finally {
      setGraphMemory(db, MEMORY_MB);
    }
  });
});

describe('as a table', () => {
  it('it has a row for each claim that differs, and no cell that a spreadsheet runs', async () => {
    const body = { before: { published: '2018' }, after: { published: '2024-06' } };
    const found = await compared({ ...body, questions: false });
    const answer = await app.inject({ method: 'POST', url: '/api/compare/csv', headers: { host: new URL(app.listeningOrigin).host }, payload: body });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, ...rows] = readCsv(answer.payload).rows.map(({ cells }) => cells);
    expect(head?.slice(0, 4)).toEqual(['what', 'difference', 'id', 'told']);
    const claims = rows.filter(([what]) => what === 'claim');
    expect(claims.length).toBe(found.gained.total + found.lost.total + found.changed.total);
    expect(rows.length - claims.length).toBe(found.entitiesGained.total + found.entitiesLost.total);
    for (const cells of rows) expect(cells.length).toBe(head!.length);
  });
});

describe('what is refused', () => {
  it.each([
    ['a date that is none, on the side it is of', { before: { published: 'May' } }, 400, 'invalid', '/before'],
    ['an open end', { after: { published: '2020/..' } }, 400, 'invalid', '/after'],
    ['a voice that nobody is', { after: { without: { voices: ['constructor'] } } }, 404, 'not-found', '/after/without/voices'],
    ['an end that nobody is', { trace: { from: { ids: ['nobody-at-all'] }, to: { ids: ['iran'] } } }, 404, 'not-found', '/from'],
    ['a list that there is not', { pages: { found: {} } }, 400, 'invalid', ''],
    ['more claims of a list than are given', { pages: { gained: { limit: 501 } } }, 422, 'limit', ''],
  ])('%s', async (_, body, status, code, pointer) => {
    const answer = await refused(body);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(JSON.stringify(answer.body)).toContain(pointer);
  });
  it('a case that does not fit the memory set for it, by name', async () => {
    setGraphMemory(db, 0);
    try {
      for (const path of ['/api/compare', '/api/compare/csv'])
        expect(await ask<Refused>(path, { before: { published: '2020' } })).toMatchObject({
          status: 422,
          body: { code: 'limit', limit: { name: 'graphMemoryClaims' } },
        });
    } finally {
      setGraphMemory(db, MEMORY_MB);
    }
  });
});
