/** Statements on operations, revisions and the change sets that made them. */
import { z } from 'zod';
import { AppError } from '../../../domain/model/errors.ts';
import type { Tx } from '../../connect.ts';
import { defineQuery } from '../../query.ts';
import { ids, noParams, nothing, rev } from '../shapes.ts';

const revisionRow = z.object({ revision: z.int() });

export const listChangeSetRows = defineQuery({
  name: 'list-change-sets',
  params: z.strictObject({ limit: z.int() }),
  row: z.object({ id: z.string(), kind: z.string(), who: z.string(), why: z.string(), at: z.string(), revision: z.int() }),
});
export const readChangeSet = defineQuery({
  name: 'read-change-set',
  params: z.strictObject({ id: z.string() }),
  row: z.object({ kind: z.string(), who: z.string(), why: z.string(), at: z.string(), revision: z.int() }),
});
export const editsAmong = defineQuery({ name: 'list-edits-among', params: z.strictObject({ revisions: z.array(rev) }), row: revisionRow });
export const changedKeys = defineQuery({
  name: 'list-changed-keys',
  params: z.strictObject({ after: rev, rev }),
  row: z.object({
    revision: rev,
    /** `kind/id` of each record put or removed; null where there were too many to name them. */
    changed: ids.nullable(),
  }),
});
export const revisionAt = defineQuery({
  name: 'read-revision-at',
  params: z.strictObject({
    rev,
    /** ISO 8601, UTC */
    at: z.string(),
  }),
  row: revisionRow,
});
export const readRevision = defineQuery({ name: 'read-revision', params: noParams, row: revisionRow.extend({ writing: z.boolean() }) });

/** Seconds after which to ask again while a large change is being written. */
const WRITING_RETRY_S = 5;

/** The revision readers see, and whether a change too large for one transaction is being written. Meanwhile what is stored is the state of no revision. */
export async function revisionState(tx: Tx): Promise<{ revision: number; writing: boolean }> {
  const [state] = await readRevision.run(tx, {});
  return state ?? { revision: 0, writing: false };
}

export function beingWritten(): AppError {
  return new AppError('not-ready', 'A large change is being written. What it changes can be read again, whole, once that has ended.', {
    retryAfter: WRITING_RETRY_S,
  });
}

/**
 * The current revision; 0 in a database that was never written. Every other read gets it as `$rev`.
 * @throws AppError `not-ready` while a large change is being written
 */
export async function currentRevision(tx: Tx): Promise<number> {
  const { revision, writing } = await revisionState(tx);
  if (writing) throw beingWritten();
  return revision;
}

/** Claims an operation id for this transaction, and takes the lock of all writers. */
export const claimOperation = defineQuery({
  name: 'claim-operation',
  params: z.strictObject({
    id: z.string(),
    /** ISO 8601, UTC */
    at: z.string(),
    /** Id of the call that makes the attempt. */
    caller: z.string(),
    /** Id of this attempt of the call. Where the answer has another one, the operation was applied before. */
    attempt: z.string(),
  }),
  row: z.object({ attempt: z.string(), caller: z.string(), revision: z.int() }),
});
export const lockState = defineQuery({
  name: 'lock-state',
  params: z.strictObject({
    /** A value that nobody else writes. */
    lock: z.string(),
  }),
  row: nothing,
});
export const readOperation = defineQuery({ name: 'read-operation', params: z.strictObject({ id: z.string() }), row: z.object({ caller: z.string() }) });
export const publishRevision = defineQuery({
  name: 'publish-revision',
  params: z.strictObject({
    rev,
    /** Id of the change set. */
    id: z.string(),
    /** `import` or `edit` */
    kind: z.string(),
    who: z.string(),
    why: z.string(),
    /** ISO 8601, UTC */
    at: z.string(),
    /** `kind/id` of each record put or removed; null where there are too many to name them. */
    changed: ids.nullable(),
    /** Ids of the change sets that it undoes; null where it undoes none. */
    undoes: ids.nullable(),
    /** What it does to claims, in words: "2 claims gain an origin". */
    effects: z.array(z.string()),
  }),
  row: nothing,
});
