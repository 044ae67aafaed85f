/** Reading around an entity of very many claims in bounded time (engine.md, "Cypher that holds"). */
import { lastDayText } from '../../domain/dates/edtf-dates.ts';
import { conditionsOf } from '../../domain/model/claim-conditions.ts';
import type { Fact } from '../../domain/model/claim-filters.ts';
import type { EntityType } from '../../domain/model/lists.ts';
import type { ClaimFilter } from '../../domain/model/questions.ts';
import type { ClaimRow } from '../../store/statements/claim-row.ts';
import { readClaims } from '../../store/statements/claims.ts';
import { readDegree } from '../../store/statements/entities.ts';
import { expandHub, HUB_DEGREE } from '../../store/statements/expansion.ts';
import { filterParams, listOf } from './filter-params.ts';
import { predicatesOf, type DatabaseReader } from './row-context.ts';
import { noEntity } from '../not-found.ts';

/** Relationships looked at on a hub: about 0.2 s on the machine of engine.md, whatever the degree. */
export const HUB_SCAN = 200_000;
/** Claims looked at on a hub for those it is only a qualifier of, or that have no segment. */
export const HUB_CLAIM_SCAN = 5_000;
/** How many hubs of one subgraph are looked out from, and how far. */
export const SUBGRAPH_HUBS = { hub: HUB_DEGREE, hubs: 10, scan: HUB_SCAN } as const;

export interface AroundFilter {
  filter?: ClaimFilter;
  /** One of the other entities is of one of these types. */
  types?: readonly EntityType[];
}
export interface AroundPage {
  limit: number;
  order: 'standing' | 'origins' | 'neighbour';
  except?: readonly string[];
}

/** Ends of claims and segments of an entity, from the degree store. @throws AppError `not-found` */
export async function degreeOf({ tx, revision }: DatabaseReader, id: string): Promise<{ degree: number; segments: number }> {
  const [row] = await readDegree.run(tx, { rev: revision, id });
  if (!row) throw noEntity(id);
  return row;
}

/** The filter as a statement's parameters, one type each. */
export function aroundParams({ filter = {}, types }: AroundFilter) {
  const params = filterParams(filter).filter;
  return { filter: { ...params, asks: types ? [...params.asks, 'neighbourTypes'] : params.asks, neighbourTypes: listOf(types) } };
}

/** Facts that a segment has a copy of (`shapeSegmentFigures`); the claim is asked for any other. */
const COPIED: ReadonlySet<Fact> = new Set(['predicate', 'rank', 'origins', 'uninvolvedOrigins', 'contested', 'disputedOnly']);

/** The parameters of a hub. A group is asked for by its predicates, which segments do have: those of a place stand in a group of their own. */
async function hubParams(reader: DatabaseReader, around: AroundFilter) {
  const { filter = {} } = around;
  const { groups } = filter;
  const { filter: params } = aroundParams(around);
  const asksClaim = conditionsOf({ ...filter, groups: undefined }, lastDayText).some(({ fact }) => !COPIED.has(fact));
  if (!groups) return { filter: params, asksClaim };
  const predicates = [...(await predicatesOf(reader)).values()].filter(({ group }) => groups.includes(group)).map(({ id }) => id);
  return { filter: { ...params, anyOf: [...params.anyOf, { fact: 'predicate', value: predicates }] }, asksClaim };
}

/** The best claims of a hub in the order asked, out of the bounded scan. */
export async function claimsAroundHub(reader: DatabaseReader, id: string, page: AroundPage, around: AroundFilter = {}): Promise<ClaimRow[]> {
  const { tx, revision } = reader;
  const rows = await expandHub.run(tx, {
    rev: revision,
    id,
    ...(await hubParams(reader, around)),
    except: [...(page.except ?? [])],
    order: page.order,
    limit: page.limit,
    scan: HUB_SCAN,
    claimScan: HUB_CLAIM_SCAN,
  });
  const ids = rows.map((row) => row.id);
  const claims = new Map((await readClaims.run(tx, { rev: revision, ids })).map((row) => [row.id, row]));
  return ids.flatMap((claim) => claims.get(claim) ?? []);
}
