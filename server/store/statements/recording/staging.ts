/** Statements on the ledger of staged imports, and on what an abandoned one left. */
import { z } from 'zod';
import { defineQuery } from '../../query.ts';
import { idRow, ids, noParams, nothing, rev } from '../shapes.ts';

/** Digest of the import. */
const id = z.string();
/** ISO 8601, UTC */
const instant = z.string();

export const readStaging = defineQuery({
  name: 'read-staging',
  params: noParams,
  row: z.object({ id, state: z.enum(['staging', 'writing']), batchesDone: z.int(), changeSet: z.string(), datasets: ids, touched: instant }),
});
export const listStagedClaims = defineQuery({ name: 'list-staged-claims', params: z.strictObject({ rev, limit: z.int() }), row: idRow });

export const beginStaging = defineQuery({
  name: 'begin-staging',
  params: z.strictObject({
    id,
    changeSet: z.string(),
    /** Ids of the datasets it writes. */
    datasets: ids,
    at: instant,
  }),
  row: z.object({ state: z.string(), batchesDone: z.int(), changeSet: z.string(), at: instant }),
});
export const markBatch = defineQuery({
  name: 'mark-batch',
  params: z.strictObject({
    id,
    /** Number of batches written. */
    done: z.int(),
    state: z.enum(['staging', 'writing', 'published']),
    touched: instant,
  }),
  row: nothing,
});
export const deleteStaged = defineQuery({
  name: 'discard-staged',
  params: z.strictObject({
    rev,
    /** Most nodes of each kind in one call. */
    limit: z.int(),
  }),
  row: z.object({ n: z.int() }),
});
export const giveUpStaging = defineQuery({
  name: 'give-up-staging',
  params: z.strictObject({
    /** Ledgers not continued since then are given up. */
    before: instant,
    at: instant,
  }),
  row: idRow,
});
export const closeStaging = defineQuery({ name: 'close-staging', params: z.strictObject({ id }), row: nothing });

/** Id of an attempt to keep a plan. */
const attempt = z.string();
export const beginStagedPlan = defineQuery({
  name: 'begin-staged-plan',
  params: z.strictObject({ id, attempt, changeSet: z.string(), at: instant }),
  row: nothing,
});
export const keepStagedPart = defineQuery({
  name: 'keep-staged-part',
  params: z.strictObject({
    id,
    attempt,
    /** Its place among the parts, from 0. */
    n: z.int(),
    /** Packed text. */
    data: z.string(),
    touched: instant,
  }),
  row: idRow,
});
export const beginWriting = defineQuery({ name: 'begin-writing', params: z.strictObject({ id, attempt, at: instant }), row: idRow });
export const readStagedParts = defineQuery({
  name: 'read-staged-parts',
  params: z.strictObject({ id, from: z.int(), before: z.int() }),
  row: z.object({ n: z.int(), data: z.string() }),
});
export const deleteStagedParts = defineQuery({
  name: 'delete-staged-parts',
  params: z.strictObject({ id, limit: z.int() }),
  row: z.object({ n: z.int() }),
});
export const closedWithParts = defineQuery({ name: 'list-closed-with-parts', params: noParams, row: idRow });
