/** Import curated JSON: upload it, plan or commit, watch the job. */
import { z } from 'zod';
import { id, recordKind, refusedFor } from '../records.ts';
import { API_LIMITS, idParams, queryFlag, queryNumber } from '../parts.ts';
import { problemItem } from '../problem.ts';
import { defineRoute } from '../route.ts';

const change = z.object({
  kind: recordKind,
  id: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
const counts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  kept: z.int(),
  refused: z.int(),
});
/** What an import did, or on a dry run would do. */
export const importReport = z.object({
  outcome: z.enum(['planned', 'done', 'unchanged', 'refused', 'failed']),
  dryRun: z.boolean(),
  datasets: z.array(z.string()),
  files: z.int(),
  records: counts.extend({ byKind: z.partialRecord(recordKind, counts) }),
  /** Lists hold at most 1,000 items; the counts are exact. */
  created: z.array(z.object({ kind: recordKind, id: z.string() })),
  changed: z.array(change),
  removed: z.array(z.object({ kind: recordKind, id: z.string() })),
  /** Effects on claims: "3 claims gain an origin, 1 goes from alleged to charged, 2 lose their only source". */
  claims: z.object({
    summary: z.array(z.string()),
    standingChanges: z.array(z.object({ claim: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    originChanges: z.array(z.object({ claim: z.string(), from: z.int(), to: z.int() })),
  }),
  problems: z.array(problemItem),
  /** What may be a slip; it refuses nothing. */
  warnings: z.array(problemItem),
  conflicts: z.array(change),
  revision: z.object({ before: z.int(), after: z.int() }),
  changeSet: z.string().optional(),
  staged: z.boolean(),
  elapsedMs: z.int(),
  message: z.string(),
});
export type ImportReport = z.infer<typeof importReport>;
export const importJob = z.object({
  id: z.string(),
  state: z.enum(['queued', 'running', 'done', 'refused', 'failed']),
  startedAt: z.string(),
  progress: z.object({ phase: z.string(), done: z.int(), total: z.int() }),
  report: importReport.optional(),
  /** The stored change set of an import whose process has ended. `id` is then that of the change set, and there is no report. */
  changeSet: z
    .object({
      id: z.string(),
      kind: z.string(),
      who: z.string(),
      why: z.string(),
      at: z.string(),
      revision: z.int(),
    })
    .optional(),
});
export type ImportJob = z.infer<typeof importJob>;
/** multipart/form-data with one or more `file` parts. */
export const startImport = defineRoute({
  id: 'start-import',
  method: 'POST',
  path: '/api/imports',
  tag: 'exchange',
  kind: 'stream',
  status: 202,
  alsoStatuses: [200, 409, 422, 500, 503, 507],
  multipart: z.strictObject({ file: z.array(z.file()).min(1).max(API_LIMITS.uploadFiles) }),
  summary:
    'Upload curated files (multipart); answers with the job. `wait=true` answers when it has ended, with the status of what happened: 422 where it was refused, that of its error where it failed',
  query: z
    .strictObject({
      dryRun: queryFlag.optional().meta({ description: 'Plan and report, write nothing.' }),
      prune: queryFlag.optional().meta({ description: 'Remove what the datasets had and the files have no more.' }),
      pruneExactly: queryNumber(z.int().min(0).max(1_000_000_000))
        .optional()
        .meta({ description: 'How many records the prune removes: needed above a tenth of a dataset (a dry run says how many). Only with `prune=true`.' }),
      overwrite: queryFlag.optional().meta({ description: 'Write over records edited since the last import.' }),
      wait: queryFlag.optional().meta({ description: 'Answer when the import has ended.' }),
      dataset: id.optional().meta({ description: 'Dataset of files that have no header; a header goes before it.' }),
    })
    .refine(({ prune, pruneExactly }) => pruneExactly === undefined || prune === true, {
      ...refusedFor('says how many records a prune removes, but none is asked for', 'send prune=true, too, or leave pruneExactly out'),
      path: ['pruneExactly'],
    }),
  response: importJob,
});
export const listImports = defineRoute({
  id: 'list-imports',
  method: 'GET',
  path: '/api/imports',
  tag: 'exchange',
  kind: 'read',
  summary: 'Imports of this process and, of the others, the newest 500 change sets in the database; newest first',
  response: z.object({ jobs: z.array(importJob) }),
});
export const readImport = defineRoute({
  id: 'read-import',
  method: 'GET',
  path: '/api/imports/:id',
  tag: 'exchange',
  kind: 'read',
  summary: 'State, progress and report of an import, or the change set of that id',
  params: idParams,
  response: importJob,
});
/** text/event-stream of `progress` and `end` events, each an importJob. */
export const watchImport = defineRoute({
  id: 'watch-import',
  method: 'GET',
  path: '/api/imports/:id/events',
  tag: 'exchange',
  kind: 'stream',
  summary: 'Server-sent events of an import',
  produces: ['text/event-stream'],
  params: idParams,
  response: importJob,
});
