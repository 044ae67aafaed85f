/** Statements that read what is stored as it is, so that `verify` can compare it with what should be. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { atRevision, ids, props } from './shapes.ts';

export const auditClaims = defineQuery({
  name: 'audit-claims',
  params: atRevision,
  row: z.object({
    id: z.string(),
    props,
    /** [role, index in the role's list, entity] */
    ends: z.array(z.tuple([z.string(), z.int(), z.string()])),
    /** The further ends and qualifiers of entities already in `ends`. */
    again: z.array(z.tuple([z.string(), z.int(), z.string()])),
    citations: ids,
  }),
});
export const auditSegments = defineQuery({
  name: 'audit-segments',
  params: atRevision,
  row: z.object({ type: z.string(), from: z.string(), to: z.string(), props }),
});
export const auditCitations = defineQuery({
  name: 'audit-citations',
  params: atRevision,
  row: z.object({ id: z.string(), props, claims: ids, sources: ids, roots: ids, via: ids }),
});
export const auditSources = defineQuery({
  name: 'audit-sources',
  params: atRevision,
  row: z.object({
    id: z.string(),
    voices: ids,
    /** [source, how it is carried] */
    carries: z.array(z.tuple([z.string(), z.string()])),
  }),
});
export const auditEntities = defineQuery({ name: 'audit-entities', params: atRevision, row: z.object({ id: z.string(), labels: ids, props }) });
export const auditRivals = defineQuery({ name: 'audit-rivals', params: atRevision, row: z.object({ id: z.string(), claims: ids }) });
export const auditVersions = defineQuery({ name: 'audit-versions', params: atRevision, row: z.object({ key: z.string(), why: z.string() }) });
export const auditStaged = defineQuery({ name: 'audit-staged', params: atRevision, row: z.object({ nodes: z.int(), staging: z.int() }) });
