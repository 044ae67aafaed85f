/** Above the memory budget a question about a part of the case is answered at a date from the records of that part. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testNeo4j } from '../../../../test-support/test-neo4j.ts';
import { records } from '../../../domain/testing/build-records.ts';
import type { Clocks } from '../../../domain/model/questions.ts';
import type { Database } from '../../../store/connect.ts';
import { ADAPTERS, answeredBy } from '../../../usecases/testing/both-adapters.ts';
import { openTestDatabase, storeRecords } from '../../../usecases/testing/store-records.ts';
import type { Graph } from '../../graph.ts';
import { emptyPut } from '../../../domain/importing/change-plan.ts';
import type { Entity } from '../../../domain/model/records.ts';
import type { Tx } from '../../../store/connect.ts';
import { entitiesById } from '../../../store/statements/entities.ts';
import { change } from '../../../store/testing/change-database.ts';
import { readGraph } from '../../open-graph.ts';
import { pastOf } from './recorded-part.ts';

const CASE = records({
  voices: [{ id: 'paper' }, { id: 'ministry', entities: ['state'] }],
  sources: [
    { id: 'early', voice: 'paper', published: '2019' },
    { id: 'late', voice: 'paper', published: '2022' },
    { id: 'notice', voice: 'ministry', published: '2019' },
  ],
  entities: [
    { id: 'plot', type: 'Plot', names: [{ text: 'The plot', lang: 'en', kind: 'label' }] },
    { id: 'state', type: 'Country', names: [{ text: 'The state', lang: 'en', kind: 'primary' }] },
    { id: 'envoy', type: 'Person', names: [{ text: 'Name printed late', lang: 'en', kind: 'primary', sources: ['late'] }] },
    { id: 'man', type: 'Person', names: [{ text: 'A man', lang: 'en', kind: 'primary' }] },
  ],
  predicates: [
    { id: 'described-as', takes: ['text'], group: 'identity' },
    { id: 'took-part', accuses: ['subject'], group: 'execution' },
  ],
  claims: [
    { id: 'plot-2018', subject: 'man', predicate: 'saw', object: 'plot', citations: [{ source: 'early', happened: '2018' }] },
    { id: 'plot-2020', subject: 'state', predicate: 'saw', object: 'plot', citations: [{ source: 'early', happened: '2020' }] },
    {
      id: 'only-denied-then',
      subject: 'man',
      predicate: 'took-part',
      object: 'plot',
      citations: [
        { source: 'notice', happened: '2018', standing: { level: 'charged', by: 'state', on: '2021' } },
        { source: 'early', stance: 'disputes', standing: { level: 'denied', by: 'man' }, happened: '2018' },
      ],
    },
    { id: 'described', subject: 'envoy', predicate: 'described-as', object: { text: 'a diplomat', lang: 'en' }, citations: [{ source: 'early' }] },
    { id: 'met', subject: 'envoy', predicate: 'met', object: 'man', citations: [{ source: 'early' }] },
    { id: 'met-late', subject: 'man', predicate: 'met', object: 'state', citations: [{ source: 'late' }] },
  ],
});

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  await storeRecords(db, CASE);
});
afterAll(() => db.close());

/** The answer of the graph in the database, which must be that of the one in memory. */
async function answer<T>(clocks: Clocks, ask: (graph: Graph) => Promise<T>): Promise<T> {
  const [resident, inDatabase] = await Promise.all(ADAPTERS.map((adapter) => readGraph(answeredBy(adapter, db), clocks, ask)));
  expect(inDatabase).toEqual(resident);
  return inDatabase as T;
}

test('a claim of which only a denial is visible is dated by its plot', async () => {
  const around = await answer({ happened: '2019' }, async (graph) => {
    const page = await graph.around('man', { order: 'standing', limit: 10 });
    return { ids: page.claims.map(({ id }) => id), uncertain: page.uncertain, datedBy: page.ctx.figures.get('only-denied-then')?.datedBy };
  });
  expect(around.ids).toContain('only-denied-then');
  expect(around.datedBy).toEqual(['plot']);
});

test('a name that is not yet printed gives way to the description, and is found by the name only later', async () => {
  const nameOfEnvoy = async (graph: Graph) => (await graph.around('man', { order: 'standing', limit: 10 })).ctx.node('envoy')?.name;
  expect(await answer({ published: '2020' }, nameOfEnvoy)).toBe('a diplomat');
  expect(await answer({ published: '2023' }, nameOfEnvoy)).toBe('Name printed late');
  const found = async (graph: Graph) => (await graph.search({ q: 'Name printed late', exact: true, offset: 0, limit: 5 })).found.map(({ id }) => id);
  expect(await answer({ published: '2020' }, found)).toEqual([]);
  expect(await answer({ published: '2023' }, found)).toEqual(['envoy']);
});

test('an entity counts the claims that are visible at the date', async () => {
  const degrees = async (graph: Graph) => (await graph.around('envoy', { order: 'standing', limit: 10 })).ctx.node('man')?.degree;
  expect([await answer({ published: '2020' }, degrees), await answer({ published: '2023' }, degrees)]).toEqual([3, 4]);
});

test('a list leaves out what was published later', async () => {
  const listed = async (graph: Graph) => (await graph.claims({ entities: ['state'] }, { order: 'id', offset: 0, limit: 10 })).claims.map(({ id }) => id);
  expect(await answer({ published: '2020' }, listed)).toEqual(['plot-2020']);
});

test('what is asked of the whole case is refused by the name of the limit', async () => {
  const inDatabase = answeredBy('in-database', db);
  const refusal = { code: 'limit', details: { limit: { name: 'graphMemoryClaims' } } };
  const asked: ((graph: Graph) => Promise<unknown>)[] = [
    (graph) => graph.totals(),
    (graph) => graph.sources(),
    (graph) => graph.voices(),
    (graph) => graph.ofType('Person', 5),
    (graph) => graph.search({ q: '', offset: 0, limit: 5 }),
  ];
  for (const ask of asked) await expect(readGraph(inDatabase, { published: '2020' }, ask)).rejects.toMatchObject(refusal);
  const exported = (graph: Graph) => graph.piece({ entities: ['man'], paths: [] });
  await expect(readGraph(inDatabase, { recorded: '2030' }, exported)).rejects.toMatchObject(refusal);
});

test('as recorded at a date, a name that was corrected since is told as it was, and found by what it was', async () => {
  const before = await db.read((tx) => entitiesById.run(tx, { rev: 1_000_000, ids: ['man'] }));
  const man: Entity = JSON.parse(before[0]!.json);
  const delta = { put: { ...emptyPut(), entities: [{ ...man, names: [{ text: 'Somebody else', lang: 'en', kind: 'primary' as const }] }] }, remove: [] };
  await change(db, delta, { at: '2099-01-01T00:00:00.000Z' });
  for (const adapter of ADAPTERS) {
    const graph = answeredBy(adapter, db);
    const then = await readGraph(graph, { recorded: '2098' }, async (of) => ({ ...(await of.entity('man')), node: (await of.entity('man')).ctx.node('man') }));
    expect(then.node, adapter).toMatchObject({ name: 'A man', degree: 4 });
    const search = (q: string, recorded: string) =>
      readGraph(graph, { recorded }, async (of) => (await of.search({ q, exact: true, offset: 0, limit: 5 })).found.map(({ id }) => id));
    expect([await search('A man', '2098'), await search('Somebody else', '2098')], adapter).toEqual([['man'], []]);
    expect([await search('A man', '2100'), await search('Somebody else', '2100')], adapter).toEqual([[], ['man']]);
  }
});

test('more records changed since than one answer turns back are refused by the name of the limit', async () => {
  const reader = (tx: Tx) => ({ db, tx, revision: 1_000_000 });
  const refuse = () => {
    throw new Error('not asked of the whole case');
  };
  await expect(db.read((tx) => pastOf(reader(tx), '1990', refuse, 3))).rejects.toMatchObject({
    code: 'limit',
    details: { limit: { name: 'datedChanges', value: 3 } },
  });
  expect((await db.read((tx) => pastOf(reader(tx), '2200', refuse, 3))).claims).toEqual([]);
});
