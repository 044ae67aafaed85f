/** Statements on sources: as recorded, whose text they carry, and the claims that rest on them. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { atRevision, byIds, idRow, ids, jsonRow, nothing, putSimple, rev, written } from './shapes.ts';

export const allSources = defineQuery({ name: 'load-all-sources', params: atRevision, row: jsonRow });
/** The sources, with every source whose text they carry. */
export const sourcesWithChains = defineQuery({ name: 'load-sources', inTurns: 'ids', params: byIds, row: jsonRow });
export const listSourceRows = defineQuery({
  name: 'list-sources',
  params: atRevision,
  row: z.object({ json: z.string(), readFor: z.int(), rootOf: z.int() }),
});
export const readSourceJson = defineQuery({
  name: 'read-source-json',
  params: z.strictObject({ rev, id: z.string() }),
  row: z.object({
    json: z.string(),
    /** Sources as JSON, as are `carriedBy` and `takesFrom.source`. */
    carries: ids,
    carriedBy: ids,
    takesFrom: z.array(z.object({ source: z.string(), claims: z.int() })),
  }),
});
export const readSourceClaims = defineQuery({
  name: 'read-source-claims',
  params: z.strictObject({
    rev,
    id: z.string(),
    /** Most ids in each list. */
    limit: z.int(),
  }),
  row: z.object({
    readFor: ids,
    readForTotal: z.int(),
    rootOf: ids,
    rootOfTotal: z.int(),
    alone: ids,
    aloneTotal: z.int(),
  }),
});
export const carriersOf = defineQuery({ name: 'list-carriers', inTurns: 'ids', params: byIds, row: idRow });
export const sourcesOfVoices = defineQuery({ name: 'list-sources-of-voices', params: z.strictObject({ rev, voices: ids }), row: idRow });

export const putSources = defineQuery({ name: 'put-sources', params: putSimple, row: written });
export const clearSources = defineQuery({ name: 'clear-sources', params: z.strictObject({ ids }), row: nothing });
export const linkSources = defineQuery({
  name: 'link-sources',
  params: z.strictObject({
    rows: z.array(z.object({ id: z.string(), voice: z.string(), textOf: z.string().nullable(), how: z.string().nullable() })),
  }),
  row: written,
});
