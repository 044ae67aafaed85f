/** A loopback proxy cuts the reply to COMMIT: the import must happen exactly once, and say so. */
import { generateFiles } from '../generate/power-law-case.ts';
import { startLocalNeo4j } from '../../server/local-neo4j/start-local-neo4j.ts';
import { connectDatabase } from '../../server/store/connect.ts';
import { migrate } from '../../server/store/migrate.ts';
import { probeDatabase } from '../../server/store/probe.ts';
import { importFiles } from '../../server/usecases/importing/import-files.ts';
import { readStats } from '../../server/usecases/reading/read-stats.ts';
import { verifyRecords } from '../../server/usecases/verifying/verify-records.ts';
import { startLoopbackProxy } from './lib/loopback-proxy.ts';
import { isFull, seedOf, startReport } from './lib/report.ts';
import { throwawayData } from './lib/run-app.ts';

const NAME = 'commit-cut';
const seed = seedOf(NAME);
const report = startReport(NAME);
const TRIES = isFull ? 20 : 3;
const CLAIMS = 40;

async function main(): Promise<void> {
  const data = throwawayData();
  const neo4j = await startLocalNeo4j({ dataDir: data.dir, probe: probeDatabase, log: () => undefined });
  const proxy = await startLoopbackProxy(Number(new URL(neo4j.uri).port));
  const db = connectDatabase({ uri: `bolt://127.0.0.1:${proxy.port}`, user: neo4j.user, password: neo4j.password });
  try {
    await migrate(db);
    let once = 0;
    for (let i = 0; i < TRIES; i++) {
      const files = generateFiles({ dataset: `cut${i}`, seed: seed + i, entities: 30, claims: CLAIMS });
      const before = await readStats(db, { params: undefined, query: undefined, body: undefined });
      const cut = proxy.cutNextCommit();
      const result = await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: NAME });
      await Promise.race([cut, new Promise((_, fail) => setTimeout(() => fail(new Error('no COMMIT was seen')), 10_000))]);
      const after = await readStats(db, { params: undefined, query: undefined, body: undefined });
      const exactly = result.outcome === 'done' && after.claims - before.claims === CLAIMS && after.revision - before.revision === 1;
      if (exactly) once++;
      else
        report.check(`try ${i}`, false, {
          outcome: result.outcome,
          message: result.message,
          claims: after.claims - before.claims,
          revisions: after.revision - before.revision,
        });
    }
    report.check(`exactly once ${once} times of ${TRIES}`, once === TRIES);
    const verdict = await verifyRecords(db);
    report.check('verify is clean', verdict.faults.length === 0, verdict.faults.slice(0, 5));
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    await db.close();
    await proxy.close();
    await neo4j.stop();
    data.remove();
  }
  report.end();
}
await main();
