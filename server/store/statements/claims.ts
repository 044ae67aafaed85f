/** Statements on claims: as recorded, by filter, by what they rest on, and with their derived figures. */
import { z } from 'zod';
import { ENTITY_TYPES, GROUPS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';
import { claimRow, pagedClaimRow } from './claim-row.ts';
import { asks, atRevision, byIds, claimFilterParam, idRow, ids, jsonRow, nothing, props, rev, written } from './shapes.ts';

export const allClaims = defineQuery({ name: 'load-all-claims', params: atRevision, row: jsonRow });
export const claimsById = defineQuery({ name: 'load-claims', inTurns: 'ids', params: byIds, row: jsonRow });
export const readClaims = defineQuery({ name: 'read-claims', params: byIds, row: claimRow });
export const readFigures = defineQuery({
  name: 'read-figures',
  inTurns: 'ids',
  params: byIds,
  row: z.object({
    id: z.string(),
    /** The `Figures` of the domain as JSON. */
    figures: z.string(),
  }),
});
/** Claims whose object is no entity, by each entity asked for that they name. Entities of more than `hub` claims are passed over. */
export const claimsWithoutObject = defineQuery({
  name: 'list-claims-without-object',
  params: z.strictObject({ rev, ids, hub: z.int() }),
  row: claimRow.pick({ id: true, subject: true, predicate: true, object: true, via: true, to: true, at: true, in: true }).extend({
    entity: z.string(),
    group: z.enum(GROUPS),
    /** [id, type] of each entity it names. */
    types: z.array(z.tuple([z.string(), z.enum(ENTITY_TYPES)])),
  }),
});
export const listClaimRows = defineQuery({
  name: 'list-claims',
  params: z.strictObject({
    rev,
    filter: claimFilterParam,
    /** The range of ranks asked for, by which an index finds the claims. */
    rankAtLeast: z.int(),
    rankAtMost: z.int(),
    order: z.enum(['standing', 'origins', 'id']),
    /** Number of claims to skip. */
    offset: z.int(),
    limit: z.int(),
  }),
  row: pagedClaimRow,
});
export const listClaimsOfPredicates = defineQuery({
  name: 'list-claims-of-predicates',
  params: z.strictObject({ rev, predicates: ids, limit: z.int() }),
  row: idRow,
});
/** Marks at most `limit` claims in one call. */
export const markMoreStale = defineQuery({ name: 'mark-more-stale', params: z.strictObject({ limit: z.int() }), row: written });
export const listStale = defineQuery({ name: 'list-stale', params: z.strictObject({ rev, limit: z.int() }), row: idRow });

/** A limit that no case reaches, for a statement that must return everything. */
export const NO_LIMIT = 1_000_000_000;
const limit = z.int();

const withinEdge = z.object({ lower: z.string(), upper: z.string(), claim: z.string() });
export const edgesAbove = defineQuery({
  name: 'list-edges-above',
  params: z.strictObject({
    rev,
    ids,
    /** Only claims that stand without any clock. */
    standing: z.boolean(),
  }),
  row: withinEdge,
});
export const edgesBelow = defineQuery({ name: 'list-edges-below', params: byIds, row: withinEdge });
export const standingAmong = defineQuery({ name: 'list-standing', inTurns: 'ids', params: byIds, row: idRow });
export const claimsOnSources = defineQuery({ name: 'list-claims-on-sources', params: z.strictObject({ rev, sources: ids, limit }), row: idRow });
export const claimsRootedAt = defineQuery({ name: 'list-claims-rooted-at', params: z.strictObject({ rev, sources: ids, limit }), row: idRow });
export const claimsHaving = defineQuery({ name: 'list-claims-having', params: z.strictObject({ rev, entities: ids, limit }), row: idRow });
export const claimsOnSubjects = defineQuery({
  name: 'list-claims-on-subjects',
  params: z.strictObject({ rev, predicate: z.string(), subjects: ids, limit }),
  row: idRow,
});
export const claimsAccusing = defineQuery({
  name: 'list-claims-accusing',
  params: z.strictObject({
    rev,
    /** Ids of root sources. */
    sources: ids,
    /** Ids of the accusing entities. */
    by: ids,
    limit,
  }),
  row: idRow,
});
export const claimsAnswered = defineQuery({
  name: 'list-claims-answered',
  params: z.strictObject({
    rev,
    /** Levels of citations, those first whose claims come first. */
    levels: ids,
    limit,
  }),
  row: idRow,
});
export const claimsByPredicate = defineQuery({ name: 'list-claims-by-predicate', params: z.strictObject({ rev, predicates: ids }), row: idRow });
export const claimsOfCases = defineQuery({
  name: 'list-claims-of-cases',
  params: z.strictObject({
    rev,
    /** Supporting levels whose citation names a `case`. */
    levels: ids,
    cases: ids,
  }),
  row: idRow,
});

export const listRoleClaims = defineQuery({
  name: 'list-role-claims',
  params: z.strictObject({
    rev,
    asks,
    /** Ids of predicates that give roles. */
    predicates: ids,
    plots: ids,
    limit: z.int(),
  }),
  row: claimRow,
});
export const listRolesOfEntities = defineQuery({
  name: 'list-roles-of-entities',
  params: z.strictObject({
    rev,
    /** Ids of predicates that give roles. */
    predicates: ids,
    entities: ids,
    /** Most claims read of one entity. */
    scan: z.int(),
    limit: z.int(),
  }),
  row: claimRow,
});

export const putClaims = defineQuery({
  name: 'put-claims',
  params: z.strictObject({
    rev,
    rows: z.array(
      z.object({
        id: z.string(),
        props,
        /** [entity, role, index in the role's list] */
        ends: z.array(z.tuple([z.string(), z.string(), z.int()])),
        /** The further ends and qualifiers of entities already in `ends`. */
        again: z.array(z.tuple([z.string(), z.string(), z.int()])),
      }),
    ),
  }),
  row: written,
});
export const clearClaims = defineQuery({ name: 'clear-claims', params: z.strictObject({ claims: ids }), row: nothing });
export const markStale = defineQuery({ name: 'mark-stale', params: z.strictObject({ ids }), row: nothing });
export const writeFigures = defineQuery({
  name: 'write-figures',
  params: z.strictObject({ rev, rows: z.array(z.object({ id: z.string(), props })) }),
  row: written,
});
/** Ids of the claims of which something was derived after one revision and up to another. */
export const listClaimsDerived = defineQuery({
  name: 'list-claims-derived',
  params: z.strictObject({ after: z.int(), rev }),
  row: z.object({ id: z.string() }),
});
export const listClaimsBetween = defineQuery({
  name: 'list-claims-between',
  params: z.strictObject({
    rev,
    one: ids,
    other: ids,
    /** Most claims read of one entity. */
    scan: z.int(),
    limit: z.int(),
  }),
  row: idRow,
});
