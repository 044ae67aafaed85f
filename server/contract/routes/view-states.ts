/** Stored views: views too long for a link are stored under the digest of their content. */
import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { id } from '../records.ts';
import { viewLink } from '../view-link.ts';

/**
 * A stored view as an answer is described: its positions as lists of three. schemathesis 4.32 reads a tuple of an answer (not of a body) in the spelling of an
 * older draft, and then finds that description invalid.
 */
const storedView = viewLink.extend({
  e: z
    .array(z.array(z.union([id, z.number()])).length(3))
    .max(2_000)
    .optional(),
}) as unknown as typeof viewLink;
/** SHA-256 of a stored view, in hexadecimal. */
export const viewDigest = z.string().regex(/^[0-9a-f]{64}$/, 'is no digest of a stored view');
export const storeView = defineRoute({
  id: 'store-view',
  method: 'POST',
  path: '/api/view-states',
  tag: 'explore',
  kind: 'write',
  summary: 'Store a view, the same view once; answers with its digest, which a link carries',
  body: z.strictObject({ view: viewLink }),
  response: z.object({ digest: viewDigest }),
});
export const readView = defineRoute({
  id: 'read-view',
  method: 'GET',
  path: '/api/view-states/:digest',
  tag: 'explore',
  kind: 'read',
  summary: 'A stored view by its digest',
  params: z.strictObject({ digest: viewDigest }),
  response: z.object({ view: storedView }),
});
export const deleteView = defineRoute({
  id: 'delete-view',
  method: 'DELETE',
  path: '/api/view-states/:digest',
  tag: 'explore',
  kind: 'write',
  summary: 'Delete a stored view; links that carry its digest open no more',
  params: z.strictObject({ digest: viewDigest }),
  response: z.object({ deleted: z.literal(true) }),
});
