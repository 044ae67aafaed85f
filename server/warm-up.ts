/**
 * Runs the ready questions once, so that Neo4j has planned its statements before a person asks: the first plan of a statement takes longer than any later
 * answer.
 */
import type { Database } from './store/connect.ts';
import { listClaims } from './usecases/reading/list-claims.ts';
import { listQuestions } from './usecases/reading/list-questions.ts';
import { listRoles } from './usecases/reading/list-roles.ts';
import { readStats } from './usecases/reading/read-stats.ts';
import { tracePaths } from './usecases/tracing/trace-paths.ts';

const NOTHING = { params: undefined, query: undefined, body: undefined };

/** Ends after `ms` milliseconds at the latest, finished or not. An error here is ignored: it will be reported to whoever asks that question. */
export async function warmUp(db: Database, ms: number): Promise<void> {
  const signal = AbortSignal.timeout(ms);
  const ask = async () => {
    await readStats(db, NOTHING, { signal });
    const { questions } = await listQuestions(db, NOTHING, { signal });
    for (const question of questions) {
      if (question.kind === 'trace')
        await tracePaths(db, { ...NOTHING, body: { from: question.from, to: question.to, switches: question.switches ?? {} } }, { signal });
      if (question.kind === 'claims')
        await listClaims(db, { ...NOTHING, body: { filter: question.filter, order: 'standing', limit: 100, offset: 0 } }, { signal });
      if (question.kind === 'roles') await listRoles(db, { ...NOTHING, query: { datasets: question.datasets } }, { signal });
    }
  };
  await Promise.race([ask().catch(() => undefined), new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))]);
}
