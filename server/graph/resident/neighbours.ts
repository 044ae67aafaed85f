/** Neighbours of an entity at a view's clocks: what an expansion would bring, and the expansion. */
import type { expandEntity, summarizeNeighbours } from '../../contract/routes/entities.ts';
import { entitiesOf, entityEnd } from '../../domain/model/claim-ends.ts';
import { AppError } from '../../domain/model/errors.ts';
import { matchesFilter } from '../../domain/figures/filter-claims.ts';
import type { Claim } from '../../domain/model/records.ts';
import type { EntityType, Group } from '../../domain/model/lists.ts';
import type { AnswerOf, InputOf } from '../../usecases/route-types.ts';
import { edgeEntities, edgeViews } from '../../usecases/views/edge-view.ts';
import { claimsById, nodesById, type ViewState } from './view-state.ts';

type Summary = typeof summarizeNeighbours;
type Expansion = typeof expandEntity;

function claimsAround(state: ViewState, id: string): Claim[] {
  if (!state.records.entities.has(id)) throw new AppError('not-found', `There is no entity "${id}" at these clocks.`);
  return claimsById(state.claimsOf(id), state);
}

export function summarizeNeighboursAsOf(state: ViewState, { params }: Pick<InputOf<Summary>, 'params'>): AnswerOf<Summary> {
  const claims = claimsAround(state, params.id);
  const groups = new Map<Group, number>();
  const predicates = new Map<string, { predicate: string; label: string; group: Group; claims: number }>();
  const neighbours = new Map<string, EntityType>();
  for (const claim of claims) {
    const predicate = state.records.predicates.get(claim.predicate);
    if (!predicate) continue;
    groups.set(predicate.group, (groups.get(predicate.group) ?? 0) + 1);
    const known = predicates.get(predicate.id) ?? {
      predicate: predicate.id,
      label: predicate.forms.finite,
      group: predicate.group,
      claims: 0,
    };
    predicates.set(predicate.id, { ...known, claims: known.claims + 1 });
    for (const id of entitiesOf(claim)) {
      const type = state.records.entities.get(id)?.type;
      if (id !== params.id && type) neighbours.set(id, type);
    }
  }
  const types = new Map<EntityType, number>();
  for (const type of neighbours.values()) types.set(type, (types.get(type) ?? 0) + 1);
  return {
    claims: claims.length,
    neighbours: neighbours.size,
    atLeast: false,
    groups: [...groups].map(([group, count]) => ({ group, claims: count })).sort((a, b) => b.claims - a.claims),
    predicates: [...predicates.values()].sort((a, b) => b.claims - a.claims || (a.predicate < b.predicate ? -1 : 1)),
    types: [...types].map(([type, count]) => ({ type, neighbours: count })).sort((a, b) => b.neighbours - a.neighbours),
    revision: state.revision,
  };
}

export function expandEntityAsOf(state: ViewState, { params, body }: Pick<InputOf<Expansion>, 'params' | 'body'>): AnswerOf<Expansion> {
  const except = new Set(body.except);
  const { groups, predicates, standingAtLeast, originsAtLeast, uninvolvedAtLeast, contested } = body;
  const filter = { groups, predicates, standingAtLeast, originsAtLeast, uninvolvedAtLeast, contested };
  const types = body.types && new Set(body.types);
  const isWanted = (claim: Claim) => {
    const figures = state.figures.get(claim.id);
    if (!figures || except.has(claim.id) || !matchesFilter(claim, figures, state.records, filter)) return false;
    if (!types) return true;
    return entitiesOf(claim).some((id) => {
      const type = state.records.entities.get(id)?.type;
      return id !== params.id && type !== undefined && types.has(type);
    });
  };
  const found = claimsAround(state, params.id).filter(isWanted);
  if (body.order === 'origins') {
    const origins = (claim: Claim) => state.figures.get(claim.id)?.origins ?? 0;
    found.sort((a, b) => origins(b) - origins(a));
  }
  if (body.order === 'neighbour') {
    const other = (claim: Claim) => (claim.subject === params.id ? entityEnd(claim.object) : entityEnd(claim.subject)) ?? '';
    found.sort((a, b) => (other(a) < other(b) ? -1 : other(a) > other(b) ? 1 : 0));
  }
  const edges = edgeViews(found.slice(0, body.limit), state);
  return {
    nodes: nodesById([params.id, ...edges.flatMap(edgeEntities)], state),
    edges,
    more: Math.max(0, found.length - body.limit),
    moreAtLeast: false,
    revision: state.revision,
  };
}
