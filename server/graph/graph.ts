/**
 * The graph port: every question that may be asked of the case, whoever answers it.
 *
 * Two adapters answer: `resident` from a snapshot of the whole case in memory, at any clock, and `in-database` by statements over the stored figures, for
 * cases above the memory budget. `contract.ts` holds both to the same answers. `open-graph.ts` decides which one is asked.
 *
 * An answer names claims and entities and brings the context from which views and sentences are written; it holds no wire shape.
 * Lists are ordered: claims firmest first unless asked otherwise, everything else by id; no two entries tie.
 */
import type { Figures } from '../domain/model/figures.ts';
import type { Delta } from '../domain/importing/change-plan.ts';
import type { Decision, EntityType, Group } from '../domain/model/lists.ts';
import type { ClaimFilter, Clocks, Question, TraceSwitches } from '../domain/model/questions.ts';
import type { Claim, Dataset, Name, Predicate, Source, Voice } from '../domain/model/records.ts';
import type { RoleEntry, RolesQuestion } from '../domain/figures/roles.ts';
import type { MatchReason } from '../domain/searching/compare-names.ts';
import type { SaidFound } from '../domain/searching/rank-said.ts';
import type { TakenFrom } from '../domain/comparing/strike.ts';
import type { WithinEdge } from '../domain/figures/within.ts';
import type { CompactGraph } from '../domain/tracing/compact/compact-graph.ts';
import type { Brokers } from '../domain/tracing/brokers.ts';
import type { TraceSearch } from '../domain/tracing/find-paths.ts';
import type { TraceGraph } from '../domain/tracing/trace-graph.ts';
import type { ViewContext } from './view-context.ts';

export type ClaimOrder = 'standing' | 'origins' | 'id' | 'neighbour';

/** A part of the claims asked for, in order, with the context to show them. */
export interface ClaimPage {
  claims: Claim[];
  /** All that were asked for, those of other pages included. */
  total: number;
  /** True where counting stopped at the limit of a hub: `total` is a lower bound. */
  totalAtLeast: boolean;
  /** Of all that were asked for: undated, or maybe later than the happened clock. */
  uncertain: number;
  ctx: ViewContext;
}

/** Claims around an entity: the filter of the view, and what the canvas has already. */
export interface AroundQuestion {
  filter?: ClaimFilter;
  /** At least one other entity of the claim is of one of these types. */
  neighbourTypes?: readonly EntityType[];
  /** Claims left out of the answer and of its total. */
  except?: readonly string[];
  order: 'standing' | 'origins' | 'neighbour';
  offset?: number;
  limit: number;
}

export interface NeighbourCounts {
  claims: number;
  neighbours: number;
  /** True where the counts stop at the limit of a hub and are lower bounds. */
  atLeast: boolean;
  predicates: { predicate: string; label: string; group: Group; claims: number }[];
  types: { type: EntityType; neighbours: number }[];
  /** Those of the claims that have nothing to draw, by id; none where the counts are lower bounds. */
  lineless: { claim: string; predicate: string }[];
}

export interface EntityAnswer {
  /** Those that may be shown at the published clock. */
  names: Name[];
  identities: { other: string; decision: Decision; why: string }[];
  roles: RoleEntry[];
  /** Holds the node of the entity, of those it has decisions with, and all that its roles name. */
  ctx: ViewContext;
}

export interface EvidenceAnswer {
  claim: Claim;
  /** Claims that say no link was found between what it joins, or the bodies above. */
  beside: string[];
  ctx: ViewContext;
}

export interface SearchQuestion {
  q: string;
  /** All that was typed, where `q` was cut within a word: only names that begin with it are found. */
  whole?: string;
  types?: readonly EntityType[];
  exact?: boolean;
  offset: number;
  limit: number;
}
export interface SearchAnswer {
  /** Best first; `name` is the one that matched, absent where the search was empty. */
  found: { id: string; dataset: string; name?: Name; why: MatchReason }[];
  total: number;
  totalAtLeast: boolean;
  ctx: Pick<ViewContext, 'node'>;
}

export interface SaidQuestion {
  q: string;
  /** Most hits of each kind. */
  limit: number;
}
export interface SaidAnswer {
  /** Of each kind, best first: the text of a record that matched best. */
  found: readonly SaidFound[];
  /** More texts than are compared have the words: the totals are lower bounds. */
  totalAtLeast: boolean;
  /** Holds the claims, sources and voices found. */
  ctx: ViewContext;
}

/** Some ids of a list, and how many it holds. */
export interface IdPage {
  ids: string[];
  total: number;
}
export interface SourceAnswer {
  source: Source;
  /** Whose text it carries, along the chain. */
  carries: Source[];
  carriedBy: Source[];
  /** Roots of what is read in it, other than itself, with the number of claims; the most first, then by id. */
  takesFrom: { source: Source; claims: number }[];
  readFor: IdPage;
  rootOf: IdPage;
  /** Those of `rootOf` with no other root. */
  alone: IdPage;
  ctx: ViewContext;
}
export interface VoiceAnswer {
  voice: Voice;
  sources: Source[];
  /** Claims it is an origin of. */
  claims: IdPage;
  /** Those it is the only origin of. */
  alone: IdPage;
  /** Voices whose publications carry it. */
  carriedBy: string[];
  takesFrom: { voice: string; claims: number }[];
  ctx: ViewContext;
}
/** The voices with the names of what they speak for. */
export type VoiceContext = Pick<ViewContext, 'records' | 'nameOf'>;

/** Claims alike in all of this, counted; entities of one type and dataset, counted. */
export interface Totals {
  claims: { group: Group; level: Figures['level']; contested: boolean; stale: boolean; datasets: readonly string[]; claims: number; citations: number }[];
  entities: { type: EntityType; dataset: string; entities: number }[];
  datasets: Dataset[];
  sources: number;
  voices: number;
}

export interface HopsQuestion {
  from: readonly string[];
  to: readonly string[];
  switches: Required<TraceSwitches>;
  /** Only the paths: what else is said of the ends is not looked for, and `alsoSaid` is empty. */
  pathsOnly?: boolean;
  /** Asked every few milliseconds: where the time of the search is over it ends with what it has, `stoppedAtLimit`. It may throw. Absent: never over. */
  isOver?: () => boolean;
}
export interface BrokersQuestion extends Omit<HopsQuestion, 'pathsOnly'> {
  /** Entries of the list. */
  most: number;
}
export interface HopsAnswer {
  search: TraceSearch;
  /** The part of the graph that holds every path found. */
  graph: TraceGraph;
  /** Hops up to which the search is complete. */
  completeTo: number;
  /** What else is said of the ends, in the order of `saidOfEnds`. */
  alsoSaid: string[];
  /** Searched in memory: further questions cost little. */
  inMemory: boolean;
}

/** What is to be taken out: entities with the claims among them, or with the claims named, or whole datasets. */
export interface PieceQuestion {
  entities: readonly string[];
  claims?: readonly string[];
  datasets?: readonly string[];
  paths: readonly { entities: readonly string[]; claims: readonly string[] }[];
  /** Most claims, where these are not `API_LIMITS.exportClaims`. From the database no more than that are taken. */
  mostClaims?: number;
}
export interface PieceAnswer {
  ctx: ViewContext;
  /** Sorted ids. */
  entities: string[];
  claims: string[];
}

/** What an adapter answers of one state of the case. */
export type StateAnswers = Omit<Graph, 'brokers' | 'whole' | 'beside' | 'supposing'>;
/** What a change would do, as it is planned at a revision. */
export interface Supposed {
  delta: Delta;
  revision: number;
}
/** All of a case as it stands at the clocks, in memory, for questions about all of it. */
export interface WholeCase extends ViewContext {
  /** Ids of all visible claims, firmest first. */
  visibleClaims: readonly string[];
  /** Ids of the visible claims an entity stands in, at whatever end, firmest first. */
  claimsOf(entity: string): readonly string[];
  within: readonly WithinEdge[];
  /** What each claim lost to what is struck; nothing where nothing is. */
  taken: ReadonlyMap<string, TakenFrom>;
  /** What a trace runs on, built when first asked for, in slices. */
  compactGraph(): Promise<CompactGraph>;
}

export interface Graph {
  /** Every answer is read at this revision. */
  readonly revision: number;
  /** The dates the view stands at; absent: everything on record. */
  readonly clocks?: Clocks;
  claims(filter: ClaimFilter, page: { order: 'standing' | 'origins' | 'id'; offset: number; limit: number }): Promise<ClaimPage>;
  /** @throws AppError `not-found` for an id nobody has */
  around(entity: string, question: AroundQuestion): Promise<ClaimPage>;
  /** @throws AppError `not-found` for an id nobody has */
  neighbours(entity: string): Promise<NeighbourCounts>;
  /** Claims all of whose ends and qualifiers stand among the entities. `ctx` holds the nodes of all that are there. */
  among(entities: readonly string[], limit: number): Promise<ClaimPage>;
  /** @throws AppError `not-found` for an id nobody has */
  entity(id: string): Promise<EntityAnswer>;
  /** Undefined where the claim is not there, or not visible. */
  evidence(claim: string): Promise<EvidenceAnswer | undefined>;
  search(question: SearchQuestion): Promise<SearchAnswer>;
  /** Claims, sources and voices by the words of what is said in the case. */
  said(question: SaidQuestion): Promise<SaidAnswer>;
  /** Every source, with the claims it is read for and is the root of. */
  sources(): Promise<{ sources: { source: Source; readFor: number; rootOf: number }[]; ctx: VoiceContext }>;
  /** Every voice, with the claims it is an origin of, and the only one of. */
  voices(): Promise<{ voices: { voice: Voice; claims: number; alone: number }[]; ctx: VoiceContext }>;
  /** @param limit ids in each list. @throws AppError `not-found` */
  source(id: string, limit: number): Promise<SourceAnswer>;
  /** @param limit ids in each list. @throws AppError `not-found` */
  voice(id: string, limit: number): Promise<VoiceAnswer>;
  roles(question: RolesQuestion): Promise<{ entries: RoleEntry[]; ctx: ViewContext }>;
  totals(): Promise<Totals>;
  /** Entities counted by type and dataset, in any tallies. */
  entityCounts(): Promise<Totals['entities']>;
  /** Every predicate with the claims that have it. */
  predicates(): Promise<{ predicate: Predicate; claims: number }[]>;
  questions(): Promise<Question[]>;
  /** Which of these ids are entities, with their types. */
  known(ids: readonly string[]): Promise<Map<string, EntityType>>;
  /** Sorted ids, at most `limit`. */
  ofType(type: EntityType, limit: number): Promise<string[]>;
  hops(question: HopsQuestion): Promise<HopsAnswer>;
  /** Who stands on the shortest links between two sets. @throws AppError `limit` where the graph of traces is not in memory, at these clocks */
  brokers(question: BrokersQuestion): Promise<Brokers>;
  /** What claims and entities are shown and told by. Ids nobody has are left out. */
  context(ids: { claims: Iterable<string>; entities?: Iterable<string> }): Promise<ViewContext>;
  /** @throws AppError `not-found` for ids nobody has, `limit` beyond `mostClaims` claims, or `API_LIMITS.exportClaims` */
  piece(question: PieceQuestion): Promise<PieceAnswer>;
  /** @throws AppError `limit` where the case is more than fits the memory set for it */
  whole(): Promise<WholeCase>;
  /** The same case at the same revision, seen at other clocks. @throws AppError `invalid` for what is no clock, `not-found` where it strikes what is not there */
  beside(clocks: Clocks | undefined): Promise<Graph>;
  /**
   * The same case as if a change had been written, seen at these clocks and at whatever others are asked beside; nothing is written.
   * @param plan asked for only where the whole case is in memory
   * @throws AppError `limit` where the case with the change is more than fits the memory set for it, and what `plan` throws
   */
  supposing(plan: () => Promise<Supposed>, clocks: Clocks | undefined): Promise<Graph>;
}
