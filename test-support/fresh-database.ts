/** The Neo4j of the test suite, emptied and with the schema applied; every db test file begins with it. */
import { randomUUID } from 'node:crypto';
import { connectDatabase, type Database } from '../server/store/connect.ts';
import { migrate } from '../server/store/migrate.ts';
import { withTestGraphMemory } from './graph-memory.ts';
import { testNeo4j } from './test-neo4j.ts';

/** Connects, deletes everything, applies the migrations. The caller must close the connection. */
export async function freshDatabase(): Promise<Database> {
  const db = connectDatabase({ ...testNeo4j(), checkRows: true });
  await migrate(db);
  await db.write(randomUUID(), (tx) => tx.run('MATCH (n) DETACH DELETE n', {}), { deadlineMs: 60_000 });
  await migrate(db);
  return withTestGraphMemory(db);
}
