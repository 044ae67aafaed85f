/** The notebook: notes, assessments and the search log. What stands in it is no source, counts nowhere, and is in no export unless it is chosen. */
import { z } from 'zod';
import { ASSESSMENT_STATES, NOTEBOOK_KINDS, SEARCH_RESULTS } from '../../domain/model/lists.ts';
import { clockQuery, idParams, limitQuery, offsetQuery, queryNumber, upTo } from '../parts.ts';
import { id, longText, recordId, refusedFor, shortText, supportLevel } from '../records.ts';
import { defineRoute } from '../route.ts';
import { viewDigest } from './view-states.ts';

const claimIds = z.array(id).max(...upTo('assessedClaims'));
const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['entity', 'claim', 'source', 'voice']), id }),
  z.strictObject({ kind: z.literal('citation'), claim: id, id: recordId }),
  /** A path by its claims, hop by hop. */
  z.strictObject({ kind: z.literal('path'), claims: claimIds.min(1) }),
  /** A stored view. */
  z.strictObject({ kind: z.literal('view'), digest: viewDigest }),
]);
const note = z.strictObject({ kind: z.literal('note'), about, text: longText });
const assessment = z.strictObject({
  kind: z.literal('assessment'),
  question: shortText,
  about: z
    .array(about)
    .max(...upTo('assessedClaims'))
    .default([]),
  state: z.enum(ASSESSMENT_STATES).default('open'),
  words: longText.optional(),
  for: claimIds.default([]),
  against: claimIds.default([]),
  wouldDecide: z
    .array(z.strictObject({ text: shortText, done: z.boolean().default(false) }))
    .max(...upTo('assessedClaims'))
    .default([]),
  /** Whether it may go out in a dossier. */
  mayGoOut: z.boolean().default(false),
});
const search = z.strictObject({
  kind: z.literal('search'),
  where: shortText,
  sought: shortText,
  found: z.enum(SEARCH_RESULTS),
  on: z.iso.date(),
  remarks: longText.optional(),
  /** The assessment whose question it belongs to. */
  assessment: id.optional(),
});
const entry = z.discriminatedUnion('kind', [note, assessment, search]);
const signature = z.object({ who: z.string(), /** ISO 8601, UTC */ at: z.string() });
/** An entry as it is kept. */
const kept = z.object({ id: z.string(), entry, begun: signature, changed: signature, version: z.int() });
export type KeptEntry = z.infer<typeof kept>;

const weight = z.object({
  origins: z.int(),
  originsOpen: z.boolean(),
  uninvolved: z.int(),
  contested: z.int(),
  highest: supportLevel.optional(),
});
/** Of how many entries each kind there are, among those about what was asked. */
const counts = z.object(Object.fromEntries(NOTEBOOK_KINDS.map((kind) => [kind, z.int()])) as Record<(typeof NOTEBOOK_KINDS)[number], z.ZodInt>);

export const listNotebook = defineRoute({
  id: 'list-notebook',
  method: 'GET',
  path: '/api/notebook',
  tag: 'records',
  kind: 'read',
  summary: 'Entries of the notebook, those changed last first',
  query: z.strictObject({
    kind: z.enum(NOTEBOOK_KINDS).optional(),
    about: shortText
      .optional()
      .describe(
        'Only entries that name this: `entity/iran`, `claim/…`, `source/…`, `voice/…`, `citation/…`, `view/…`, or `path/` and the claims of its hops, with commas.',
      ),
    assessment: id.optional().describe('Only searches for the question of this assessment.'),
    limit: limitQuery('listResults', 100),
    offset: offsetQuery,
  }),
  response: z.object({ entries: z.array(kept), total: z.int(), counts }),
});
export const readNotebookEntry = defineRoute({
  id: 'read-notebook-entry',
  method: 'GET',
  path: '/api/notebook/:id',
  tag: 'records',
  kind: 'read',
  summary: 'An entry of the notebook; an assessment with what its claims rest on, at the dates asked for',
  params: idParams,
  query: z.strictObject(clockQuery),
  response: kept.extend({
    /** What it names and the case does not have, or does not show at these dates: as `claim/…`. */
    gone: z.array(z.string()),
    weighed: z.object({ for: weight, against: weight }).optional(),
  }),
});
const version = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
export const saveNotebookEntry = defineRoute({
  id: 'save-notebook-entry',
  method: 'PUT',
  path: '/api/notebook/:id',
  tag: 'records',
  kind: 'write',
  summary: 'Write an entry of the notebook, new or over the one that was read; 409 where another write came in between. Sent again, it is written once',
  params: idParams,
  body: z
    .strictObject({
      who: shortText.describe('Who writes it.'),
      version: version.describe('The version of the entry that is written over; 0 for a new one.'),
      entry,
    })
    .refine(({ entry: written }) => written.kind !== 'assessment' || !written.for.some((claim) => written.against.includes(claim)), {
      ...refusedFor('has a claim on both sides', 'let each claim speak for it or against it'),
      path: ['entry', 'against'],
    }),
  response: kept,
});
export const deleteNotebookEntry = defineRoute({
  id: 'delete-notebook-entry',
  method: 'DELETE',
  path: '/api/notebook/:id',
  tag: 'records',
  kind: 'write',
  summary: 'Delete an entry of the notebook; 409 where it was changed since that version',
  params: idParams,
  query: z.strictObject({ version: queryNumber(version).describe('The version of the entry that was read.') }),
  response: z.object({ deleted: z.literal(true) }),
});
