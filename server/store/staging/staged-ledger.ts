/** The ledger of what is too large for one transaction: one at a time, found again by a digest of what it writes. */
import { createHash } from 'node:crypto';
import type { ChangePlan } from '../../domain/importing/change-plan.ts';
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import { beingStaged } from '../commit-changes.ts';
import type { Database } from '../connect.ts';
import type { Step } from '../plan-steps.ts';
import { revisionState } from '../statements/recording/change-sets.ts';
import { readStaging } from '../statements/recording/staging.ts';
import { discardAbandoned } from './discard-staged.ts';

export interface StageOptions {
  /** Called with the number of records written so far, and of all. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** Records that one transaction writes; for tests. */
  batchRecords?: number;
}

export const BATCH_RECORDS = 5_000;

/** Throws where another import is being staged; removes one that was not continued for long. The same import is resumed however late. */
export async function refuseWhileStaging(db: Database, digest: string): Promise<void> {
  const others = () => db.read(async (tx) => ({ ...(await revisionState(tx)), staging: (await readStaging.run(tx, {})).filter(({ id }) => id !== digest) }));
  if ((await others()).staging.length === 0) return;
  await discardAbandoned(db);
  const { revision, staging } = await others();
  if (staging[0]) throw beingStaged(staging[0], revision);
}

/** Datasets whose records a plan writes, sorted. */
export function datasetsOf({ put }: ChangePlan): string[] {
  const { datasets, claims, ...others } = put;
  const named = [...claims.map(({ claim }) => claim), ...Object.values(others).flat()].map(({ dataset }) => dataset);
  return [...new Set([...datasets.map(({ id }) => id), ...named])].sort();
}

/** The same records planned at the same revision have the same digest, whoever sends them and when. */
export function digestOf(plan: ChangePlan): string {
  const hash = createHash('sha256').update(`${plan.expectedRevision}`);
  for (const [kind, list] of Object.entries(plan.put)) {
    hash.update(kind);
    for (const record of list) hash.update(canonicalJson(record));
  }
  if (plan.remove.length > 0) hash.update(canonicalJson(plan.remove));
  return hash.digest('hex');
}

export const sizeOf = (batch: readonly Step[]) => batch.reduce((sum, step) => sum + step.size, 0);

export function batchesOf(steps: readonly Step[], records: number): Step[][] {
  const batches: Step[][] = [];
  let batch: Step[] = [];
  for (const step of steps) {
    if (batch.length > 0 && sizeOf(batch) + step.size > records) {
      batches.push(batch);
      batch = [];
    }
    batch.push(step);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
