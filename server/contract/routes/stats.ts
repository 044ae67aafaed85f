/** What is loaded: counts, standing, and up to when the case is told. */
import { z } from 'zod';
import { group, entityType } from '../records.ts';
import { clockQuery } from '../parts.ts';
import { defineRoute } from '../route.ts';
import { shownLevel } from '../views.ts';

export const datasetSummary = z.object({
  id: z.string(),
  title: z.string(),
  curator: z.string().optional(),
  licence: z.string().optional(),
  description: z.string().optional(),
  knowledgeUntil: z.object({ edtf: z.string(), basis: z.string() }).optional(),
  entities: z.int(),
  claims: z.int(),
});
export const readStats = defineRoute({
  id: 'read-stats',
  method: 'GET',
  path: '/api/stats',
  tag: 'explore',
  kind: 'read',
  summary: 'Counts of what is loaded, by type, group and standing',
  query: z.strictObject(clockQuery),
  response: z.object({
    revision: z.int(),
    entities: z.int(),
    claims: z.int(),
    citations: z.int(),
    sources: z.int(),
    voices: z.int(),
    contested: z.int(),
    byLevel: z.array(z.object({ level: shownLevel, claims: z.int() })),
    byGroup: z.array(z.object({ group, claims: z.int() })),
    byType: z.array(z.object({ type: entityType, entities: z.int() })),
    datasets: z.array(datasetSummary),
    /** "As told up to …" for all datasets together. */
    knowledge: z.string(),
    /** Claims whose figures are being recomputed and are left out of filters. */
    stale: z.int(),
  }),
});
