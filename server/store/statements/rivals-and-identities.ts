/** Statements on rival sets and identity decisions. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { atRevision, byClaims, byIds, idRow, ids, jsonRow, props, putSimple, rev, written } from './shapes.ts';

export const allRivals = defineQuery({ name: 'load-all-rivals', params: atRevision, row: jsonRow });
export const rivalsOfClaims = defineQuery({ name: 'load-rivals', inTurns: 'claims', params: byClaims, row: jsonRow });
export const rivalsById = defineQuery({ name: 'load-rivals-by-id', inTurns: 'ids', params: byIds, row: jsonRow });
export const putRivals = defineQuery({
  name: 'put-rivals',
  params: z.strictObject({ rev, rows: z.array(z.object({ id: z.string(), claims: ids, props })) }),
  row: written,
});

export const allIdentities = defineQuery({ name: 'load-all-identities', params: atRevision, row: jsonRow });
export const identitiesOfEntities = defineQuery({ name: 'load-identities', params: z.strictObject({ rev, entities: ids }), row: jsonRow });
export const identitiesById = defineQuery({ name: 'load-identities-by-id', inTurns: 'ids', params: byIds, row: jsonRow });
export const identityIdRows = defineQuery({ name: 'list-identity-ids', params: atRevision, row: idRow });
export const putIdentities = defineQuery({ name: 'put-identities', params: putSimple, row: written });
