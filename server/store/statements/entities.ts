/** Statements on entities: as recorded, as drawn, by search and by type. */
import { z } from 'zod';
import { DECISIONS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';
import { nodeRow } from './claim-row.ts';
import { asks, atRevision, byIds, idRow, ids, jsonRow, props, rev, written } from './shapes.ts';

export const allEntities = defineQuery({ name: 'load-all-entities', params: atRevision, row: jsonRow });
export const entitiesById = defineQuery({ name: 'load-entities', inTurns: 'ids', params: byIds, row: jsonRow });
export const readNodes = defineQuery({ name: 'read-nodes', params: byIds, row: nodeRow });
export const readEntityDatasets = defineQuery({ name: 'read-entity-datasets', params: byIds, row: z.object({ id: z.string(), dataset: z.string() }) });
export const readEntityRow = defineQuery({
  name: 'read-entity',
  params: z.strictObject({ rev, id: z.string() }),
  row: z.object({
    /** As JSON. */
    names: z.string(),
    /** [the other entity, decision, why] */
    identities: z.array(z.tuple([z.string(), z.enum(DECISIONS), z.string()])),
  }),
});
export const readDegree = defineQuery({
  name: 'read-degree',
  params: z.strictObject({ rev, id: z.string() }),
  row: z.object({ degree: z.int(), segments: z.int() }),
});
export const listAtRisk = defineQuery({
  name: 'list-at-risk',
  params: atRevision,
  row: z.object({
    id: z.string(),
    /** As JSON. */
    names: z.string(),
  }),
});
export const listEntityRows = defineQuery({
  name: 'list-entities',
  params: z.strictObject({ rev, asks, types: ids, limit: z.int() }),
  row: z.object({ id: z.string(), degree: z.int() }),
});
export const listEntityIds = defineQuery({ name: 'list-entity-ids', params: z.strictObject({ rev, type: z.string(), limit: z.int() }), row: idRow });
export const searchEntityRows = defineQuery({
  name: 'search-entities',
  params: z.strictObject({
    rev,
    asks,
    /** A Lucene query of escaped words. */
    text: z.string(),
    types: ids,
    /** Most hits read from the index. */
    fetch: z.int(),
    /** Most rows returned of these. */
    limit: z.int(),
  }),
  row: z.object({
    id: z.string(),
    /** As JSON. */
    names: z.string(),
    degree: z.int(),
  }),
});

export const putEntities = defineQuery({
  name: 'put-entities',
  params: z.strictObject({ rev, rows: z.array(z.object({ id: z.string(), type: z.string(), props })) }),
  row: written,
});
