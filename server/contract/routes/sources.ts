/** Sources and voices, each with the claims that rest on it. */
import { z } from 'zod';
import { clockQuery, idParams } from '../parts.ts';
import { defineRoute } from '../route.ts';
import { claimListItem, reference, sourceView, voiceView } from '../views.ts';

export const listSources = defineRoute({
  id: 'list-sources',
  method: 'GET',
  path: '/api/sources',
  tag: 'evidence',
  kind: 'read',
  summary: 'Every source with the number of claims it is read for and is the root of',
  query: z.strictObject(clockQuery),
  response: z.object({
    sources: z.array(sourceView.extend({ citations: z.int(), rootOf: z.int() })),
  }),
});
export const readSource = defineRoute({
  id: 'read-source',
  method: 'GET',
  path: '/api/sources/:id',
  tag: 'evidence',
  kind: 'read',
  summary: 'A source, whose text it is, who carries it, and the claims that rest on it',
  params: idParams,
  query: z.strictObject(clockQuery),
  response: z.object({
    source: sourceView,
    carries: z.array(sourceView),
    carriedBy: z.array(sourceView),
    /** Other sources at the roots of the citations read in this one, those with the most claims first. */
    takesFrom: z.array(z.object({ source: z.string(), shortTitle: z.string(), voice: reference, seen: z.boolean(), claims: z.int() })),
    /** `readFor`: claims with a citation that reads the source; `rootOf`: claims with a citation rooted at it; `alone`: claims with no other root. */
    readFor: z.array(claimListItem),
    rootOf: z.array(claimListItem),
    alone: z.array(claimListItem),
    /** Each list is cut at a limit; these totals are exact. */
    totals: z.object({ readFor: z.int(), rootOf: z.int(), alone: z.int() }),
    revision: z.int(),
  }),
});
export const listVoices = defineRoute({
  id: 'list-voices',
  method: 'GET',
  path: '/api/voices',
  tag: 'evidence',
  kind: 'read',
  summary: 'Every voice with its stake and the number of claims it is an origin of',
  query: z.strictObject(clockQuery),
  response: z.object({ voices: z.array(voiceView.extend({ claims: z.int(), alone: z.int() })) }),
});
export const readVoice = defineRoute({
  id: 'read-voice',
  method: 'GET',
  path: '/api/voices/:id',
  tag: 'evidence',
  kind: 'read',
  summary: 'A voice, its stake, its sources, and what rests on it, alone and with others',
  params: idParams,
  query: z.strictObject(clockQuery),
  response: z.object({
    voice: voiceView,
    sources: z.array(sourceView),
    claims: z.array(claimListItem),
    alone: z.array(claimListItem),
    totals: z.object({ claims: z.int(), alone: z.int() }),
    /** Voices whose publications pass on what this voice says. */
    carriedBy: z.array(reference),
    /** Voices from which its publications take claims, those with the most claims first. */
    takesFrom: z.array(reference.extend({ claims: z.int() })),
    revision: z.int(),
  }),
});
