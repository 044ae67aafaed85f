/** One real query over a connection of its own: is this database up and does it take this password? */
import neo4j from 'neo4j-driver';

/** Resolves when the database answered a query; rejects with the driver's error otherwise. Takes at most about 5 s. */
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
