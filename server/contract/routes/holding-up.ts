/** What holds something up: the claims, sources and voices without which nothing of it is left; and who stands between sponsors and plots. */
import { z } from 'zod';
import { upTo } from '../parts.ts';
import { clocks, id, selector, traceSwitches } from '../records.ts';
import { defineRoute } from '../route.ts';
import { nodeView, reference } from '../views.ts';

/** Some claims, sources or voices struck together, and what goes with them. */
export const strikeView = z.object({
  struck: z.array(reference),
  /** Of the paths, or of the claims asked about: how many go. */
  lost: z.int(),
  /** Of all claims of the case: how many fall. */
  falls: z.int(),
});
export const holdsUpKind = z.object({
  kind: z.enum(['claims', 'sources', 'voices']),
  text: z.string(),
  /** What breaks all of it alone, and the pairs of which neither does. */
  ones: z.array(strikeView),
  twos: z.array(strikeView),
  /** With what most of it goes, the most first. */
  most: z.array(strikeView),
  /** A limit was met: there may be more sets. */
  stoppedAtLimit: z.boolean(),
});
export const readWhatHolds = defineRoute({
  id: 'read-what-holds',
  method: 'POST',
  path: '/api/holds-up',
  tag: 'trace',
  kind: 'read',
  heavy: 'trace',
  summary: 'Which claims, sources and voices hold up the paths of a trace, an entity or a claim: cut sets of one and of two, with counts',
  body: z.strictObject({
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('trace'), from: selector, to: selector, switches: traceSwitches.default({}) }),
      z.strictObject({ kind: z.literal('entity'), id }),
      z.strictObject({ kind: z.literal('claim'), id }),
    ]),
    clocks: clocks.optional(),
  }),
  response: z.object({
    /** How many paths there are, or claims that stand. */
    total: z.int(),
    kinds: z.array(holdsUpKind),
    /** How it was searched, in sentences. */
    stated: z.array(z.string()),
    revision: z.int(),
  }),
});
export type WhatHolds = z.infer<typeof readWhatHolds.response>;

export const listBrokers = defineRoute({
  id: 'list-brokers',
  method: 'POST',
  path: '/api/brokers',
  tag: 'trace',
  kind: 'read',
  heavy: 'trace',
  summary: 'Who stands on the shortest links from sponsors to plots, or between any two sets, and on how many of them',
  body: z.strictObject({
    /** Every sponsor where it is left out. */
    from: selector.optional(),
    /** Every plot where it is left out. */
    to: selector.optional(),
    switches: traceSwitches.default({}),
    clocks: clocks.optional(),
    limit: z
      .int()
      .min(1)
      .max(...upTo('listResults'))
      .default(50),
  }),
  response: z.object({
    brokers: z.array(
      z.object({
        entity: reference,
        /** The sum over the pairs of the share of their shortest links that pass the entity. */
        score: z.number(),
        /** Pairs with a shortest link that passes it. */
        pairs: z.int(),
        /** Its roles in plots, hedged by their standing. */
        roles: z.array(z.string()),
      }),
    ),
    /** Pairs of ends, and those of them that are linked. */
    pairs: z.int(),
    linked: z.int(),
    text: z.string(),
    stated: z.array(z.string()),
    stoppedAtLimit: z.boolean(),
    nodes: z.array(nodeView),
    revision: z.int(),
  }),
});
