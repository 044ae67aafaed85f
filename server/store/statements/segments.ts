/** Statements on segments: to follow them in a trace, and to write them. */
import { z } from 'zod';
import { ENTITY_TYPES } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';
import { byIds, ids, nothing, props, rev, written } from './shapes.ts';

/** Parameters that decide whether a segment may be a hop. */
const hops = {
  /** Groups that may be hops, as relationship types. */
  relTypes: ids,
  rankAtLeast: z.int(),
  uninvolvedAtLeast: z.int(),
  originsAtLeast: z.int(),
  /** Only claims that nothing contests. */
  uncontested: z.boolean(),
  /** Datasets of which one must hold the claim; none: whichever do. */
  datasets: ids,
};

/** What every row of a segment has; `type` is its group as a relationship type. */
const segmentRow = {
  claim: z.string(),
  n: z.int(),
  from: z.string(),
  to: z.string(),
  type: z.string(),
  predicate: z.string(),
  rank: z.int(),
  origins: z.int(),
};

export const expandTraceLayer = defineQuery({
  name: 'expand-trace-layer',
  params: z.strictObject({
    rev,
    /** Ids of the entities to go on from. */
    frontier: ids,
    ...hops,
    /** Types that a path does not pass. */
    closedTypes: ids,
    throughGeneric: z.boolean(),
    throughAggregate: z.boolean(),
    /** Most segments that an entity may have for a path to pass it. */
    degreeLimit: z.int(),
    /** Most segments read of one entity. */
    scan: z.int(),
    /** Most rows before they are grouped by entity. */
    limit: z.int(),
  }),
  row: z.object({ id: z.string(), open: ids, hubs: ids, closed: ids, isCut: z.boolean() }),
});
export const readTraceEntities = defineQuery({
  name: 'read-trace-entities',
  params: byIds,
  row: z.object({ id: z.string(), type: z.enum(ENTITY_TYPES), generic: z.boolean(), aggregate: z.boolean(), degree: z.int() }),
});
export const readTraceSegments = defineQuery({
  name: 'read-trace-segments',
  params: z.strictObject({
    rev,
    /** Ids of entities. */
    ids,
    ...hops,
    limit: z.int(),
  }),
  row: z.object({
    ...segmentRow,
    uninvolvedOrigins: z.int(),
    within: z.boolean(),
    accusatory: z.boolean(),
    contested: z.boolean(),
  }),
});

const loadedSegment = z.object({
  ...segmentRow,
  uninvolved: z.int(),
  /** `SEGMENT_BITS`. */
  bits: z.int(),
  datasets: ids,
});
/** What is true of a segment, in one number. */
export const SEGMENT_BITS = { traversed: 1, within: 2, accusatory: 4, disputedOnly: 8, contested: 16 } as const;
export const loadTraceEntities = defineQuery({
  name: 'load-trace-entities',
  params: z.strictObject({ rev, most: z.int() }),
  row: z.object({ id: z.string(), type: z.enum(ENTITY_TYPES), generic: z.boolean(), aggregate: z.boolean(), many: z.boolean() }),
});
export const loadTraceSegments = defineQuery({
  name: 'load-trace-segments',
  params: z.strictObject({
    rev,
    /** Ids of entities whose segments are left out. */
    without: ids,
  }),
  row: z.object({
    from: z.string(),
    claims: ids,
    n: z.array(z.int()),
    to: ids,
    types: ids,
    predicates: ids,
    ranks: z.array(z.int()),
    origins: z.array(z.int()),
    uninvolved: z.array(z.int()),
    bits: z.array(z.int()),
  }),
});
export const loadTraceSegmentsOfHubs = defineQuery({
  name: 'load-trace-segments-of-hubs',
  params: byIds,
  row: loadedSegment.omit({ datasets: true }),
});
export const mostCommonHolders = defineQuery({
  name: 'most-common-holders',
  params: z.strictObject({ rev }),
  row: z.object({ datasets: ids, claims: z.int() }),
});
export const loadOtherHolders = defineQuery({
  name: 'load-other-holders',
  params: z.strictObject({ rev, datasets: ids }),
  row: z.object({ claim: z.string(), datasets: ids }),
});
export const loadTraceSegmentsOfClaims = defineQuery({ name: 'load-trace-segments-of-claims', params: byIds, row: loadedSegment });

export const putSegments = defineQuery({
  name: 'put-segments',
  params: z.strictObject({ rows: z.array(z.object({ type: z.string(), from: z.string(), to: z.string(), props })) }),
  row: written,
});
export const clearSegments = defineQuery({ name: 'clear-segments', params: z.strictObject({ claims: ids }), row: nothing });
export const writeSegmentFigures = defineQuery({
  name: 'write-segment-figures',
  params: z.strictObject({
    /** Rows by group; every group must be a key, if only with an empty list. */
    rows: z.record(z.string(), z.array(z.object({ id: z.string(), props }))),
  }),
  row: nothing,
});
