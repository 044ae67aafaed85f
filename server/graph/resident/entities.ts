/** Questions about entities, answered from a case in memory. */
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { byId } from '../../domain/model/by-id.ts';
import { claimTest } from '../../domain/figures/filter-claims.ts';
import type { Claim } from '../../domain/model/records.ts';
import type { EntityType } from '../../domain/model/lists.ts';
import { rolesAskedFor, rolesOf, type RoleEntry, type RolesQuestion } from '../../domain/figures/roles.ts';
import { MOST_COMPARED } from '../../domain/searching/name-index.ts';
import { rankMatches } from '../../domain/searching/rank-matches.ts';
import type { EntityAnswer, NeighbourCounts, SearchAnswer, SearchQuestion } from '../graph.ts';
import { claimsById } from './claims.ts';
import { bearersOf, formsOf, searchedNames } from './entity-names.ts';
import type { ViewState } from './view-state.ts';
import { noEntity } from '../not-found.ts';

export function entityOf(state: ViewState, id: string): EntityAnswer {
  const entity = state.records.entities.get(id);
  if (!entity) throw noEntity(id, state.clocks);
  return {
    names: state.namesOf(entity),
    identities: state.records.identities
      .filter((one) => one.a === id || one.b === id)
      .toSorted(byId)
      .map(({ a, b, decision, why }) => ({ other: a === id ? b : a, decision, why })),
    roles: roleEntries(state, { entities: [id] }),
    ctx: state,
  };
}

/** Visible claims that one of the datasets holds. */
function heldBy(datasets: readonly string[], claims: Iterable<Claim>, { records, figures }: ViewState): Claim[] {
  const passes = claimTest({ datasets: [...datasets] }, records);
  return [...claims].filter((claim) => {
    const of = figures.get(claim.id);
    return of !== undefined && passes(claim, of);
  });
}

/** Roles in the order of plots, roles and entities. */
export function roleEntries(state: ViewState, question: RolesQuestion): RoleEntry[] {
  // A role is given by a claim in which its entity and its plot stand: few of them have few claims to look at.
  const among = question.entities ?? question.plots;
  const near = among && claimsById(new Set(among.flatMap((id) => [...state.claimsOf(id)])), state);
  const { datasets } = question;
  const claims = datasets ? heldBy(datasets, near ?? state.records.claims.values(), state) : near;
  return rolesAskedFor(rolesOf(state.records, state.figures, claims), question);
}

export function neighbourCounts(state: ViewState, id: string): NeighbourCounts {
  if (!state.records.entities.has(id)) throw noEntity(id, state.clocks);
  const predicates = new Map<string, number>();
  const neighbours = new Map<string, EntityType>();
  const claims = claimsById(state.claimsOf(id), state);
  for (const claim of claims) {
    predicates.set(claim.predicate, (predicates.get(claim.predicate) ?? 0) + 1);
    for (const other of entitiesOf(claim)) {
      const type = state.records.entities.get(other)?.type;
      if (other !== id && type) neighbours.set(other, type);
    }
  }
  const types = new Map<EntityType, number>();
  for (const type of neighbours.values()) types.set(type, (types.get(type) ?? 0) + 1);
  return {
    claims: claims.length,
    neighbours: neighbours.size,
    atLeast: false,
    predicates: [...predicates].flatMap(([predicate, n]) => {
      const known = state.records.predicates.get(predicate);
      return known ? [{ predicate, label: known.forms.finite, group: known.group, claims: n }] : [];
    }),
    types: [...types].map(([type, n]) => ({ type, neighbours: n })),
    lineless: claimsById(state.linelessOf(id), state)
      .sort(byId)
      .map((claim) => ({ claim: claim.id, predicate: claim.predicate })),
  };
}

/** A name nobody visible prints is not found. */
export async function searchNames(state: ViewState, { q, whole, types, exact, offset, limit }: SearchQuestion): Promise<SearchAnswer> {
  const wanted = types && new Set(types);
  const among = q.trim() === '' ? [...state.records.entities.values()] : await bearersOf(state, q);
  const candidates = among
    .filter((entity) => (!wanted || wanted.has(entity.type)) && state.isVisible(entity))
    .map((entity) => ({ id: entity.id, names: searchedNames(state, entity), degree: state.node(entity.id)?.degree ?? 0 }));
  const ranked = rankMatches(q, candidates, { exact, whole, formsOf });
  // An empty search is answered by everybody: no name of theirs matched.
  const found = ranked.slice(offset, offset + limit).map(({ id, name, why }) => {
    const { dataset } = state.records.entities.get(id)!;
    return why === 'any' ? { id, dataset, why } : { id, dataset, name, why };
  });
  return { found, total: ranked.length, totalAtLeast: q.trim() !== '' && among.length >= MOST_COMPARED, ctx: state };
}
