/** Saved sets of entities, given by ids or by a query. */
import { z } from 'zod';
import { claimFilter, id, refusedFor, selector, shortText } from '../records.ts';
import { clockQuery, idParams, limitQuery, offsetQuery, upTo } from '../parts.ts';
import { defineRoute } from '../route.ts';
import { nodeView } from '../views.ts';

const setContent = {
  name: shortText,
  ids: z
    .array(id)
    .max(...upTo('savedSetEntities'))
    .optional(),
  /** Entities by role or type, or the ends of the claims that a filter finds. */
  query: z.union([selector, z.strictObject({ claims: claimFilter })]).optional(),
};
const exactlyOne = (s: { ids?: unknown; query?: unknown }) => (s.ids === undefined) !== (s.query === undefined);
export const savedSet = z.object({ id: z.string(), ...setContent, revision: z.int() });
export const listSavedSets = defineRoute({
  id: 'list-saved-sets',
  method: 'GET',
  path: '/api/saved-sets',
  tag: 'explore',
  kind: 'read',
  summary: 'Saved sets',
  response: z.object({ savedSets: z.array(savedSet) }),
});
export const saveSet = defineRoute({
  id: 'save-set',
  method: 'PUT',
  path: '/api/saved-sets/:id',
  tag: 'explore',
  kind: 'write',
  summary: 'Create or replace a saved set; refused when `revision` is not the stored one',
  params: idParams,
  largeBody: true,
  body: z
    .strictObject({ ...setContent, revision: z.int().optional() })
    .refine(exactlyOne, refusedFor('needs ids or query, and not both', 'give one of the two', { described: true }))
    .meta({ oneOf: [{ required: ['ids'] }, { required: ['query'] }] }),
  response: savedSet,
});
export const deleteSavedSet = defineRoute({
  id: 'delete-saved-set',
  method: 'DELETE',
  path: '/api/saved-sets/:id',
  tag: 'explore',
  kind: 'write',
  summary: 'Delete a saved set',
  params: idParams,
  response: z.object({ deleted: z.literal(true) }),
});
export const readSavedSet = defineRoute({
  id: 'read-saved-set',
  method: 'GET',
  path: '/api/saved-sets/:id/entities',
  tag: 'explore',
  kind: 'read',
  summary: 'The entities of a saved set: those named, or those its query finds now',
  params: idParams,
  query: z.strictObject({
    limit: limitQuery('listResults', 100),
    offset: offsetQuery,
    ...clockQuery,
  }),
  response: z.object({ nodes: z.array(nodeView), total: z.int(), revision: z.int() }),
});
