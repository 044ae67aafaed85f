/** Writes a change plan in one transaction: records, relationships, figures and versions together, or nothing. */
import { changedIn, type ChangePlan } from '../domain/importing/change-plan.ts';
import { AppError } from '../domain/model/errors.ts';
import type { Database, Tx, UnitOptions } from './connect.ts';
import { ABANDONED_AFTER_MS, discardAbandoned } from './staging/discard-staged.ts';
import { planSteps } from './plan-steps.ts';
import { publishRevision, readChangeSet, revisionState } from './statements/recording/change-sets.ts';
import { readStaging } from './statements/recording/staging.ts';
import { runSteps } from './run-steps.ts';

export interface Committed {
  /** The revision that the change made. */
  revision: number;
  /** False where this operation was applied before. */
  applied: boolean;
}
export interface CommitOptions extends UnitOptions {
  /** Called with the number of records written so far, and of all. */
  onProgress?: (done: number, total: number) => void;
}

/** Milliseconds without an answered statement after which a write of many records is given up. Their COMMIT alone takes seconds, more on a busy machine. */
export const WRITE_IDLE_MS = 45_000;

/**
 * Applies a plan exactly once for its operation id. What an abandoned import staged is removed first.
 * @throws AppError `conflict` where the revision has moved on or an import is being staged: plan again, or wait; `limit` where one transaction has too little
 * memory for the plan; `refused` where a record refers to one that does not exist; `outcome-unknown` where neither the reply nor the outcome could be read
 */
export async function commitChanges(db: Database, plan: ChangePlan, { onProgress, ...o }: CommitOptions = {}): Promise<Committed> {
  const revision = plan.expectedRevision + 1;
  await discardAbandoned(db);
  const written = await db.write(
    plan.operationId,
    async (tx) => {
      await expectRevision(tx, plan.expectedRevision);
      const steps = planSteps(plan, revision);
      const total = steps.reduce((sum, step) => sum + step.size, 0);
      let done = 0;
      await runSteps(tx, steps, ({ size }) => {
        done += size;
        onProgress?.(done, total);
      });
      await publish(tx, plan, revision);
      return revision;
    },
    { idleMs: WRITE_IDLE_MS, ...o },
  );
  return { revision: written.result ?? (await revisionOf(db, plan)), applied: written.applied };
}

/** Makes the revision the one readers see, with the change set that made it. */
export async function publish(tx: Tx, { changeSet, ...delta }: Pick<ChangePlan, 'put' | 'remove' | 'changeSet'>, revision: number): Promise<void> {
  const { id, kind, who, why, at, undoes, effects } = changeSet;
  await publishRevision.run(tx, {
    rev: revision,
    id,
    kind,
    who,
    why,
    at,
    changed: changedIn(delta),
    undoes: undoes ? [...undoes] : null,
    effects: [...(effects ?? [])],
  });
}

/**
 * Checks the revision. The transaction holds the lock already, so the result remains true until it ends.
 * @throws AppError `conflict` where the revision has moved on, another import is being staged, or `ownImport` no longer is
 */
export async function expectRevision(tx: Tx, expected: number, o: { ownImport?: string } = {}): Promise<void> {
  const { revision: now } = await revisionState(tx);
  if (now !== expected)
    throw new AppError('conflict', `The records changed meanwhile: planned at revision ${expected}, now at ${now}.`, { expected, revision: now });
  const staging = await readStaging.run(tx, {});
  const other = staging.find(({ id }) => id !== o.ownImport);
  if (other) throw beingStaged(other, now);
  if (o.ownImport !== undefined && staging.length === 0) {
    throw new AppError(
      'conflict',
      'This import was not heard of for so long that it was given up, and what it had staged taken away. Import the same files again.',
      { revision: now },
    );
  }
}

/** Says why nobody else can write while an import is being staged, and until when. */
export function beingStaged(
  staging: { id: string; state: 'staging' | 'writing'; changeSet: string; datasets: readonly string[]; touched: string },
  revision: number,
): AppError {
  const { id, state, changeSet, datasets, touched } = staging;
  const of =
    datasets.length === 0
      ? 'unknown datasets'
      : `the dataset${datasets.length === 1 ? '' : 's'} ${datasets.map((dataset) => JSON.stringify(dataset)).join(', ')}`;
  const until = new Date(Date.parse(touched) + ABANDONED_AFTER_MS).toISOString();
  const isDecided = state === 'writing';
  const message = isDecided
    ? `A large change of ${of} is being written (change set ${changeSet}, last at ${touched}), and nothing else can be written meanwhile. Wait until it has ended; if it was cut short, it is finished by itself.`
    : `An import or a large change of ${of} is being staged (change set ${changeSet}, last written at ${touched}), and nothing else can be written meanwhile. Wait until it has ended; if it was cut short, import the same files again, or make the same change again, to resume it, or try again after ${until}: what it left is taken away then.`;
  return new AppError('conflict', message, { staging: id, changeSet, datasets, touched, revision });
}

/** The revision that an operation made which another call applied. */
async function revisionOf(db: Database, plan: ChangePlan): Promise<number> {
  const [found] = await db.read((tx) => readChangeSet.run(tx, { id: plan.changeSet.id }));
  return found?.revision ?? (await db.ready()).revision;
}
