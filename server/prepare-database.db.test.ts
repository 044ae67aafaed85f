/** A start removes what an earlier import abandoned, and writes nothing while an import may still be resumed. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { coreFile, demoFile } from './domain/testing/curated-demo.ts';
import { testNeo4j } from '../test-support/test-neo4j.ts';
import { prepareDatabase } from './prepare-database.ts';
import { connectDatabase, type Database } from './store/connect.ts';
import { ABANDONED_AFTER_MS } from './store/staging/discard-staged.ts';
import { migrate } from './store/migrate.ts';
import { readStaging } from './store/statements/recording/staging.ts';
import { importFiles } from './usecases/importing/import-files.ts';
import { verifyRecords } from './usecases/verifying/verify-records.ts';
import { emptyDatabase } from './store/testing/change-database.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let db: Database;
const importDemo = () =>
  importFiles(db, {
    files: [coreFile(), demoFile()].map((file, i) => ({ name: `${i}.json`, bytes: Buffer.from(JSON.stringify(file)) })),
    dryRun: false,
    prune: false,
    overwrite: false,
    who: 'test',
  });
beforeAll(() => {
  db = connectDatabase({ ...testNeo4j(), checkRows: true });
});
beforeEach(() => emptyDatabase(db));
afterAll(() => db.close());

/** A ledger and one record, as an import leaves them that was killed so many milliseconds ago. */
const left = (ms: number) =>
  db.write(randomUUID(), (tx) =>
    tx.run(
      "CREATE (:_Import {id: 'd', digest: 'd', state: 'staging', batchesDone: toInteger(1), changeSet: 'c', at: $at, touched: $at}), (:Entity:Person {id: 'staged', _rev: toInteger(1)})",
      { at: new Date(Date.now() - ms).toISOString() },
    ),
  );
const staged = () =>
  db.read(async (tx) => ({
    ledgers: (await readStaging.run(tx, {})).length,
    records: (await tx.run("MATCH (e:Entity {id: 'staged'}) RETURN e.id AS id", {})).length,
  }));

test('a staged import abandoned long ago is removed', async () => {
  await left(ABANDONED_AFTER_MS + 1_000);
  await prepareDatabase(db, { root, leaveEmpty: true });
  expect(await staged()).toEqual({ ledgers: 0, records: 0 });
});

test('a database that is to be left empty gets the core vocabulary, so that a first file can be imported', { timeout: 60_000 }, async () => {
  const told: string[] = [];
  expect(await prepareDatabase(db, { root, leaveEmpty: true, onPart: (what) => told.push(what) })).toMatchObject({ outcome: 'done', datasets: ['core'] });
  expect(told).toEqual([
    'a large change that was cut short',
    'the schema of the database',
    'the forms of names and texts that a search compares',
    'the figures of claims',
    'the core vocabulary',
  ]);
  const person = (id: string) => ({ id, type: 'Person', names: [{ text: id, lang: 'en', kind: 'primary' }] });
  const first = {
    format: 'attest/1',
    dataset: { id: 'first' },
    defaults: { source: 'daily', standing: { level: 'reported' } },
    voices: [{ id: 'newsroom', name: 'The Daily', stake: 'none' }],
    sources: [{ id: 'daily', kind: 'article', voice: 'newsroom', seen: true }],
    entities: [person('ann'), person('ben')],
    claims: [
      {
        id: 'c',
        subject: 'ann',
        predicate: 'associated-with',
        object: 'ben',
        citations: [{ paraphrase: 'Ann belongs to the circle of Ben.', locator: { paragraph: 1 } }],
      },
    ],
  };
  const files = [{ name: 'first.json', bytes: Buffer.from(JSON.stringify(first)) }];
  expect(await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test' })).toMatchObject({ outcome: 'done', problems: [] });
});

test('a recent one is kept to be resumed, and the start does not fail', async () => {
  await left(1_000);
  expect(await prepareDatabase(db, { root, leaveEmpty: false })).toBeUndefined();
  expect(await staged()).toEqual({ ledgers: 1, records: 1 });
});

test('figures derived by other rules are derived anew, with progress, and only once', { timeout: 60_000 }, async () => {
  await migrate(db);
  expect((await importDemo()).outcome).toBe('done');
  await db.write(randomUUID(), (tx) =>
    tx.run("MATCH (s:_State {id: 'state'}), (c:Claim {id: 'c1'}) SET s.figuresVersion = toInteger(1), c.origins = toInteger(9), c._figures = '{}'", {}),
  );
  expect((await verifyRecords(db)).faults).not.toEqual([]);
  const told: number[] = [];
  await prepareDatabase(db, { root, leaveEmpty: true, onFigures: (done) => told.push(done) });
  expect(told).toEqual([6]);
  expect(await verifyRecords(db)).toMatchObject({ faults: [], stale: 0 });
  await prepareDatabase(db, { root, leaveEmpty: true, onFigures: (done) => told.push(done) });
  expect(told).toEqual([6]);
});

test('a database that ties an entity to a claim once for each of its roles is brought to one tie and further ones', { timeout: 60_000 }, async () => {
  await migrate(db);
  expect((await importDemo()).outcome).toBe('done');
  const asBefore = async () => {
    await db.write(randomUUID(), (tx) =>
      tx.run(
        "MATCH (c:Claim {id: 'c1'})-[:HAS {role: 'subject'}]->(e:Entity) CREATE (c)-[:HAS {role: 'to', i: toInteger(0)}]->(e) CREATE (c)-[:HAS {role: 'in', i: toInteger(0)}]->(e)",
        {},
      ),
    );
    await db.write(randomUUID(), (tx) => tx.run("MATCH (m:_Migration {id: 'V004'}) DELETE m", {}));
  };
  await asBefore();
  await prepareDatabase(db, { root, leaveEmpty: true });
  const ties = await db.read((tx) =>
    tx.run("MATCH (c:Claim {id: 'c1'})-[h]->(e:Entity) WHERE (c)-[:HAS {role: 'subject'}]->(e) RETURN type(h) AS type, h.role AS role ORDER BY type, role", {}),
  );
  expect(ties).toEqual([
    { type: 'HAS', role: 'subject' },
    { type: 'HAS_AGAIN', role: 'in' },
    { type: 'HAS_AGAIN', role: 'to' },
  ]);
});
