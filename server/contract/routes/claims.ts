/** Claims: one with its evidence, a filtered list, the rows of a table, or those that want corroboration. */
import { z } from 'zod';
import { GAP_KINDS } from '../../domain/model/lists.ts';
import { answerInWords } from '../answer-in-words.ts';
import { claimFilter, clocks, id, refusedFor } from '../records.ts';
import { API_LIMITS, clockQuery, commaList, idParams, limitQuery, offsetQuery, upTo } from '../parts.ts';
import { defineRoute } from '../route.ts';
import { claimListItem, edgeView, evidenceView, gapReason, nodeView, tableRow } from '../views.ts';

export const readEvidence = defineRoute({
  id: 'read-evidence',
  method: 'GET',
  path: '/api/claims/:id',
  tag: 'evidence',
  kind: 'read',
  summary: 'A claim with its citations by origin, lineage, standing history, rivals and who answers',
  params: idParams,
  query: z.strictObject(clockQuery),
  response: evidenceView,
});
export const listClaims = defineRoute({
  id: 'list-claims',
  method: 'POST',
  path: '/api/claims/query',
  tag: 'evidence',
  kind: 'read',
  summary: 'Claims by standing, origins, uninvolved origins, contested, voice, source, dataset and clocks',
  body: z.strictObject({
    filter: claimFilter.default({}),
    clocks: clocks.optional(),
    order: z.enum(['standing', 'origins', 'id']).default('standing'),
    limit: z
      .int()
      .min(1)
      .max(...upTo('listResults'))
      .default(100),
    offset: z
      .int()
      .min(0)
      .max(...upTo('offset'))
      .default(0),
    /** Whether the answer is given in words, too. */
    inWords: z.boolean().optional(),
  }),
  response: z.object({
    /** Over all claims that match, or the first 500 by standing; absent where it was not asked for. */
    answer: answerInWords.optional(),
    claims: z.array(edgeView),
    nodes: z.array(nodeView),
    total: z.int(),
    uncertain: z.int(),
    revision: z.int(),
  }),
});
export const listTableRows = defineRoute({
  id: 'list-table-rows',
  method: 'POST',
  path: '/api/claims/table',
  tag: 'evidence',
  kind: 'read',
  heavy: 'subgraph',
  summary: 'Claims as rows of a table, by filter or by id, each with the dates of what it is read in and the steps of its standing',
  body: z
    .strictObject({
      filter: claimFilter.optional(),
      /** These claims, in this order, instead of those of a filter; those that are not there at the clocks are left out. */
      claims: z
        .array(id)
        .max(...upTo('tableRows'))
        .optional(),
      clocks: clocks.optional(),
      limit: z
        .int()
        .min(1)
        .max(...upTo('tableRows'))
        .default(API_LIMITS.tableRows),
      offset: z
        .int()
        .min(0)
        .max(...upTo('offset'))
        .default(0),
    })
    .refine((body) => (body.filter === undefined) !== (body.claims === undefined), {
      ...refusedFor('needs a filter or claims, and not both', 'give one of the two: "filter": {} for all claims, or the ids as "claims"', { described: true }),
      path: ['claims'],
    })
    .meta({ oneOf: [{ required: ['filter'] }, { required: ['claims'] }] }),
  response: z.object({
    rows: z.array(tableRow),
    /** Every entity that the claims name. */
    nodes: z.array(nodeView),
    /** All that were asked for, those of other pages included. */
    total: z.int(),
    uncertain: z.int(),
    revision: z.int(),
  }),
});

export const listGaps = defineRoute({
  id: 'list-gaps',
  method: 'GET',
  path: '/api/gaps',
  tag: 'evidence',
  kind: 'read',
  heavy: 'trace',
  summary: 'What wants corroboration: claims on one origin, on parties, on a retelling, on documents nobody read; those first that carry most links',
  query: z.strictObject({
    ...clockQuery,
    /** Reasons of which a claim listed has at least one; absent: any. */
    kinds: commaList(z.enum(GAP_KINDS)).optional(),
    /** Only claims that these hold, and links by these; absent: any. */
    datasets: commaList(id).optional(),
    limit: limitQuery('listResults', 100),
    offset: offsetQuery,
  }),
  response: z.object({
    gaps: z.array(
      z.object({
        claim: claimListItem,
        /** Shortest links between a sponsor and a target of a plot on which it is the only claim of a hop. */
        carries: z.int(),
        reasons: z.array(gapReason),
      }),
    ),
    total: z.int(),
    /** Claims by reason, whichever reasons are asked for. */
    totals: z.record(z.enum(GAP_KINDS), z.int()),
    /** Claims that were looked at. */
    claims: z.int(),
    /** What `carries` was counted over: pairs of a sponsor and a target, those searched, and the links between them. */
    links: z.object({
      pairs: z.int(),
      searched: z.int(),
      links: z.int(),
      /** A limit or the time was met: there may be more pairs and links. */
      isComplete: z.boolean(),
    }),
    revision: z.int(),
  }),
});
