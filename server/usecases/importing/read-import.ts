/** Reads an import: a job of this process, or a change set of the database. */
import type { ImportJob } from '../../contract/routes/imports.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { readChangeSet } from '../../store/statements/recording/change-sets.ts';
import type { ImportJobs } from './import-jobs.ts';
import type { CallOptions } from '../route-types.ts';
import { changeSetJob } from '../views/change-set-job.ts';

/** @throws AppError `not-found` */
export async function readImport(db: Database, imports: Pick<ImportJobs, 'get'>, id: string, o?: CallOptions): Promise<ImportJob> {
  const own = imports.get(id);
  if (own) return own;
  const [row] = await db.read((tx) => readChangeSet.run(tx, { id }), o);
  if (row) return changeSetJob(id, row);
  throw new AppError('not-found', `There is no import ${id} in this process, and no change set of that id in the database. GET /api/imports lists both.`);
}
