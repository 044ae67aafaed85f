/** Compare two states of the case: two dates, two choices of datasets, two change sets, with and without what is struck, with and without a draft. */
import { z } from 'zod';
import { COMPARISON_KINDS } from '../../domain/answering/answer-comparison.ts';
import { CLAIM_CHANGES } from '../../domain/comparing/claim-changes.ts';
import { STRIKE_EFFECTS } from '../../domain/comparing/compare-cases.ts';
import { askedTrace } from '../dossier-parts.ts';
import { API_LIMITS, upTo } from '../parts.ts';
import { clocks, id, refusedFor } from '../records.ts';
import { defineRoute } from '../route.ts';
import { reference, shownLevel } from '../views.ts';
import { draft } from './changes.ts';
import { readSubgraph } from './subgraph.ts';

/** One of the two: at which dates, without what is struck, and with a draft as if it had been written. A draft is no part of the past: it excludes `recorded`. */
const side = clocks
  .extend({ draft: draft.optional() })
  .refine(
    (one) => one.draft === undefined || one.recorded === undefined,
    refusedFor('a draft is not recorded yet: at a recorded date there is none', 'leave out recorded, or the draft', { described: true }),
  )
  .meta({ not: { required: ['draft', 'recorded'] } });
export type ComparedSide = z.output<typeof side>;
const compared = {
  /** The first state; absent: everything on record. */
  before: side.optional(),
  after: side.optional(),
  /** A trace whose paths are compared as well. */
  trace: askedTrace.optional(),
};
const page = z.strictObject({
  offset: z
    .int()
    .min(0)
    .max(...upTo('offset'))
    .default(0),
  limit: z
    .int()
    .min(0)
    .max(...upTo('listResults'))
    .default(50),
});
/** The lists of claims, of which pages are asked for. `lost` are `falls` and `retold` together where something is struck. */
export const COMPARED_LISTS = ['gained', 'lost', 'changed', ...STRIKE_EFFECTS] as const;
export type ComparedList = (typeof COMPARED_LISTS)[number];
const ENTITY_LISTS = ['entitiesGained', 'entitiesLost'] as const;
const usual = page.parse({});
const pages = z.strictObject({
  gained: page.default(usual),
  lost: page.default(usual),
  changed: page.default(usual),
  falls: page.default(usual),
  retold: page.default(usual),
  stands: page.default(usual),
  entitiesGained: page.default(usual),
  entitiesLost: page.default(usual),
} satisfies Record<ComparedList | (typeof ENTITY_LISTS)[number], z.ZodType>);

/** What is drawn of a difference: what striking did goes before what else changed. */
export const CLAIM_MARKS = ['gained', 'lost', 'changed', ...STRIKE_EFFECTS] as const;
export const claimMark = z.enum(CLAIM_MARKS);
export type ClaimMark = z.infer<typeof claimMark>;

/** How a claim stands in one of the two states. */
const standingThere = z.object({
  level: shownLevel,
  rank: z.int(),
  /** "convicted by the Lindhaven court, 5 March 2024". */
  told: z.string(),
  origins: z.int(),
  originsOpen: z.boolean(),
  uninvolvedOrigins: z.int(),
  contested: z.boolean(),
});
export const comparedClaim = z.object({
  id: z.string(),
  kind: z.enum(['gained', 'lost', 'changed', 'same']),
  /** What striking did to it. */
  struck: z.enum(STRIKE_EFFECTS).optional(),
  /** As it is told where it stands; where in both, as it is told after. */
  sentence: z.string(),
  changes: z.array(z.enum(CLAIM_CHANGES)),
  /** What changed besides the standing, in words. */
  told: z.array(z.string()),
  /** Absent where it is not on view. */
  before: standingThere.optional(),
  after: standingThere.optional(),
  /** Entities of the claim. */
  entities: z.array(z.string()),
});
export type ComparedClaim = z.infer<typeof comparedClaim>;
const claimList = z.object({ total: z.int(), items: z.array(comparedClaim) });
const entityList = z.object({ total: z.int(), items: z.array(reference) });
const weakest = z.object({ level: shownLevel, rank: z.int(), contested: z.boolean() });
const comparedPath = z.object({
  entities: z.array(z.string()),
  title: z.string(),
  /** The best claim of each hop. */
  claims: z.array(z.string()),
  weakest,
});
export const comparedPaths = z.object({
  before: z.int(),
  after: z.int(),
  /** There are more paths than were looked at on one side at least: a path may be gained or lost only among those. */
  more: z.boolean(),
  gained: z.array(comparedPath),
  lost: z.array(comparedPath),
  /** In both, with another standing of the weakest hop. */
  changed: z.array(comparedPath.extend({ weakestBefore: weakest })),
});
export const compareCases = defineRoute({
  id: 'compare-cases',
  method: 'POST',
  path: '/api/compare',
  tag: 'trace',
  kind: 'read',
  heavy: 'compare',
  summary:
    'Two states of the case beside each other: claims, entities, paths and ready questions gained, lost and changed; what striking does, and what a draft would do (what-if). Nothing is written',
  largeBody: true,
  body: z.strictObject({
    ...compared,
    /** Which part of each list is given. */
    pages: pages.default(pages.parse({})),
    /** Claims of which it is said what differs, whatever part of the lists is given: those that are drawn. */
    marked: z
      .array(id)
      .max(...upTo('subgraphClaims'))
      .default([]),
    /** Whether the ready questions are asked of both. */
    questions: z.boolean().default(true),
  }),
  response: z.object({
    kind: z.enum(COMPARISON_KINDS),
    /** The sentence that answers, in pieces; strong ones are what was asked for. */
    answer: z.object({ text: z.string(), parts: z.array(z.object({ text: z.string(), strong: z.literal(true).optional() })) }),
    /** Claims that stand before and after; `untouched`: of those before, what striking did nothing to. */
    standing: z.object({ before: z.int(), after: z.int(), untouched: z.int() }),
    gained: claimList,
    lost: claimList,
    changed: claimList,
    falls: claimList,
    retold: claimList,
    stands: claimList,
    entitiesGained: entityList,
    entitiesLost: entityList,
    /** Of the trace asked for. */
    paths: comparedPaths.optional(),
    /** Ready questions with another answer. */
    questions: z
      .object({
        asked: z.int(),
        /** Those for which there was no time. */
        notAsked: z.int(),
        changed: z.array(
          z.object({
            id: z.string(),
            text: z.string(),
            kind: z.enum(['trace', 'claims', 'roles']),
            /** Paths, claims or roles. */
            before: z.int(),
            after: z.int(),
            gained: z.int(),
            lost: z.int(),
            /** Of a trace. */
            paths: comparedPaths.optional(),
          }),
        ),
      })
      .optional(),
    /** Of `marked`: what differs of each that does. */
    marks: z.array(z.object({ claim: z.string(), mark: claimMark })),
    /** Where nothing differs between two dates of publication: the next date at which something does. */
    next: z.object({ published: z.string(), claims: z.int() }).optional(),
    revision: z.int(),
  }),
});
export const writeComparison = defineRoute({
  id: 'write-comparison',
  method: 'POST',
  path: '/api/compare/csv',
  tag: 'trace',
  kind: 'stream',
  heavy: 'compare',
  summary: 'All that differs between two states of the case, as a CSV table',
  largeBody: true,
  body: z.strictObject(compared),
  produces: ['text/csv'],
  response: z.string(),
});
/** Apart from `readSubgraph`: only who compares needs the schema of a draft. */
export const drawCompared = defineRoute({
  id: 'draw-compared',
  method: 'POST',
  path: '/api/compare/drawing',
  tag: 'trace',
  kind: 'read',
  heavy: 'subgraph',
  summary: 'Given entities and every claim whose ends all stand among them, in one of two states that are compared: also with a draft',
  largeBody: true,
  body: z.strictObject({ ids: readSubgraph.body.shape.ids, state: side.optional() }),
  response: readSubgraph.response,
});
/** Paths in each list of compared ones. */
export const COMPARED_PATHS_SHOWN = API_LIMITS.exportPaths;
