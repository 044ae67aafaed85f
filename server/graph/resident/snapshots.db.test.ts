/** A snapshot moves on by change sets, to the same state as if all were read anew; a reader keeps the one it began with. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { emptyPut, type PutRecords } from '../../domain/importing/change-plan.ts';
import type { Records } from '../../domain/model/records.ts';
import { commitChanges } from '../../store/commit-changes.ts';
import type { Database } from '../../store/connect.ts';
import { loadDelta } from '../../store/load-delta.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { deriveChanges } from '../../usecases/importing/derive-changes.ts';
import { curatedCase } from '../../usecases/testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../../usecases/testing/store-records.ts';
import { Snapshots } from './snapshots.ts';

let db: Database;
let revision: number;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  revision = await storeRecords(db, curatedCase());
});
afterAll(() => db.close());

async function change(put: Partial<PutRecords>, remove: { kind: 'claim' | 'citation' | 'entity'; id: string }[] = []): Promise<number> {
  const delta = { put: { ...emptyPut(), ...put }, remove };
  const derived = await db.read((tx) => deriveChanges(tx, delta));
  const id = randomUUID();
  const changeSet = { id, kind: 'edit' as const, who: 'test', why: 'test', at: new Date().toISOString() };
  return (await commitChanges(db, { ...delta, ...derived, operationId: id, expectedRevision: revision, changeSet })).revision;
}

/** Everything in an order of its own, so that only what differs shows. */
function inOrder(records: Records): unknown {
  const sorted = <T extends { id: string }>(all: Iterable<T>) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    entities: sorted(records.entities.values()),
    claims: sorted(records.claims.values()),
    citations: sorted([...records.citations.values()].flat()),
    sources: sorted(records.sources.values()),
    voices: sorted(records.voices.values()),
    predicates: sorted(records.predicates.values()),
    rivals: sorted(records.rivals),
    identities: sorted(records.identities),
  };
}

it('moves on record by record, and leaves the snapshot a reader holds as it was', { timeout: 120_000 }, async () => {
  const snapshots = new Snapshots(db, () => 1_000);
  const before = await snapshots.at(revision, {});
  const [entity] = before.records.entities.values();
  const claim = [...before.records.claims.values()].find((one) => before.records.rivals.every((set) => !set.claims.includes(one.id)));
  if (!entity || !claim) expect.fail('the case is empty');
  const gone = (before.records.citations.get(claim.id) ?? []).map(({ id }) => ({ kind: 'citation' as const, id }));
  const renamed = { ...entity, names: [{ text: 'Renamed meanwhile', lang: 'en', kind: 'primary' as const }] };
  revision = await change({ entities: [renamed] }, [...gone, { kind: 'claim', id: claim.id }]);

  const delta = await db.read((tx) => loadDelta(tx, revision - 1, revision));
  expect(delta?.put.entities.map(({ id }) => id)).toEqual([entity.id]);
  expect(delta?.remove).toContainEqual({ kind: 'claim', id: claim.id });

  const after = await snapshots.at(revision, {});
  expect(after.revision).toBe(revision);
  expect(inOrder(after.records)).toEqual(inOrder(await db.read(loadAllRecords)));
  expect(after.nameOf(entity.id)).toBe('Renamed meanwhile');
  expect(after.figures.has(claim.id)).toBe(false);

  expect(before.nameOf(entity.id)).not.toBe('Renamed meanwhile');
  expect(before.figures.get(claim.id)?.visible).toBe(true);
});

it('is the very same for readers of one revision and one date', async () => {
  const snapshots = new Snapshots(db, () => 1_000);
  const [a, b] = await Promise.all([snapshots.at(revision, { published: '2020' }), snapshots.at(revision, { published: '2020' })]);
  expect(a).toBe(b);
  expect(await snapshots.at(revision, { published: '2021' })).not.toBe(a);
});
