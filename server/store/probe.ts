/** Runs one real query over a new connection: whether this database answers and accepts this password. */
import neo4j from 'neo4j-driver';

/** Resolves when the database has answered a query; rejects with the driver's error. Takes about 5 s at most. */
export async function probeDatabase(uri: string, user: string, password: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    connectionTimeout: 3_000,
    connectionAcquisitionTimeout: 4_000,
    maxTransactionRetryTime: 0,
    maxConnectionPoolSize: 1,
  });
  try {
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    await session.run('RETURN 1 AS one', {}, { timeout: 5_000 });
    await session.close();
  } finally {
    await driver.close();
  }
}
