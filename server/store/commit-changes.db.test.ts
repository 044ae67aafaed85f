/** A change is written whole, once, at the revision it was planned at; a large one is staged unseen and resumed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { emptyPut, type ChangePlan } from '../domain/change-plan.ts';
import { records } from '../domain/testing/build-records.ts';
import { recomputeStale } from '../usecases/recompute-stale.ts';
import { verifyRecords } from '../usecases/verify-records.ts';
import { commitChanges } from './commit-changes.ts';
import { connectDatabase, type Database } from './connect.ts';
import { discardStaged } from './discard-staged.ts';
import { migrate, readMigrations } from './migrate.ts';
import { loadAllRecords, loadClaimRecords } from './queries/load-records.ts';
import { readFigures } from './queries/read-figures.ts';
import { stageImport } from './stage-import.ts';
import { change, emptyDatabase, planOf, putAll } from './testing/change-database.ts';

let db: Database;
beforeAll(() => {
  db = connectDatabase({ ...testNeo4j(), checkRows: true });
});
beforeEach(() => emptyDatabase(db));
afterAll(() => db.close());

/** Two newsrooms, a ministry that one of them reprints, a small gang within a state. */
const base = () =>
  records({
    entities: { ann: 'Person', bob: 'Person', gang: 'Gang', state: 'Country', ministry: 'Agency' },
    voices: [{ id: 'paper' }, { id: 'ministry', entities: ['ministry'], stake: [{ entity: 'state', as: 'opponent', why: 'accuses the state' }] }],
    sources: [{ id: 'press-release', voice: 'ministry' }, { id: 'article', voice: 'paper' }, { id: 'reprint', voice: 'paper', textOf: { source: 'press-release', how: 'republishes' } }],
    predicates: [{ id: 'hired', group: 'sponsorship', accuses: ['subject', 'object'] }, { id: 'part-of', group: 'structure', within: true }, { id: 'met', group: 'association' }],
    claims: [
      { id: 'hired', predicate: 'hired', subject: 'gang', object: 'ann', via: 'bob', citations: [{ source: 'reprint', standing: { level: 'alleged', by: 'ministry' } }] },
      { id: 'met', predicate: 'met', subject: 'ann', object: 'bob', citations: [{ source: 'article', standing: 'reported' }, { source: 'reprint', standing: 'reported' }] },
    ],
  });
const within = () => {
  const { claims, citations } = records({ claims: [{ id: 'below', predicate: 'part-of', subject: 'gang', object: 'state', citations: [{ source: 'article' }] }] });
  return { claims: [...claims.values()].map((claim) => ({ claim, datasets: ['test'], aliases: [] })), citations: [...citations.values()].flat() };
};
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

test('a claim of a proposition that is there under another id is a conflict', async () => {
  await change(db, putAll(base()));
  const twin = records({ claims: [{ id: 'met-again', predicate: 'met', subject: 'ann', object: 'bob', citations: [{ source: 'article' }] }] });
  const delta = putAll({ ...twin, entities: new Map(), predicates: new Map(), sources: new Map(), voices: new Map(), datasets: new Map() });
  await expect(change(db, delta)).rejects.toMatchObject({ code: 'conflict' });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('a record that refers to what is not there is refused whole', async () => {
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
  const put = { ...emptyPut(), claims: [{ claim: { ...hired, id: 'met' }, datasets: ['test'], aliases: [] }, { claim: { ...met, id: 'hired' }, datasets: ['test'], aliases: [] }] };
  await change(db, { put, remove: [] });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('a body put above an end moves the claims below it: the voice with a stake there is involved now', async () => {
  await change(db, putAll(base()));
  expect((await figuresOf('hired'))?.involvedReasons.map(({ reason }) => reason)).toEqual(['c']);
  const { plan } = await change(db, { put: { ...emptyPut(), ...within() }, remove: [] });
  expect(plan.figures.map(({ claim }) => claim).sort()).toEqual(['below', 'hired']);
  expect((await figuresOf('hired'))?.involvedReasons.map(({ reason }) => reason)).toEqual(['b', 'c']);
  await change(db, { put: emptyPut(), remove: [{ kind: 'claim', id: 'below' }, ...within().citations.map(({ id }) => ({ kind: 'citation' as const, id }))] });
  expect((await figuresOf('hired'))?.involvedReasons.map(({ reason }) => reason)).toEqual(['c']);
});

test('an accusation in one document makes its voice a party to all that rests on it, and only while it stands there', async () => {
  const now = base();
  await change(db, putAll(now));
  const before = await figuresOf('met');
  expect(before).toMatchObject({ origins: 2, uninvolvedOrigins: 1 });
  const [accusation] = now.citations.get('hired')!;
  const { plan } = await change(db, { put: { ...emptyPut(), citations: [{ ...accusation!, id: 'other-passage', standing: { level: 'reported' } }] }, remove: [{ kind: 'citation', id: accusation!.id }] });
  expect(plan.figures.map(({ claim }) => claim).sort()).toEqual(['hired', 'met']);
  expect(await figuresOf('met')).toMatchObject({ origins: 2, uninvolvedOrigins: 2 });
});

test('a lineage that turns out to be a reprint takes an origin away', async () => {
  const now = base();
  await change(db, putAll(now));
  const article = { ...now.sources.get('article')!, textOf: { source: 'press-release', how: 'republishes' as const } };
  const citations = now.citations.get('met')!.filter((c) => c.source === 'article').map((c) => ({ ...c, originBasis: 'carried' as const }));
  await change(db, { put: { ...emptyPut(), sources: [article], citations }, remove: [] });
  expect(await figuresOf('met')).toMatchObject({ origins: 1 });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

/** Many new records at once, tied to the base case. */
function many(n: number) {
  return records({
    dataset: 'many',
    entities: Object.fromEntries(Array.from({ length: n }, (_, i) => [`m${i}`, 'Person' as const])),
    sources: [{ id: 'm-source', voice: 'm-voice' }],
    predicates: [{ id: 'm:met', group: 'association' }],
    claims: Array.from({ length: n }, (_, i) => ({ id: `mc${i}`, predicate: 'm:met', subject: `m${i}`, object: i % 3 === 0 ? 'ann' : `m${(i + 1) % n}`, citations: [{ source: 'm-source', standing: 'reported' as const }] })),
  });
}
function manyNew(n: number) {
  const made = many(n);
  made.entities.delete('ann');
  return putAll(made);
}

test('a staged import is seen by nobody until its last batch, then whole', async () => {
  await change(db, putAll(base()));
  const plan = await planOf(db, manyNew(60));
  const seen: number[] = [];
  const watch = async () => seen.push((await db.read((tx) => loadClaimRecords(tx, ['mc0', 'mc59']))).claims.size);
  const watching: Promise<unknown>[] = [];
  const done = await stageImport(db, plan, { batchRecords: 40, onProgress: (written, total) => written < total && watching.push(watch()) });
  await Promise.all(watching);
  expect(done).toEqual({ revision: 2, applied: true });
  expect(seen.length).toBeGreaterThan(3);
  expect((await db.read(loadAllRecords)).claims.size).toBe(62);
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('a staged import cut short is invisible, shuts other writers out, and is resumed by its digest exactly once', async () => {
  await change(db, putAll(base()));
  const delta = manyNew(60);
  const cut = new AbortController();
  let batches = 0;
  const first = stageImport(db, await planOf(db, delta), { batchRecords: 40, signal: cut.signal, onProgress: () => (batches += 1) === 3 && cut.abort(new Error('killed')) });
  await expect(first).rejects.toThrow('killed');
  expect((await db.read(loadAllRecords)).entities.has('m0')).toBe(false);
  expect((await verifyRecords(db)).faults).toEqual([]);
  await expect(change(db, { put: { ...emptyPut(), ...within() }, remove: [] })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('staged') });
  await expect(stageImport(db, await planOf(db, manyNew(61)))).rejects.toMatchObject({ code: 'conflict' });
  // As after a restart: planned anew, another operation id, another change set.
  const again = await planOf(db, delta);
  expect(await stageImport(db, again, { batchRecords: 40 })).toEqual({ revision: 2, applied: true });
  expect(await stageImport(db, again, { batchRecords: 40 })).toEqual({ revision: 2, applied: false });
  expect((await db.read(loadAllRecords)).claims.size).toBe(62);
  expect((await verifyRecords(db)).faults).toEqual([]);
  await change(db, { put: { ...emptyPut(), ...within() }, remove: [] });
});

test('what an abandoned staged import left can be taken away, to the last segment', async () => {
  await change(db, putAll(base()));
  const cut = new AbortController();
  let batches = 0;
  await expect(stageImport(db, await planOf(db, manyNew(40)), { batchRecords: 40, signal: cut.signal, onProgress: () => (batches += 1) === 4 && cut.abort(new Error('killed')) })).rejects.toThrow('killed');
  await discardStaged(db);
  const [left] = await db.read((tx) => tx.run("MATCH (n) WHERE n.id STARTS WITH 'm' AND n._rev > 1 OR n.from > 1 RETURN count(n) AS n", {}));
  expect(left?.['n']).toBe(0);
  await change(db, { put: { ...emptyPut(), ...within() }, remove: [] });
  expect((await verifyRecords(db)).faults).toEqual([]);
});

test('stale claims are marked, and worked out by the job', async () => {
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
  ['segments', 'a segment too many', "MATCH (a:Entity {id: 'ann'}), (b:Entity {id: 'bob'}) CREATE (a)-[:EXECUTION {claim: 'met', n: toInteger(7), _rev: toInteger(1)}]->(b)"],
  ['orphan', 'a segment of no claim', "MATCH (a:Entity {id: 'ann'}), (b:Entity {id: 'bob'}) CREATE (a)-[:EXECUTION {claim: 'nobody', n: toInteger(0), _rev: toInteger(1)}]->(b)"],
  ['uncited', 'a claim without a citation', "MATCH (:Claim {id: 'hired'})-[:CITES]->(k) DETACH DELETE k"],
  ['orphan', 'a citation without its claim', "MATCH (c:Claim {id: 'hired'}) DETACH DELETE c"],
  ['orphan', 'a source without its voice', "MATCH (v:Voice {id: 'paper'}) DETACH DELETE v"],
  ['ties', 'an end that is not drawn', "MATCH (:Claim {id: 'hired'})-[h:HAS {role: 'via'}]->() DELETE h"],
  ['ties', 'a root moved by hand', "MATCH (:Claim {id: 'hired'})-[:CITES]->(k)-[r:ROOTED_AT]->(), (s:Source {id: 'article'}) DELETE r CREATE (k)-[:ROOTED_AT]->(s)"],
  ['ties', 'a text that is no longer drawn', "MATCH (:Source {id: 'reprint'})-[r:TEXT_OF]->() DELETE r"],
  ['entity', 'a label of another type', "MATCH (e:Entity {id: 'ann'}) REMOVE e:Person SET e:Gang"],
  ['versions', 'a past state without a text', "CREATE (:_Version {key: 'entity/ann', kind: 'entity', from: toInteger(0), to: toInteger(1)})"],
  ['versions', 'a past state that reaches past the present one', "CREATE (:_Version {key: 'entity/ann', kind: 'entity', from: toInteger(0), to: toInteger(9), json: '{}'})"],
  ['versions', 'two past states that overlap', "CREATE (:_Version {key: 'entity/ann', kind: 'entity', from: toInteger(-3), to: toInteger(1), json: '{}'}), (:_Version {key: 'entity/ann', kind: 'entity', from: toInteger(-2), to: toInteger(0), json: '{}'})"],
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
/** Rows of a broken store need not have their shape. */
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

test('a plan that no one transaction can hold is a limit, not a failure of ours, and leaves nothing', async () => {
  const plan: ChangePlan = { ...(await planOf(db, putAll(base()))), operationId: randomUUID() };
  const written = db.write(plan.operationId, (tx) => tx.run('UNWIND range(1, 30000000) AS i WITH collect(toString(i)) AS texts RETURN size(texts) AS n', {}), { deadlineMs: 60_000 });
  await expect(written).rejects.toMatchObject({ code: 'limit' });
  expect(await db.outcomeOf(plan.operationId)).toBe('not-written');
});
