/** Import curated JSON: upload it, plan or commit, watch the job. */
import { z } from 'zod';
import { claimTold } from '../claim-told.ts';
import { entityType, id, recordKind, refusedFor, shortText, longText } from '../records.ts';
import { API_LIMITS, idParams, queryFlag, queryNumber, upTo } from '../parts.ts';
import { problemItem } from '../problem.ts';
import { defineRoute } from '../route.ts';
import { MAPPING_LIMITS, tableMapping, tableMappings } from '../table-mapping.ts';

const recordPlace = z.object({
  file: z.string(),
  /** JSON pointer of a record of the file, as `/claims/12`. */
  pointer: z.string(),
});
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
/** A record of a planned import. A claim is told with its citations. */
const importRow = z.object({
  kind: recordKind,
  id: z.string(),
  /** `affected`: a claim that no file has, and whose figures change. */
  did: z.enum(['new', 'changed', 'affected', 'removed']),
  /** A claim's sentence; of another record what it is called. */
  name: z.string(),
  /** Where it stands in the files: sent back as `leaveOut`, it is left out. */
  places: z.array(recordPlace),
  told: claimTold.optional(),
});
export type ImportRow = z.infer<typeof importRow>;
const notTaken = z.object({
  reason: z.string(),
  count: z.int(),
  /** The first of them, in words: "object 17", "line 17". */
  places: z.array(z.string()),
  /** What to do about it. */
  remedy: z.string().optional(),
});
/** What became of a file of another program: its records are read = created + matched + unchanged + rejected. */
const convertedFile = z.object({
  file: z.string(),
  format: z.enum(['stix', 'ftm-entities', 'csv-set', 'table']),
  read: z.int(),
  /** As the plan has it; of an import that is refused nothing is planned, and the numbers are absent. */
  created: z.int().optional(),
  matched: z.int().optional(),
  unchanged: z.int().optional(),
  rejected: z.array(notTaken),
  /** Properties of records that were taken over without them. */
  lost: z.array(notTaken),
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
  /** Why records were left out: those named, those that cannot be written, and those that refer to one left out. Empty unless asked for. */
  leftOut: z.array(problemItem),
  /** For each file that is no curated one: what was taken over, and why the rest was not. Absent where every file is curated. */
  converted: z.array(convertedFile).optional(),
  /** On a dry run: the records it would write or remove, claims first; at most as many as may be left out. */
  rows: z.array(importRow).optional(),
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
const MAPPING_PART =
  'A part with JSON: what the columns of tables of other programs (CSV, TSV) mean, for each table by the names in its head. Without it such a table is refused.';
/** multipart/form-data with one or more `file` parts. */
export const startImport = defineRoute({
  id: 'start-import',
  method: 'POST',
  path: '/api/imports',
  tag: 'exchange',
  kind: 'stream',
  status: 202,
  alsoStatuses: [200, 409, 422, 500, 503, 507],
  multipart: z.strictObject({
    file: z.array(z.file()).min(1).max(API_LIMITS.uploadFiles),
    leaveOut: z
      .array(z.strictObject({ file: z.string(), pointer: z.string() }))
      .max(...upTo('leftOutRecords'))
      .optional()
      .meta({
        description:
          'A part with JSON: records that stay out, by file and pointer ("/claims/12"). What refers to one of them stays out only with `partial=true`; otherwise it refuses the import.',
      }),
    mapping: tableMappings.optional().meta({ description: MAPPING_PART }),
  }),
  summary:
    'Upload curated files (multipart); answers with the job. `wait=true` answers when it has ended, with the status of what happened: 422 where it was refused, that of its error where it failed',
  query: z
    .strictObject({
      dryRun: queryFlag.optional().meta({ description: 'Plan and report, write nothing.' }),
      prune: queryFlag.optional().meta({ description: 'Remove what the datasets had and the files have no more.' }),
      pruneExactly: queryNumber(z.int().min(0).max(1_000_000_000))
        .optional()
        .meta({ description: 'How many records the prune removes: needed above a tenth of a dataset (a dry run says how many). Only with `prune=true`.' }),
      rows: queryFlag.optional().meta({ description: 'With `dryRun=true`: list the records that would be written as rows to choose from.' }),
      partial: queryFlag.optional().meta({
        description:
          'Write what can be written: a record that cannot, and what refers to it, is left out and listed in `leftOut`. Otherwise one fault refuses the whole import.',
      }),
      revision: queryNumber(z.int().min(0).max(Number.MAX_SAFE_INTEGER))
        .optional()
        .meta({ description: 'The revision at which it was planned: where the case has moved on since, nothing is written (409).' }),
      who: shortText.optional().meta({ description: 'Who imports.' }),
      why: longText.optional().meta({ description: 'Why; otherwise the datasets are named.' }),
      overwrite: queryFlag.optional().meta({ description: 'Write over records edited since the last import.' }),
      wait: queryFlag.optional().meta({ description: 'Answer when the import has ended.' }),
      dataset: id.optional().meta({ description: 'Dataset of files that have no header; a header goes before it.' }),
    })
    .refine(({ prune, pruneExactly }) => pruneExactly === undefined || prune === true, {
      ...refusedFor('says how many records a prune removes, but none is asked for', 'send prune=true, too, or leave pruneExactly out'),
      path: ['pruneExactly'],
    })
    .refine(({ prune, partial }) => !(prune && partial), {
      ...refusedFor(
        'cannot go with prune=true: a record that is left out would be taken for one that the files have no more',
        'import without prune first, then prune with files that have no fault',
      ),
      path: ['partial'],
    }),
  response: importJob,
});
/** A row of a table as it would be taken over. */
const sampleRow = z.object({
  line: z.int(),
  cells: z.array(z.string()),
  /** Of a claim: its sentence, as it would be told once it is imported. Of a row that is an entity: what it is called. */
  sentence: z.string().optional(),
  /** Why it would not be taken over, and what to do about it. */
  rejected: z.object({ reason: z.string(), remedy: z.string().optional() }).optional(),
});
const tableSample = z.object({
  file: z.string(),
  heads: z.array(z.string()),
  separator: z.enum([',', ';', '\t']),
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']),
  /** The one that was given for these heads; else a proposal, which is not agreed to yet. */
  mapping: tableMapping,
  given: z.boolean(),
  /** Columns that no part of the mapping takes. */
  notTaken: z.array(z.string()),
  /** Why it cannot be read by this mapping. */
  faults: z.array(problemItem),
  sample: z.array(sampleRow),
  /** Entities of the case that names of the sample may mean. They are not matched unless the mapping says so. */
  alike: z.array(z.object({ cell: z.string(), entities: z.array(z.object({ id: z.string(), name: z.string(), type: entityType })) })),
});
export type TableSample = z.infer<typeof tableSample>;
/** The beginning of a file is enough: rows beyond the sample are not read. */
export const sampleTables = defineRoute({
  id: 'sample-tables',
  method: 'POST',
  path: '/api/imports/sample',
  tag: 'exchange',
  kind: 'stream',
  summary:
    'What tables of other programs (CSV, TSV) say by a mapping: the first rows of each as sentences; without a mapping, by a proposed one. Nothing is kept',
  multipart: z.strictObject({
    file: z.array(z.file()).min(1).max(MAPPING_LIMITS.tables),
    mapping: tableMappings.optional().meta({ description: MAPPING_PART }),
  }),
  /** Files that are no tables are left out. */
  response: z.object({ tables: z.array(tableSample) }),
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
export const stopImport = defineRoute({
  id: 'stop-import',
  method: 'DELETE',
  path: '/api/imports/:id',
  tag: 'exchange',
  kind: 'write',
  summary: 'Stop an import that waits, reads or plans; nothing of it is written. One that writes already is finished',
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
