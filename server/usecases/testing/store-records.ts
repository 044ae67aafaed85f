/** Stores records in an emptied test database like an import does: derived, then committed in one change. */
import { randomUUID } from 'node:crypto';
import { withTestGraphMemory } from '../../../test-support/graph-memory.ts';
import type { Derived } from '../../domain/importing/change-plan.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import { rootOf } from '../../domain/figures/lineage.ts';
import type { Predicate, Records } from '../../domain/model/records.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import { commitChanges } from '../../store/commit-changes.ts';
import { connectDatabase, type Database } from '../../store/connect.ts';
import { migrate } from '../../store/migrate.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { putAll } from '../../store/testing/change-database.ts';

/** What follows from records where nothing is stored yet. */
function derivedOf(records: Records): Derived {
  const predicates = new Map<string, Predicate>();
  const segments: Derived['segments'] = new Map();
  const sourcesRead = new Map<string, string[]>();
  const roots: Derived['roots'] = new Map();
  const ends: Derived['ends'] = new Map();
  for (const claim of records.claims.values()) {
    ends.set(claim.id, claim);
    const predicate = records.predicates.get(claim.predicate);
    if (!predicate) throw new Error(`no predicate ${claim.predicate}`);
    predicates.set(claim.id, predicate);
    segments.set(
      claim.id,
      segmentsOf(claim, predicate, (id) => records.entities.get(id)?.type),
    );
    const citations = records.citations.get(claim.id) ?? [];
    sourcesRead.set(claim.id, [...new Set(citations.map((c) => c.source))].sort());
    for (const citation of citations) roots.set(citation.id, rootOf(citation, records.sources)?.id);
  }
  const figures = [...deriveFigures(records).values()];
  return { existing: [], replaced: new Map(), figures, before: [], segments, roots, sourcesRead, predicates, ends, stale: [] };
}

export async function storeRecords(db: Database, records: Records): Promise<number> {
  const delta = putAll(records);
  const derived = derivedOf(records);
  const expectedRevision = await db.read((tx) => currentRevision(tx));
  const id = randomUUID();
  const changeSet = { id, kind: 'import' as const, who: 'test', why: 'test', at: new Date().toISOString() };
  const { revision } = await commitChanges(db, { operationId: id, expectedRevision, changeSet, ...delta, ...derived });
  return revision;
}

/** Empties the database except for migrations and the revision, which never goes down. */
export async function emptyDatabase(db: Database): Promise<void> {
  await db.write(randomUUID(), (tx) => tx.run('MATCH (n) WHERE NOT n:_Migration AND NOT n:_Operation AND NOT n:_State DETACH DELETE n', {}), {
    deadlineMs: 60_000,
  });
}

/** The database of the test suite, emptied. Its deadline is long enough for a busy machine, because the tests are about answers and not about time. */
export async function openTestDatabase(server: { uri: string; user: string; password: string }): Promise<Database> {
  const db = connectDatabase({ ...server, checkRows: true });
  const patient: Database = {
    ...db,
    read: (work, o) => db.read(work, { deadlineMs: 120_000, ...o }),
    write: (id, work, o) => db.write(id, work, { deadlineMs: 120_000, ...o }),
  };
  await migrate(patient);
  await emptyDatabase(patient);
  return withTestGraphMemory(patient);
}
