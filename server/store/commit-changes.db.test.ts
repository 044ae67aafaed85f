/** A change is written whole, once, at the revision it was planned at. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { emptyPut, type ChangePlan } from '../domain/importing/change-plan.ts';
import { records } from '../domain/testing/build-records.ts';
import { recomputeStale } from '../usecases/importing/recompute-stale.ts';
import { verifyRecords } from '../usecases/verifying/verify-records.ts';
import { commitChanges } from './commit-changes.ts';
import { connectDatabase, type Database } from './connect.ts';
import { migrate, readMigrations } from './migrate.ts';
import { loadAllRecords } from './load-records.ts';
import { readFigures } from './statements/claims.ts';
import { change, emptyDatabase, planOf, putAll } from './testing/change-database.ts';
import { base, within } from './testing/small-case.ts';

let db: Database;
beforeAll(() => {
  db = connectDatabase({ ...testNeo4j(), checkRows: true });
});
beforeEach(() => emptyDatabase(db));
afterAll(() => db.close());

const figuresOf = async (id: string) => {
  const [row] = await db.read((tx) => readFigures.run(tx, { rev: 1_000, ids: [id] }));
  return row && (JSON.parse(row.figures) as { uninvolvedOrigins: number; origins: number; involvedReasons: { reason: string }[]; contested: boolean });
};

test('a change is written once however often it is sent', async () => {
  const plan = await planOf(db, putAll(base()));
  expect(await commitChanges(db, plan)).toEqual({ revision: 1, applied: true });
  expect(await commitChanges(db, plan)).toEqual({ revision: 1, applied: false });
  expect((await db.ready()).revision).toBe(1);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('a plan made at another revision is a conflict and leaves nothing', async () => {
  const late = await planOf(db, putAll(base()));
  await change(db, putAll(records({ entities: { eve: 'Person' }, claims: [] })));
  await expect(commitChanges(db, late)).rejects.toMatchObject({ code: 'conflict' });
  expect([...(await db.read(loadAllRecords)).entities.keys()]).toEqual(['eve']);
});

test('two changes sent at once: one is written, the other is a conflict', async () => {
  await change(db, putAll(base()));
  const [a, b] = await Promise.all([planOf(db, { put: { ...emptyPut(), ...within() }, remove: [] }), planOf(db, { put: emptyPut(), remove: [] })]);
  const sent = await Promise.allSettled([commitChanges(db, a), commitChanges(db, b)]);
  expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await db.ready()).revision).toBe(2);
});

test('a claim whose proposition is stored under another id is a conflict', async () => {
  await change(db, putAll(base()));
  const twin = records({ claims: [{ id: 'met-again', predicate: 'met', subject: 'ann', object: 'bob', citations: [{ source: 'article' }] }] });
  const delta = putAll({ ...twin, entities: new Map(), predicates: new Map(), sources: new Map(), voices: new Map(), datasets: new Map() });
  await expect(change(db, delta)).rejects.toMatchObject({ code: 'conflict' });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('a change with a reference to a missing record is refused whole', async () => {
  const lost = base();
  lost.sources.delete('press-release');
  await expect(change(db, putAll(lost))).rejects.toMatchObject({ code: 'refused' });
  expect((await db.read(loadAllRecords)).claims.size).toBe(0);
});

test('removing what another record refers to is refused by the database', async () => {
  await change(db, putAll(base()));
  await expect(change(db, { put: emptyPut(), remove: [{ kind: 'entity', id: 'ann' }] })).rejects.toMatchObject({ code: 'conflict' });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('two claims may change propositions with each other', async () => {
  const now = base();
  await change(db, putAll(now));
  const [hired, met] = [now.claims.get('hired')!, now.claims.get('met')!];
  const put = {
    ...emptyPut(),
    claims: [
      { claim: { ...hired, id: 'met' }, datasets: ['test'], aliases: [] },
      { claim: { ...met, id: 'hired' }, datasets: ['test'], aliases: [] },
    ],
  };
  await change(db, { put, remove: [] });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('a new body above an end changes the claims below it: a voice with a stake there becomes involved', async () => {
  await change(db, putAll(base()));
  expect((await figuresOf('hired'))?.involvedReasons.map(({ reason }) => reason)).toEqual(['c']);
  const { plan } = await change(db, { put: { ...emptyPut(), ...within() }, remove: [] });
  expect(plan.figures.map(({ claim }) => claim).sort()).toEqual(['below', 'hired']);
  expect((await figuresOf('hired'))?.involvedReasons.map(({ reason }) => reason)).toEqual(['b', 'c']);
  await change(db, { put: emptyPut(), remove: [{ kind: 'claim', id: 'below' }, ...within().citations.map(({ id }) => ({ kind: 'citation' as const, id }))] });
  expect((await figuresOf('hired'))?.involvedReasons.map(({ reason }) => reason)).toEqual(['c']);
});

test('an accusation in one document makes its voice a party to all claims that rest on it, as long as it is stored', async () => {
  const now = base();
  await change(db, putAll(now));
  const before = await figuresOf('met');
  expect(before).toMatchObject({ origins: 2, uninvolvedOrigins: 1 });
  const [accusation] = now.citations.get('hired')!;
  const { plan } = await change(db, {
    put: { ...emptyPut(), citations: [{ ...accusation!, id: 'other-passage', standing: { level: 'reported' } }] },
    remove: [{ kind: 'citation', id: accusation!.id }],
  });
  expect(plan.figures.map(({ claim }) => claim).sort()).toEqual(['hired', 'met']);
  expect(await figuresOf('met')).toMatchObject({ origins: 2, uninvolvedOrigins: 2 });
});

test('a source that becomes a reprint takes an origin away', async () => {
  const now = base();
  await change(db, putAll(now));
  const article = { ...now.sources.get('article')!, textOf: { source: 'press-release', how: 'republishes' as const } };
  const citations = now.citations
    .get('met')!
    .filter((c) => c.source === 'article')
    .map((c) => ({ ...c, originBasis: 'carried' as const }));
  await change(db, { put: { ...emptyPut(), sources: [article], citations }, remove: [] });
  expect(await figuresOf('met')).toMatchObject({ origins: 1 });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('stale claims are marked, and derived by the job', async () => {
  await change(db, putAll(base()));
  const { plan } = await change(db, { put: { ...emptyPut(), ...within() }, remove: [] }, { beyondLimit: 0 });
  expect(plan.stale).toEqual(['hired']);
  expect((await verifyRecords(db)).stale).toBe(1);
  expect(await recomputeStale(db)).toBe(1);
  expect(await verifyRecords(db)).toMatchObject({ stale: 0, faults: [] });
});

const FAULTS: [string, string, string][] = [
  ['figures', 'a figure changed by hand', "MATCH (c:Claim {id: 'hired'}) SET c.rank = toInteger(6)"],
  ['figures', 'a proposition changed by hand', "MATCH (c:Claim {id: 'hired'}) SET c.attempted = true"],
  ['segments', 'a segment deleted', "MATCH ()-[s:SPONSORSHIP {claim: 'hired'}]->() WHERE s.n = 0 DELETE s"],
  ['segments', 'a segment with another figure', "MATCH ()-[s:SPONSORSHIP {claim: 'hired'}]->() WHERE s.n = 0 SET s.origins = toInteger(9)"],
  [
    'segments',
    'a segment too many',
    "MATCH (a:Entity {id: 'ann'}), (b:Entity {id: 'bob'}) CREATE (a)-[:EXECUTION {claim: 'met', n: toInteger(7), _rev: toInteger(1)}]->(b)",
  ],
  [
    'orphan',
    'a segment of no claim',
    "MATCH (a:Entity {id: 'ann'}), (b:Entity {id: 'bob'}) CREATE (a)-[:EXECUTION {claim: 'nobody', n: toInteger(0), _rev: toInteger(1)}]->(b)",
  ],
  ['uncited', 'a claim without a citation', "MATCH (:Claim {id: 'hired'})-[:CITES]->(k) DETACH DELETE k"],
  ['orphan', 'a citation without its claim', "MATCH (c:Claim {id: 'hired'}) DETACH DELETE c"],
  ['orphan', 'a source without its voice', "MATCH (v:Voice {id: 'paper'}) DETACH DELETE v"],
  ['ties', 'an end that is not drawn', "MATCH (:Claim {id: 'hired'})-[h:HAS {role: 'via'}]->() DELETE h"],
  [
    'ties',
    'a root moved by hand',
    "MATCH (:Claim {id: 'hired'})-[:CITES]->(k)-[r:ROOTED_AT]->(), (s:Source {id: 'article'}) DELETE r CREATE (k)-[:ROOTED_AT]->(s)",
  ],
  ['ties', 'a text that is no longer drawn', "MATCH (:Source {id: 'reprint'})-[r:TEXT_OF]->() DELETE r"],
  ['entity', 'a label of another type', "MATCH (e:Entity {id: 'ann'}) REMOVE e:Person SET e:Gang"],
  ['versions', 'a past state without a text', "CREATE (:_Version {key: 'entity/ann', kind: 'entity', from: toInteger(0), to: toInteger(1)})"],
  [
    'versions',
    'a past state that reaches past the present one',
    "CREATE (:_Version {key: 'entity/ann', kind: 'entity', from: toInteger(0), to: toInteger(9), json: '{}'})",
  ],
  [
    'versions',
    'two past states that overlap',
    "CREATE (:_Version {key: 'entity/ann', kind: 'entity', from: toInteger(-3), to: toInteger(1), json: '{}'}), (:_Version {key: 'entity/ann', kind: 'entity', from: toInteger(-2), to: toInteger(0), json: '{}'})",
  ],
  ['staged', 'records above the revision', "CREATE (:Entity {id: 'ghost', _rev: toInteger(99)})"],
];

test.each(FAULTS)('verify finds %s: %s', async (kind, _what, cypher) => {
  await change(db, putAll(base()));
  expect((await verifyRecords(db)).faults).toEqual([]);
  await db.write(randomUUID(), (tx) => tx.run(cypher, {}));
  const { faults } = await verifyRecords(connectDatabaseUnchecked());
  expect(faults.map((fault) => fault.kind)).toContain(kind);
});

let unchecked: Database | undefined;
/** A connection that does not check rows: those of a broken store need not have their shape. */
function connectDatabaseUnchecked(): Database {
  unchecked ??= connectDatabase(testNeo4j());
  return unchecked;
}
afterAll(() => unchecked?.close());

test('a migration is applied once; one that was changed or is unknown is refused by name', async () => {
  const migrations = readMigrations();
  expect(await migrate(db, migrations)).toEqual([]);
  const changed = migrations.map((migration) => ({ ...migration, checksum: 'another' }));
  await expect(migrate(db, changed)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(migrations[0]!.file) });
  await expect(migrate(db, [])).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(migrations[0]!.file) });
});

test('a plan too large for one transaction is refused as a limit and leaves nothing', async () => {
  const plan: ChangePlan = { ...(await planOf(db, putAll(base()))), operationId: randomUUID() };
  const written = db.write(plan.operationId, (tx) => tx.run('UNWIND range(1, 30000000) AS i WITH collect(toString(i)) AS texts RETURN size(texts) AS n', {}), {
    deadlineMs: 60_000,
  });
  await expect(written).rejects.toMatchObject({ code: 'limit' });
  expect(await db.outcomeOf(plan.operationId)).toBe('not-written');
});
