/** Lists the imports of this process and the change sets of the database that came from elsewhere. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { listImports as contract } from '../../contract/routes/imports.ts';
import type { Database } from '../../store/connect.ts';
import { listChangeSetRows } from '../../store/statements/recording/change-sets.ts';
import type { ImportJobs } from './import-jobs.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';
import { changeSetJob } from '../views/change-set-job.ts';

/** Newest first. An import of this process and its change set are listed once. */
export async function listImports(db: Database, imports: Pick<ImportJobs, 'list'>, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const rows = await db.read((tx) => listChangeSetRows.run(tx, { limit: API_LIMITS.listResults }), o);
  const own = imports.list();
  const told = new Set(own.map((job) => job.report?.changeSet));
  const jobs = [...own, ...rows.filter((row) => !told.has(row.id)).map((row) => changeSetJob(row.id, row))];
  return { jobs: jobs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0)) };
}
