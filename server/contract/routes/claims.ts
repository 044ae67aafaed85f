/** Claims: one with its evidence, or a filtered list. */
import { z } from 'zod';
import { answerInWords } from '../answer-in-words.ts';
import { claimFilter, clocks } from '../records.ts';
import { clockQuery, idParams, upTo } from '../parts.ts';
import { defineRoute } from '../route.ts';
import { edgeView, evidenceView, nodeView } from '../views.ts';

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
