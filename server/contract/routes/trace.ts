/** Paths between two sets of entities, ranked by their weakest hop. */
import { z } from 'zod';
import { answerInWords, footnote } from '../answer-in-words.ts';
import { clocks, selector, traceSwitches } from '../records.ts';
import { defineRoute } from '../route.ts';
import { claimListItem, edgeView, nodeView, reference, shownLevel } from '../views.ts';

export const traceHop = z.object({
  from: z.string(),
  to: z.string(),
  /** Whether the segment of the best claim points from `from` to `to`. */
  forward: z.boolean(),
  best: z.string(),
  claims: z.array(z.string()),
  rank: z.int(),
  level: shownLevel,
  origins: z.int(),
  originsOpen: z.boolean(),
  uninvolvedOrigins: z.int(),
});
/** Two entities that the curator decided to be the same; the step between them is no hop. */
export const sameStep = z.object({
  from: reference,
  to: reference,
  /** The decisions that join the two, in order from one to the other. */
  decisions: z.array(z.object({ a: z.string(), b: z.string(), why: z.string() })),
});
export const tracePath = z.object({
  id: z.string(),
  /** Every entity of the path, in order. Two that are decided the same follow each other (`same`). */
  entities: z.array(z.string()),
  /** "Iran, through the associate". */
  title: z.string(),
  /** The title for a list: shortened where it is long, with both ends and the weakest standing. */
  inShort: z.string(),
  hops: z.array(traceHop),
  /** Steps between entities decided the same; `before` is the index of the hop that follows. */
  same: z.array(sameStep.extend({ before: z.int() })).optional(),
  weakest: z.object({ hop: z.int(), rank: z.int(), level: shownLevel }),
  fewestUninvolved: z.int(),
  prose: z.object({
    sentences: z.array(
      z.object({
        hop: z.int(),
        text: z.string(),
        footnotes: z.array(z.int()),
        weakest: z.boolean(),
      }),
    ),
    notes: z.array(footnote),
    closing: z.array(z.string()),
  }),
});
/** One switch set otherwise that would link two ends which no path links as they were asked for. */
export const nearestMiss = z.object({
  kind: z.string(),
  /** The switches that are set otherwise. */
  switches: traceSwitches,
  /** The path that is then found. */
  entities: z.array(z.string()),
  /** The best claims of its hops that do not pass as was asked. */
  claims: z.array(z.string()),
  text: z.string(),
});
export type TracePathView = z.infer<typeof tracePath>;
export const tracePaths = defineRoute({
  id: 'trace-paths',
  method: 'POST',
  path: '/api/trace',
  tag: 'trace',
  kind: 'read',
  heavy: 'trace',
  summary: 'Paths from a set to a set: all shortest and up to slack more, ranked by weakest hop; or "not linked" with what was searched',
  body: z.strictObject({
    from: selector,
    to: selector,
    switches: traceSwitches.default({}),
    clocks: clocks.optional(),
  }),
  response: z.object({
    paths: z.array(tracePath),
    /** Paths that join two ends only by a body in common, and are no link. */
    commonBody: z.array(z.object({ entities: z.array(z.string()), bodies: z.array(reference), text: z.string() })),
    linked: z.boolean(),
    answer: answerInWords,
    /** Pairs of ends, one from either side, that the curator decided to be the same. */
    recordedAsSame: z.array(sameStep.extend({ text: z.string() })).optional(),
    /** What else the records say of the two ends: claims that join them, or bodies above them, without being a hop; "no link was found" first. */
    alsoSaid: z.array(claimListItem).optional(),
    /** Number of such claims that were not sent. */
    alsoSaidLeftOut: z.int().optional(),
    /** Where there is no link: what would link them, nearest first of each kind. Left out where the database searches, which is asked once. */
    nearest: z.array(nearestMiss).optional(),
    /** What was searched, and what was not, in sentences. */
    searched: z.object({
      from: z.array(reference),
      to: z.array(reference),
      maxHops: z.int(),
      slack: z.int(),
      entitiesSeen: z.int(),
      stated: z.array(z.string()),
      /** A limit of the search was met: there may be more paths, or longer ones. */
      stoppedAtLimit: z.boolean(),
      /** There are more paths than these, none of them better in the order asked for. */
      more: z.boolean(),
      hubsNotPassed: z.array(reference),
      text: z.string(),
    }),
    nodes: z.array(nodeView),
    edges: z.array(edgeView),
    revision: z.int(),
  }),
});
