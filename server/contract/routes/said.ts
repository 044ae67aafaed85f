/** Search what is said: claims by their passages and sentences, sources and voices. */
import { z } from 'zod';
import { clockQuery, limitQuery } from '../parts.ts';
import { plainText } from '../records.ts';
import { defineRoute } from '../route.ts';
import { claimListItem } from '../views.ts';

/** Places of a text in UTF-16 code units: of what matched, the first, and the one after the last. */
const lit = z.array(z.object({ from: z.int(), to: z.int() }));
/** A text with what matched in it. */
export const litText = z.object({ text: z.string(), lit });
export type LitText = z.infer<typeof litText>;

export const saidHit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('claim'),
    id: z.string(),
    /** The sentence of the claim, whole: it says how firm it is. */
    title: litText,
    claim: claimListItem,
    /** The passage that matched; absent where only the sentence did. */
    passage: z
      .object({
        /** At most 160 code units of it. */
        snippet: litText,
        /** The source's own words, not the curator's. */
        isQuote: z.boolean(),
        citation: z.string(),
        source: z.string(),
        sourceTitle: z.string(),
        /** "paragraph 16"; empty where none is given. */
        place: z.string(),
      })
      .optional(),
  }),
  /** `part`: what of it matched, where it is not its title. */
  z.object({ kind: z.literal('source'), id: z.string(), title: litText, part: litText.optional() }),
  z.object({ kind: z.literal('voice'), id: z.string(), title: litText }),
]);
export type SaidHitView = z.infer<typeof saidHit>;

export const searchSaid = defineRoute({
  id: 'search-said',
  method: 'GET',
  path: '/api/said',
  tag: 'explore',
  kind: 'read',
  summary: 'Search all that is said: sentences of claims, paraphrases and quotes, sources and voices, with what matched',
  query: z.strictObject({
    /** All its words must occur, the last one may be begun. Beyond `searchText` characters it is cut at a word, and the answer says so. */
    q: plainText.default(''),
    /** Most results of each kind. */
    limit: limitQuery('searchResults', 10),
    ...clockQuery,
  }),
  response: z.object({
    /** Claims, then sources, then voices; of each kind the best first. */
    results: z.array(saidHit),
    /** All that were found, those not sent included. */
    totals: z.object({ claim: z.int(), source: z.int(), voice: z.int() }),
    /** True where more texts have the words than are compared: the totals are then lower bounds. */
    totalAtLeast: z.boolean(),
    /** True where only the first words of `q` were looked for. */
    cut: z.boolean(),
    revision: z.int(),
  }),
});
