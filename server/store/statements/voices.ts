/** Statements on voices: as recorded, and the claims of which they are an origin. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { atRevision, byIds, ids, jsonRow, putSimple, rev, written } from './shapes.ts';

export const allVoices = defineQuery({ name: 'load-all-voices', params: atRevision, row: jsonRow });
export const voicesById = defineQuery({ name: 'load-voices', inTurns: 'ids', params: byIds, row: jsonRow });
export const listVoiceRows = defineQuery({ name: 'list-voices', params: atRevision, row: jsonRow });
export const readVoiceJson = defineQuery({
  name: 'read-voice-json',
  params: z.strictObject({ rev, id: z.string() }),
  row: z.object({
    json: z.string(),
    /** As JSON. */
    sources: ids,
    takesFrom: z.array(z.object({ voice: z.string(), claims: z.int() })),
  }),
});
export const readVoiceClaims = defineQuery({
  name: 'read-voice-claims',
  params: z.strictObject({
    rev,
    id: z.string(),
    /** Most ids in each list. */
    limit: z.int(),
  }),
  row: z.object({
    claims: ids,
    claimsTotal: z.int(),
    /** Ids of claims of which it is the only origin. */
    alone: ids,
    aloneTotal: z.int(),
    /** Ids of voices whose publications pass on what this voice says. */
    carriedBy: ids,
  }),
});

export const putVoices = defineQuery({ name: 'put-voices', params: putSimple, row: written });
