/** Questions about claims, answered from a case in memory. */
import { entitiesOf, entityEnd } from '../../domain/model/claim-ends.ts';
import { claimTest } from '../../domain/figures/filter-claims.ts';
import { filterInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { notEstablishedBeside } from '../../domain/figures/no-established-link.ts';
import type { ClaimFilter } from '../../domain/model/questions.ts';
import type { Claim } from '../../domain/model/records.ts';
import type { AroundQuestion, ClaimOrder, ClaimPage, EvidenceAnswer } from '../graph.ts';
import type { ViewState } from './view-state.ts';
import { noEntity } from '../not-found.ts';

/** Claims that pass, firmest first. */
export function filteredClaims(state: ViewState, filter: ClaimFilter, among: readonly string[] = state.visibleClaims): Claim[] {
  const passes = claimTest(filter, state.records);
  return claimsById(among, state).filter((claim) => {
    const figures = state.figures.get(claim.id);
    return figures !== undefined && passes(claim, figures);
  });
}

export function claimsOfFilter(state: ViewState, filter: ClaimFilter, page: { order: ClaimOrder; offset: number; limit: number }): ClaimPage {
  return pageOf(state, filteredClaims(state, filter), page);
}

export function claimsAround(state: ViewState, entity: string, question: AroundQuestion): ClaimPage {
  if (!state.records.entities.has(entity)) throw noEntity(entity, state.clocks);
  const except = new Set(question.except);
  const types = question.neighbourTypes && new Set(question.neighbourTypes);
  const isWanted = (claim: Claim) => {
    if (except.has(claim.id)) return false;
    if (!types) return true;
    return entitiesOf(claim).some((id) => {
      const type = state.records.entities.get(id)?.type;
      return id !== entity && type !== undefined && types.has(type);
    });
  };
  const found = filteredClaims(state, question.filter ?? {}, state.claimsOf(entity)).filter(isWanted);
  return pageOf(state, found, { ...question, offset: question.offset ?? 0, around: entity });
}

/** Ids of the visible claims whose every end and qualifier stands among the entities, firmest first. */
export function* inducedClaims(state: ViewState, entities: Iterable<string>): InSlices<string[]> {
  const among = new Set(entities);
  const touched = new Set<string>();
  for (const id of among) {
    for (const claim of state.claimsOf(id)) touched.add(claim);
    yield;
  }
  const isInside = (id: string) => {
    const claim = state.records.claims.get(id);
    return claim !== undefined && entitiesOf(claim).every((end) => among.has(end));
  };
  // Looking through all claims is dearer than sorting a few anew; beyond a tenth of them it is the other way round.
  if (touched.size * 10 > state.visibleClaims.length) return yield* filterInSlices(state.visibleClaims, (id) => touched.has(id) && isInside(id));
  return (yield* filterInSlices(touched, isInside)).sort((a, b) => state.placeOf(a) - state.placeOf(b));
}

export function* claimsAmong(state: ViewState, entities: readonly string[], limit: number): InSlices<ClaimPage> {
  return pageOf(state, claimsById(yield* inducedClaims(state, entities), state), { order: 'standing', offset: 0, limit });
}

export function evidenceOf(state: ViewState, id: string): EvidenceAnswer | undefined {
  const claim = state.records.claims.get(id);
  if (!claim || !state.figures.get(id)?.visible) return undefined;
  const noLinks = new Map(claimsById(state.noLinks(), state).map((one) => [one.id, one]));
  return { claim, beside: notEstablishedBeside(claim, { ...state.records, claims: noLinks }, state.within).map((found) => found.id), ctx: state };
}

/** Visible claims by id, in the order given. */
export function claimsById(ids: Iterable<string>, state: Pick<ViewState, 'records'>): Claim[] {
  const claims: Claim[] = [];
  for (const id of ids) {
    const claim = state.records.claims.get(id);
    if (claim) claims.push(claim);
  }
  return claims;
}

/** A part of claims that are in order of standing; ties of another order stay in that of standing. */
function pageOf(state: ViewState, found: Claim[], page: { order: ClaimOrder; offset: number; limit: number; around?: string }): ClaimPage {
  const figure = (claim: Claim) => state.figures.get(claim.id);
  if (page.order === 'origins') found.sort((a, b) => (figure(b)?.origins ?? 0) - (figure(a)?.origins ?? 0));
  if (page.order === 'id') found.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (page.order === 'neighbour') {
    const other = (claim: Claim) => (claim.subject === page.around ? entityEnd(claim.object) : entityEnd(claim.subject)) ?? '';
    found.sort((a, b) => (other(a) < other(b) ? -1 : other(a) > other(b) ? 1 : 0));
  }
  return {
    claims: found.slice(page.offset, page.offset + page.limit),
    total: found.length,
    totalAtLeast: false,
    uncertain: found.filter((claim) => figure(claim)?.uncertain).length,
    ctx: state,
  };
}
