/** Helpers for database tests: an empty database with the schema, and changes made as use cases make them. */
import { randomUUID } from 'node:crypto';
import { emptyPut, type ChangePlan, type Delta, type PutRecords } from '../../domain/importing/change-plan.ts';
import type { Records } from '../../domain/model/records.ts';
import { deriveChanges, type DeriveOptions } from '../../usecases/importing/derive-changes.ts';
import { commitChanges, type Committed } from '../commit-changes.ts';
import type { Database } from '../connect.ts';
import { migrate } from '../migrate.ts';
import { currentRevision } from '../statements/recording/change-sets.ts';

/** Deletes every record, version and ledger, and brings the schema up to date. In batches, because a test may have left much. */
export async function emptyDatabase(db: Database): Promise<void> {
  await migrate(db);
  // Each of these writes leaves an operation, so operations are deleted last.
  for (let left = 1; left > 0;) {
    const { result } = await db.write(
      randomUUID(),
      (tx) => tx.run('MATCH (n) WHERE NOT n:_Migration AND NOT n:_State AND NOT n:_Operation WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS n', {}),
      { deadlineMs: 60_000 },
    );
    left = Number(result?.[0]?.n ?? 0);
  }
  await db.write(randomUUID(), (tx) => tx.run('MATCH (o:_Operation) DELETE o', {}), { deadlineMs: 60_000 });
  await db.write(randomUUID(), (tx) => tx.run("MATCH (s:_State {id: 'state'}) SET s.revision = toInteger(0), s.writing = null", {}));
}

/** A delta that puts all the records. */
export function putAll(records: Records, remove: Delta['remove'] = []): Delta {
  const put: PutRecords = {
    ...emptyPut(),
    datasets: [...records.datasets.values()],
    voices: [...records.voices.values()],
    sources: [...records.sources.values()],
    entities: [...records.entities.values()],
    predicates: [...records.predicates.values()],
    claims: [...records.claims.values()].map((claim) => ({ claim, datasets: [claim.dataset], aliases: [] })),
    citations: [...records.citations.values()].flat(),
    rivals: records.rivals,
    identities: records.identities,
    questions: [...records.questions.values()],
  };
  return { put, remove };
}

/** The plan of a delta at the current revision. */
export async function planOf(db: Database, delta: Delta, o: DeriveOptions & { at?: string; kind?: 'import' | 'edit' } = {}): Promise<ChangePlan> {
  return db.read(
    async (tx) => ({
      ...delta,
      ...(await deriveChanges(tx, delta, o)),
      operationId: randomUUID(),
      expectedRevision: await currentRevision(tx),
      changeSet: { id: randomUUID(), kind: o.kind ?? 'import', who: 'test', why: 'a test', at: o.at ?? new Date().toISOString() },
    }),
    { deadlineMs: 60_000 },
  );
}

/** Plans and commits a delta. */
export async function change(db: Database, delta: Delta, o: Parameters<typeof planOf>[2] = {}): Promise<Committed & { plan: ChangePlan }> {
  const plan = await planOf(db, delta, o);
  return { ...(await commitChanges(db, plan)), plan };
}
