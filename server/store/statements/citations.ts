/** Statements on citations: as recorded, the accusations in them, and their relationships to claims and sources. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { atRevision, byClaims, byIds, ids, jsonRow, nothing, props, rev, written } from './shapes.ts';

export const allCitations = defineQuery({ name: 'load-all-citations', params: atRevision, row: jsonRow });
export const citationsOfClaims = defineQuery({ name: 'load-citations', inTurns: 'claims', params: byClaims, row: jsonRow });
export const citationsById = defineQuery({ name: 'load-citations-by-id', inTurns: 'ids', params: byIds, row: jsonRow });
export const accusationsAt = defineQuery({
  name: 'list-accusations',
  params: z.strictObject({
    rev,
    /** Ids of root sources. */
    sources: ids,
    /** Ids of claims to leave out. */
    except: ids,
  }),
  row: z.object({ source: z.string(), by: z.string() }),
});

export const putCitations = defineQuery({
  name: 'put-citations',
  params: z.strictObject({
    rev,
    rows: z.array(z.object({ id: z.string(), claim: z.string(), source: z.string(), root: z.string().nullable(), via: ids, props })),
  }),
  row: written,
});
export const clearCitations = defineQuery({ name: 'clear-citations', params: z.strictObject({ ids }), row: nothing });
export const moveRoots = defineQuery({
  name: 'move-roots',
  params: z.strictObject({ rows: z.array(z.object({ id: z.string(), root: z.string().nullable() })) }),
  row: nothing,
});
