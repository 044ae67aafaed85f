/** Statements on the claims around one entity or among several, and on their counts. */
import { z } from 'zod';
import { ENTITY_TYPES, GROUPS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';
import { pagedClaimRow } from './claim-row.ts';
import { claimFilterParam, ids, rev } from './shapes.ts';

/** Above this many claims an entity is a hub: it is answered from a bounded scan, and says so. */
export const HUB_DEGREE = 5_000;

const expansion = {
  rev,
  filter: claimFilterParam.extend({
    /** At least one of the other entities must have one of these types. */
    neighbourTypes: ids,
  }),
  id: z.string(),
  /** Ids of claims to leave out. */
  except: ids,
  order: z.enum(['standing', 'origins', 'neighbour']),
  /** Most claims returned. */
  limit: z.int(),
};

export const expandEntityRows = defineQuery({
  name: 'expand-entity',
  params: z.strictObject(expansion),
  row: pagedClaimRow,
});
export const expandHub = defineQuery({
  name: 'expand-hub',
  params: z.strictObject({
    ...expansion,
    /** Whether the filter has a part that only the claim can answer, not its segments. */
    asksClaim: z.boolean(),
    /** Most relationships read. */
    scan: z.int(),
    /** Most claims read to find those without a segment. */
    claimScan: z.int(),
  }),
  row: z.object({ id: z.string(), seen: z.int() }),
});
export const readSubgraphRows = defineQuery({
  name: 'read-subgraph',
  params: z.strictObject({
    rev,
    /** Ids of entities. */
    ids,
    /** Number of claims above which an entity is read by its segments. */
    hub: z.int(),
    /** Most such entities. */
    hubs: z.int(),
    /** Most segments read of one of them. */
    scan: z.int(),
    /** Most claims returned. */
    limit: z.int(),
  }),
  row: pagedClaimRow,
});

const surroundings = z.object({
  /** [predicate, group, number of claims] */
  predicates: z.array(z.tuple([z.string(), z.enum(GROUPS), z.int()])),
  /** [type, number of neighbours] */
  types: z.array(z.tuple([z.enum(ENTITY_TYPES), z.int()])),
  claims: z.int(),
  neighbours: z.int(),
});
export const summarizeNeighboursRow = defineQuery({ name: 'summarize-neighbours', params: z.strictObject({ rev, id: z.string() }), row: surroundings });
export const summarizeHub = defineQuery({
  name: 'summarize-hub',
  params: z.strictObject({
    rev,
    id: z.string(),
    /** Most segments counted. */
    scan: z.int(),
    /** Most segments whose other entity is read. */
    typeScan: z.int(),
  }),
  row: surroundings,
});
