/** Questions about entities, answered by statements over the stored figures. */
import type { Name } from '../../domain/model/records.ts';
import type { EntityType } from '../../domain/model/lists.ts';
import { rolesAskedFor, rolesOf, type RoleEntry, type RolesQuestion } from '../../domain/figures/roles.ts';
import { fullTextQuery } from '../../domain/searching/full-text-query.ts';
import { rankMatches } from '../../domain/searching/rank-matches.ts';
import { listEntityRows, readEntityDatasets, readEntityRow, searchEntityRows } from '../../store/statements/entities.ts';
import { HUB_DEGREE, summarizeHub, summarizeNeighboursRow } from '../../store/statements/expansion.ts';
import { readTraceEntities } from '../../store/statements/segments.ts';
import type { EntityAnswer, NeighbourCounts, SearchAnswer, SearchQuestion } from '../graph.ts';
import type { ViewContext } from '../view-context.ts';
import { asked, listOf } from './filter-params.ts';
import { entityCounts } from './totals.ts';
import { rowContext, nodesOf, predicatesOf, type DatabaseReader } from './row-context.ts';
import { degreeOf, HUB_SCAN } from './hub.ts';
import { linelessOf } from './claim-of-row.ts';
import { roleClaims } from './role-claims.ts';
import { noEntity } from '../not-found.ts';

/** Segments whose other entity is looked at on a hub: a look costs a node each. */
const TYPE_SCAN = 20_000;
/** Hits the domain ranks; beyond them the total is a lower bound, and said to be one. */
const HITS = 1_000;
/** Hits taken from the index where only some types are wanted, since it knows no types: first, and where these hold too few of them. */
const HITS_FOR_TYPES = 2_000;
const MOST_HITS = 200_000;

export async function entityOf(reader: DatabaseReader, id: string): Promise<EntityAnswer> {
  const [own] = await readEntityRow.run(reader.tx, { rev: reader.revision, id });
  if (!own) throw noEntity(id);
  const names: Name[] = JSON.parse(own.names);
  const identities = own.identities.map(([other, decision, why]) => ({ other, decision, why }));
  const { entries, ctx } = await rolesAsked(reader, { entities: [id] }, [id, ...identities.map(({ other }) => other)]);
  return { names, identities, roles: entries, ctx };
}

/** @param also entities whose nodes are wanted too */
export async function rolesAsked(
  reader: DatabaseReader,
  question: RolesQuestion,
  also: Iterable<string> = [],
): Promise<{ entries: RoleEntry[]; ctx: ViewContext }> {
  const ctx = await rowContext(reader, await roleClaims(reader, question), also);
  const entries = rolesAskedFor(rolesOf(ctx.records, ctx.figures, ctx.claims), question);
  return { entries, ctx };
}

export async function neighbourCounts(reader: DatabaseReader, id: string): Promise<NeighbourCounts> {
  const { tx, revision: rev } = reader;
  const isHub = (await degreeOf(reader, id)).degree > HUB_DEGREE;
  const [row] = isHub ? await summarizeHub.run(tx, { rev, id, scan: HUB_SCAN, typeScan: TYPE_SCAN }) : await summarizeNeighboursRow.run(tx, { rev, id });
  if (!row) throw noEntity(id);
  const known = await predicatesOf(reader);
  return {
    claims: row.claims,
    neighbours: row.neighbours,
    atLeast: isHub,
    predicates: row.predicates.map(([predicate, group, claims]) => ({ predicate, label: known.get(predicate)?.forms.finite ?? predicate, group, claims })),
    types: row.types.map(([type, neighbours]) => ({ type, neighbours })),
    lineless: (await linelessOf(tx, rev, [id])).get(id) ?? [],
  };
}

export async function searchNames(reader: DatabaseReader, question: SearchQuestion): Promise<SearchAnswer> {
  const { found, total, totalAtLeast } = question.q.trim() === '' ? await byDegree(reader, question) : await byName(reader, question);
  const ids = found.map(({ id }) => id);
  const nodes = await nodesOf(reader, ids);
  const datasets = new Map((await readEntityDatasets.run(reader.tx, { rev: reader.revision, ids })).map((row) => [row.id, row.dataset]));
  const told = found.flatMap((one) => {
    const dataset = datasets.get(one.id);
    return dataset === undefined ? [] : [{ ...one, dataset }];
  });
  return { found: told, total, totalAtLeast, ctx: { node: (id) => nodes.get(id) } };
}

interface Found extends Omit<SearchAnswer, 'ctx' | 'found'> {
  found: Omit<SearchAnswer['found'][number], 'dataset'>[];
}

/** The best by the full-text index, ranked again by distance: the index alone puts a fuzzy hit before the name itself. */
async function byName(reader: DatabaseReader, { q, whole, types, exact, offset, limit }: SearchQuestion): Promise<Found> {
  const text = fullTextQuery(q, { exact });
  if (text === undefined) return { found: [], total: 0, totalAtLeast: false };
  const { rows, isCut } = await hitsOf(reader, types, offset + limit, text);
  const candidates = rows.map(({ id, names, degree }) => {
    const parsed: Name[] = JSON.parse(names);
    return { id, names: parsed, degree };
  });
  const ranked = rankMatches(q, candidates, { exact, whole });
  return { found: ranked.slice(offset, offset + limit), total: ranked.length, totalAtLeast: isCut };
}

/** Entities that the index finds for a full-text query. */
export async function hitsOf(reader: DatabaseReader, types: readonly EntityType[] | undefined, wanted: number, text: string) {
  const ask = (fetch: number) =>
    searchEntityRows.run(reader.tx, { rev: reader.revision, text, asks: asked({ types }), types: listOf(types), fetch, limit: HITS + 1 });
  let fetch = types ? HITS_FOR_TYPES : HITS + 1;
  let rows = await ask(fetch);
  // Where the index holds no more than was taken from it, all have been looked at.
  const all = types ? (await entityCounts(reader)).reduce((sum, { entities }) => sum + entities, 0) : 0;
  if (rows.length < wanted && fetch < all) {
    fetch = MOST_HITS;
    rows = await ask(fetch);
  }
  return { rows: rows.slice(0, HITS), isCut: rows.length > HITS || fetch < all };
}

/** An empty search: the best connected of the wanted types. */
async function byDegree(reader: DatabaseReader, { types, offset, limit }: SearchQuestion): Promise<Found> {
  const rows = await listEntityRows.run(reader.tx, { rev: reader.revision, asks: asked({ types }), types: listOf(types), limit: offset + limit });
  const counts = await entityCounts(reader);
  const total = counts.filter(({ type }) => !types || types.includes(type)).reduce((sum, { entities }) => sum + entities, 0);
  return { found: rows.slice(offset).map(({ id }) => ({ id, why: 'any' as const })), total, totalAtLeast: false };
}

export async function knownEntities({ tx, revision: rev }: DatabaseReader, ids: readonly string[]): Promise<Map<string, EntityType>> {
  return new Map((await readTraceEntities.run(tx, { rev, ids: [...ids] })).map((row) => [row.id, row.type]));
}
