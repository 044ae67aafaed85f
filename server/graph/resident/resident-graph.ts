/** The graph in memory: every question, answered from one state of the case that does not change. */
import { AppError } from '../../domain/model/errors.ts';
import { byId } from '../../domain/model/by-id.ts';
import type { TraceSwitches } from '../../domain/model/questions.ts';
import { saidOfEnds, sidesOfEnds, type Ends } from '../../domain/tracing/said-of-ends.ts';
import { samePlaces, type SameDecision } from '../../domain/tracing/same-places.ts';
import { partOfCompact } from '../../domain/tracing/compact/part-of-compact.ts';
import { brokersBetween } from '../../domain/tracing/brokers.ts';
import { SEARCH_LIMITS, searchCompact } from '../../domain/tracing/find-paths.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import type { Graph, Supposed } from '../graph.ts';
import { runInSlices } from '../run-in-slices.ts';
import { claimsAmong, claimsAround, claimsById, claimsOfFilter, evidenceOf } from './claims.ts';
import { entityOf, neighbourCounts, roleEntries, searchNames } from './entities.ts';
import { pieceOf } from './piece.ts';
import { searchSaid } from './said.ts';
import { sourceList, sourceOf, voiceList, voiceOf } from './sources.ts';
import { entityCounts, predicateCounts, totalsOf } from './totals.ts';
import type { ViewState } from './view-state.ts';

/** Other states of the same case: at other clocks, and as if a change had been written. */
export interface OtherStates {
  beside(clocks: Clocks | undefined): Promise<ViewState>;
  supposing(plan: () => Promise<Supposed>): Promise<OtherStates>;
}

/**
 * @param clocks those `state` was derived at; absent: none
 * @param others absent: there is no other state
 */
export function residentGraph(state: ViewState, clocks?: Clocks, others: OtherStates = NO_OTHERS): Graph {
  const { records, revision } = state;
  return {
    revision,
    clocks,
    claims: async (filter, page) => claimsOfFilter(state, filter, page),
    around: async (entity, question) => claimsAround(state, entity, question),
    neighbours: async (entity) => neighbourCounts(state, entity),
    among: (entities, limit) => runInSlices(claimsAmong(state, entities, limit)),
    entity: async (id) => entityOf(state, id),
    evidence: async (claim) => evidenceOf(state, claim),
    search: (question) => searchNames(state, question),
    said: (question) => searchSaid(state, question),
    sources: async () => sourceList(state),
    voices: async () => voiceList(state),
    source: async (id, limit) => sourceOf(state, id, limit),
    voice: async (id, limit) => voiceOf(state, id, limit),
    roles: async (question) => ({ entries: roleEntries(state, question), ctx: state }),
    totals: async () => totalsOf(state),
    entityCounts: async () => entityCounts(state),
    predicates: async () => predicateCounts(state),
    questions: async () => [...records.questions.values()].sort(byId),
    known: async (ids) => new Map(ids.flatMap((id) => (records.entities.has(id) ? [[id, records.entities.get(id)!.type]] : []))),
    ofType: async (type, limit) =>
      [...records.entities.values()]
        .filter((entity) => entity.type === type && state.isVisible(entity))
        .map((entity) => entity.id)
        .sort()
        .slice(0, limit),
    hops: async ({ from, to, switches, pathsOnly, isOver }) => {
      const compact = await state.compactGraph();
      const alsoSaid = pathsOnly ? [] : saidBetween(state, compact.same, { from, to }, switches);
      const search = await runInSlices(searchCompact(compact, { from, to }, switches, { ...SEARCH_LIMITS, paths: switches.most }), isOver);
      return { search, graph: partOfCompact(compact, search.paths), completeTo: switches.maxHops, alsoSaid, inMemory: true };
    },
    brokers: async ({ from, to, switches, most, isOver }) => runInSlices(brokersBetween(await state.compactGraph(), { from, to }, switches, most), isOver),
    context: async () => state,
    piece: (question) => runInSlices(pieceOf(state, question)),
    whole: async () => state,
    beside: async (at) => residentGraph(await others.beside(at), at, others),
    supposing: async (plan, at) => {
      const supposed = await others.supposing(plan);
      return residentGraph(await supposed.beside(at), at, supposed);
    },
  };
}

const noOther = async (): Promise<never> => {
  throw new AppError('internal', 'This graph holds one state of the case.');
};
const NO_OTHERS: OtherStates = { beside: noOther, supposing: noOther };

/** What else is said of the ends of a trace: only claims of the side that has fewer, and those that say "no link was found", are looked at. */
function saidBetween(state: ViewState, same: readonly SameDecision[], ends: Ends, switches: Required<TraceSwitches>): string[] {
  const { figures, within } = state;
  const sides = sidesOfEnds(ends, within, samePlaces(same));
  const claimsOf = (side: ReadonlySet<string>) => new Set([...side].flatMap((id) => state.claimsOf(id)));
  const [fewer = new Set<string>()] = [claimsOf(sides.from), claimsOf(sides.to)].sort((a, b) => a.size - b.size);
  const claims = claimsById(new Set([...fewer, ...state.noLinks()]), state);
  const records = { ...state.records, claims: new Map(claims.map((claim) => [claim.id, claim])) };
  return saidOfEnds({ records, figures, within, same }, ends, switches);
}
