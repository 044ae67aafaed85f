/** Sources and voices, each with the claims that rest on it; a voice at a glance, and what voices have in common. */
import { z } from 'zod';
import { SEQUENCES } from '../../domain/model/lists.ts';
import { clockQuery, commaList, idParams } from '../parts.ts';
import { id, level } from '../records.ts';
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

/** Whole days, at the least and at the most; an end that the dates do not tell is absent. */
const daysBetween = z.object({ least: z.int().optional(), most: z.int().optional() });
const apart = daysBetween.extend({ claims: z.int() });
const countedVoice = reference.extend({ claims: z.int() });
export const readVoiceGlance = defineRoute({
  id: 'read-voice-glance',
  method: 'GET',
  path: '/api/voices/:id/glance',
  tag: 'evidence',
  kind: 'read',
  heavy: 'subgraph',
  summary: 'A voice at a glance: who tells its claims before and after it, what it answers to, whom it carries and who carries it',
  params: idParams,
  query: z.strictObject(clockQuery),
  response: z.object({
    voice: reference,
    /** Voices that tell what it tells, those with most claims first. */
    beside: z.array(
      countedVoice.extend({
        /** Claims that the other told certainly later, or certainly earlier, and by how many days. */
        after: apart.optional(),
        before: apart.optional(),
        sameDay: z.int(),
        /** Claims of which the dates do not tell who told them first. */
        open: z.int(),
        /** The firmest of them, with the days from this voice to the other; below 0 where the other was first. */
        told: z.array(z.object({ claim: claimListItem, sequence: z.enum(SEQUENCES), days: daysBetween })),
      }),
    ),
    /** Claims that it, or a body it speaks for, disputes. */
    disputes: z.array(z.object({ claim: claimListItem, levels: z.array(level) })),
    /** Claims that accuse a body it speaks for. */
    accusedBy: z.array(claimListItem),
    carries: z.array(countedVoice),
    carriedBy: z.array(countedVoice),
    /** Each list is cut at a limit; these totals are exact. */
    totals: z.object({ beside: z.int(), disputes: z.int(), accusedBy: z.int(), carries: z.int(), carriedBy: z.int() }),
    revision: z.int(),
  }),
});
export const readVoiceOverlap = defineRoute({
  id: 'read-voice-overlap',
  method: 'GET',
  path: '/api/voice-overlap',
  tag: 'evidence',
  kind: 'read',
  heavy: 'subgraph',
  summary: 'For each two voices the claims that both are origins of',
  query: z.strictObject({ ...clockQuery, datasets: commaList(id).optional() }),
  response: z.object({
    /** Those that are origins of most claims first; `alone`: the claims that each is the only origin of. */
    voices: z.array(countedVoice.extend({ alone: z.int() })),
    /** Voices that are an origin of some claim, those left out because of the limit included. */
    inAll: z.int(),
    /** Pairs that have a claim in common, as places in the list of voices. */
    pairs: z.array(z.object({ a: z.int(), b: z.int(), both: z.int() })),
    revision: z.int(),
  }),
});
