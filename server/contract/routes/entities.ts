/** Search entities, read one, and expand it. */
import { z } from 'zod';
import { claimFilter, clocks, entityType, group, id, plainText } from '../records.ts';
import { clockQuery, commaList, idParams, limitQuery, offsetQuery, queryFlag, upTo } from '../parts.ts';
import { defineRoute } from '../route.ts';
import { edgeView, entityDetail, nodeView } from '../views.ts';

export const searchEntities = defineRoute({
  id: 'search-entities',
  method: 'GET',
  path: '/api/entities',
  tag: 'explore',
  kind: 'read',
  summary: 'Search names and aliases: exact, prefix and fuzzy, across scripts; says which name matched',
  query: z.strictObject({
    /** Beyond `searchText` characters it is cut at a word, and the answer says so. */
    q: plainText.default(''),
    types: commaList(entityType).optional(),
    exact: queryFlag.optional(),
    limit: limitQuery('searchResults', 20),
    offset: offsetQuery.optional(),
    ...clockQuery,
  }),
  response: z.object({
    results: z.array(
      z.object({
        entity: nodeView,
        /** The case it belongs to. */
        dataset: z.string(),
        /** The name that matched, and why. */
        matched: z.object({
          text: z.string(),
          lang: z.string(),
          kind: z.string(),
          why: z.enum(['exact', 'prefix', 'words', 'fuzzy', 'transliterated', 'any']),
        }),
        /** What tells it apart from another one shown of the same name: a role or a claim, with its hedge; without one, its kind, its other names or its id. */
        apart: z.string().optional(),
      }),
    ),
    total: z.int(),
    /** True where counting stopped early: `total` is then a lower bound. */
    totalAtLeast: z.boolean().default(false),
    /** True where only the first words of `q` were looked for. */
    cut: z.boolean().default(false),
    revision: z.int(),
  }),
});
export const readEntity = defineRoute({
  id: 'read-entity',
  method: 'GET',
  path: '/api/entities/:id',
  tag: 'explore',
  kind: 'read',
  summary: 'One entity with its names, roles, identity decisions and claims, firmest first',
  params: idParams,
  query: z.strictObject({
    limit: limitQuery('listResults', 100),
    offset: offsetQuery,
    ...clockQuery,
  }),
  response: entityDetail,
});
export const summarizeNeighbours = defineRoute({
  id: 'summarize-neighbours',
  method: 'GET',
  path: '/api/entities/:id/neighbours',
  tag: 'explore',
  kind: 'read',
  summary: 'What an expansion would bring: counts by group, predicate and type',
  params: idParams,
  query: z.strictObject(clockQuery),
  response: z.object({
    /** Numbers of distinct visible claims and neighbours. */
    claims: z.int(),
    neighbours: z.int(),
    /** True where counting stopped at the hub limit: the counts are then lower bounds. */
    atLeast: z.boolean(),
    groups: z.array(z.object({ group, claims: z.int() })),
    predicates: z.array(z.object({ predicate: z.string(), label: z.string(), group, claims: z.int() })),
    types: z.array(z.object({ type: entityType, neighbours: z.int() })),
    /** Claims that are counted and have nothing to draw: no expansion can bring a line of them. None are listed where the counts are lower bounds. */
    lineless: z.array(z.object({ claim: z.string(), predicate: z.string() })),
    revision: z.int(),
  }),
});
export const expandEntity = defineRoute({
  id: 'expand-entity',
  method: 'POST',
  path: '/api/entities/:id/expand',
  tag: 'explore',
  kind: 'read',
  summary: 'Neighbours of an entity, filtered, ordered and capped; safe on a hub',
  params: idParams,
  largeBody: true,
  body: z.strictObject({
    /** The same filter as for lists of claims. */
    filter: claimFilter.default({}),
    /** At least one of the other entities has one of these types. */
    types: z.array(entityType).optional(),
    /** `standing`: highest first; `neighbour`: by id of the neighbour. */
    order: z.enum(['standing', 'origins', 'neighbour']).default('standing'),
    /** Most claims to send. */
    limit: z
      .int()
      .min(1)
      .max(...upTo('expandResults'))
      .default(100),
    /** Claims already on the canvas. They are not sent and do not count towards the limit. */
    except: z
      .array(id)
      .max(...upTo('exceptClaims'))
      .default([]),
    clocks: clocks.optional(),
  }),
  response: z.object({
    nodes: z.array(nodeView),
    edges: z.array(edgeView),
    /** Number of claims that match and were not sent. */
    more: z.int(),
    /** True where counting stopped at the hub limit: `more` is then a lower bound. */
    moreAtLeast: z.boolean(),
    revision: z.int(),
  }),
});
