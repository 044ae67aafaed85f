/** Change sets: plan one, commit it, list them, read one, undo one; and the history of a record. */
import { z } from 'zod';
import { attestFile } from '../file-format.ts';
import { idParams, limitQuery, offsetQuery, upTo } from '../parts.ts';
import { claimTold } from '../claim-told.ts';
import { id, longText, recordId, recordKind, refusedFor, shortText } from '../records.ts';
import { defineRoute } from '../route.ts';
import { importReport } from './imports.ts';

const operation = z.uuid().describe('An id of the caller for this write: sent again, it is applied once. It becomes the id of the change set.');
const revision = z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe('The revision at which the records were read that the change is made to.');

const change = {
  /** The case to change: new records belong to it. */
  dataset: id,
  revision,
  /** Records to write, each whole, as in a curated file. Citations of a claim that are not named stay. */
  records: attestFile.omit({ $schema: true, format: true, stubs: true, defaults: true }).default({}),
  /** Records to take away. A claim goes with the case's citations of it, and with its last citation. */
  remove: z
    .array(z.strictObject({ kind: recordKind, id: recordId }))
    .max(...upTo('changedRecords'))
    .default([]),
};
/** The edits of a draft, as they are planned and written. */
export const draft = z.strictObject(change);
export type DraftChange = z.output<typeof draft>;
/** What is undone or restored is planned at a revision, too: what others changed of it meanwhile is not overwritten unseen. */
const planned = { revision: revision.describe('The revision at which the change was planned.') };
const signed = { who: shortText.describe('Who makes the change.'), why: longText.describe('Why it is made.') };

export const changeReport = importReport
  .pick({ records: true, created: true, changed: true, removed: true, claims: true, problems: true, warnings: true, revision: true, message: true })
  .extend({
    outcome: z.enum(['planned', 'done', 'unchanged', 'refused']),
    /** Id of the change set that was written. */
    changeSet: z.string().optional(),
  });
export type ChangeReport = z.infer<typeof changeReport>;

export const plannedReport = changeReport.extend({
  /** Of the claims that the change writes, then of those that change with them; 50 at most. */
  told: z.array(claimTold),
});
export type PlannedReport = z.infer<typeof plannedReport>;

/** What records are called: those changed, and those that they name. A claim is named by its parts, for it may be gone: its sentence is that of the claim there is. */
const names = z.array(z.object({ kind: recordKind, id: z.string(), name: z.string() }));

/** Of an undo or a restore. */
export const pastReport = changeReport.extend({
  /** Where it is planned only, and is not very large: of the claims that it writes, then of those that change with them; 50 at most. */
  told: z.array(claimTold).optional(),
  /** Where it is planned only, and is not very large: what the listed records are called, and those that they name. */
  names: names.optional(),
});
export type PastReport = z.infer<typeof pastReport>;

export const changeSet = z.object({
  id: z.string(),
  kind: z.string(),
  who: z.string(),
  why: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
  revision: z.int(),
  /** Ids of the change sets that it undoes. */
  undoes: z.array(z.string()),
  /** Id of the change set by which it is undone at present. */
  undoneBy: z.string().optional(),
  /** Records that it wrote or removed, by kind; absent where it was too many to name them. */
  changed: z.partialRecord(recordKind, z.int()).optional(),
  /** What it did to claims, in words: "2 claims gain an origin". */
  effects: z.array(z.string()),
});
const fields = z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }));

export const planChanges = defineRoute({
  id: 'plan-changes',
  method: 'POST',
  path: '/api/changes/plan',
  tag: 'records',
  kind: 'read',
  largeBody: true,
  summary: 'What a change would do, in terms of records and claims; nothing is written. `refused` with every problem where it could not be written',
  body: draft,
  response: plannedReport,
});
export const commitChange = defineRoute({
  id: 'commit-change',
  method: 'POST',
  path: '/api/changes',
  tag: 'records',
  kind: 'write',
  largeBody: true,
  summary: 'Write a change as one change set, whole or not at all; 409 where a record of it was changed after `revision`',
  body: z.strictObject({ ...change, ...signed, operation }),
  response: changeReport,
});
export const listChanges = defineRoute({
  id: 'list-changes',
  method: 'GET',
  path: '/api/changes',
  tag: 'records',
  kind: 'read',
  summary: 'Change sets, newest first',
  query: z.strictObject({ limit: limitQuery('listResults', 50), offset: offsetQuery }),
  response: z.object({ changeSets: z.array(changeSet), revision: z.int() }),
});
export const readChange = defineRoute({
  id: 'read-change',
  method: 'GET',
  path: '/api/changes/:id',
  tag: 'records',
  kind: 'read',
  summary: 'A change set with its records, before and after, field by field. By the operation id of a write: whether it was applied',
  params: idParams,
  query: z.strictObject({ limit: limitQuery('listResults', 200), offset: offsetQuery }),
  response: changeSet.extend({
    records: z.array(
      z.object({
        kind: recordKind,
        id: z.string(),
        did: z.enum(['created', 'changed', 'removed']),
        fields,
      }),
    ),
    names,
    /** Of how many. */
    total: z.int(),
  }),
});
export const undoChange = defineRoute({
  id: 'undo-change',
  method: 'POST',
  path: '/api/changes/:id/undo',
  tag: 'records',
  kind: 'write',
  summary:
    'Undo a change set by a new one. It is refused, naming them, where later ones rest on it: they can be undone with it (`also`). `dryRun` plans it only',
  params: idParams,
  body: z.strictObject({
    ...signed,
    ...planned,
    operation,
    also: z.array(id).max(100).default([]).describe('Later change sets to undo with it.'),
    keepNeeded: z
      .boolean()
      .optional()
      .describe('Leave what later work rests on as it is, and undo the rest; what is left is told as warnings of the code `kept`.'),
    dryRun: z.boolean().default(false),
  }),
  response: pastReport,
});
export const restoreRecords = defineRoute({
  id: 'restore-records',
  method: 'POST',
  path: '/api/changes/restore',
  tag: 'records',
  kind: 'write',
  summary:
    'Bring a record, or a whole case, back to how it was recorded at a revision or an instant, by a new change set; of a claim its citations too. `dryRun` plans it only',
  body: z
    .strictObject({
      ...signed,
      ...planned,
      operation,
      to: z.union([revision, z.iso.datetime()]).describe('A revision, or an instant (ISO 8601, UTC).'),
      record: z.strictObject({ kind: recordKind, id: recordId }).optional(),
      dataset: id.optional(),
      dryRun: z.boolean().default(false),
    })
    .refine(
      ({ record, dataset }) => (record === undefined) !== (dataset === undefined),
      refusedFor('needs record or dataset, and not both', 'give one of the two'),
    )
    .meta({ oneOf: [{ required: ['record'] }, { required: ['dataset'] }] }),
  response: pastReport,
});
export const readHistory = defineRoute({
  id: 'read-history',
  method: 'GET',
  path: '/api/records/:kind/:id/history',
  tag: 'records',
  kind: 'read',
  summary: 'The states that a record had, of a claim those of its citations too, newest first, with the change sets that made them',
  params: z.strictObject({ kind: recordKind, id: recordId }),
  response: z.object({
    states: z.array(
      z.object({
        /** The record, or a citation of the claim. */
        of: z.object({ kind: recordKind, id: z.string() }),
        /** Null where it was removed. */
        record: z.unknown(),
        fields,
        by: changeSet,
      }),
    ),
    names,
    revision: z.int(),
  }),
});
