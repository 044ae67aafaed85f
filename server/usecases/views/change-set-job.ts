/** A change set of the database as an ended import (contract `importJob`). What it wrote is stored; its report ended with its process. */
import type { ImportJob } from '../../contract/routes/imports.ts';

type ChangeSet = NonNullable<ImportJob['changeSet']>;

export function changeSetJob(id: string, { kind, who, why, at, revision }: Omit<ChangeSet, 'id'>): ImportJob {
  return { id, state: 'done', startedAt: at, progress: { phase: 'done', done: 0, total: 0 }, changeSet: { id, kind, who, why, at, revision } };
}
