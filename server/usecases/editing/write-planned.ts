/** Plans a change and writes it as one change set, exactly once for its operation id. */
import type { ChangeReport } from '../../contract/routes/changes.ts';
import { deltaSize, type ChangePlan, type ChangeSet } from '../../domain/importing/change-plan.ts';
import { AppError } from '../../domain/model/errors.ts';
import { commitChanges, type Committed } from '../../store/commit-changes.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { needsStaging, stageChanges } from '../../store/staging/stage-changes.ts';
import { readChangeSet } from '../../store/statements/recording/change-sets.ts';
import { IMPORT_LIMITS } from '../importing/import-files.ts';
import { effectsOf } from '../importing/import-report.ts';
import { recomputeStale } from '../importing/recompute-stale.ts';
import type { CallOptions } from '../route-types.ts';
import { emptyReport, reportChange, workOf, type PlannedChange } from './report-change.ts';

/** Tries to plan and write; another writer in between makes a new plan necessary. */
const TRIES = 5;

export interface Signature {
  /** Id of the operation, and of the change set it makes. */
  operation: string;
  who: string;
  why: string;
  undoes?: readonly string[];
}

/**
 * Where the operation was applied before, what it made is answered, without its records.
 * @throws AppError `refused` with every problem; `conflict` where others kept writing, or what `plan` throws
 */
export async function writePlanned(
  db: Database,
  { operation, who, why, undoes }: Signature,
  plan: (tx: Tx) => Promise<PlannedChange>,
  o?: CallOptions,
): Promise<ChangeReport> {
  for (let attempt = 1; ; attempt += 1) {
    const [before] = await db.read((tx) => readChangeSet.run(tx, { id: operation }), o);
    if (before) return emptyReport(before.revision, operation);
    const planned = await db.read(plan, o);
    const work = workOf(planned);
    if (deltaSize(work.plan) === 0) return reportChange(planned);
    const effects = effectsOf({ before: [...work.derived.before, ...work.lost], after: work.derived.figures });
    const changeSet: ChangeSet = { id: operation, kind: 'edit', who, why, at: new Date().toISOString(), effects, ...(undoes ? { undoes } : {}) };
    const { put, remove } = work.plan;
    try {
      const { revision } = await write(db, { put, remove, ...work.derived, operationId: operation, expectedRevision: planned.revision, changeSet }, o);
      if (work.derived.stale.length > 0) await recomputeStale(db);
      return reportChange(planned, { revision, changeSet: operation });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'conflict') || attempt >= TRIES) throw error;
    }
  }
}

/** In one transaction where it fits, else staged. */
async function write(db: Database, plan: ChangePlan, o?: CallOptions): Promise<Committed> {
  if (deltaSize(plan) <= IMPORT_LIMITS.importRecords) {
    try {
      return await commitChanges(db, plan, o);
    } catch (error) {
      if (!needsStaging(error)) throw error;
    }
  }
  return stageChanges(db, plan, o);
}
