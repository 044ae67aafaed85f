/** Finds the paths from one set of entities to another. Both graph adapters use this search (model.md, "Trace"). */
import type { CompactGraph } from './compact/compact-graph.ts';
import { compactOf } from './compact/build-compact.ts';
import { idAt } from './compact/id-table.ts';
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { bestLinks, comparePlaces } from './best-paths.ts';
import { PathsOf, type Budget, type Collected, type FoundPath } from './collect-paths.ts';
import { hopTest, passingOf, placesIn } from './hop-test.ts';
import { linksHolding } from './path-distances.ts';
import type { PathNetwork } from './path-network.ts';
import { Sides, type Lookout } from './path-region.ts';
import type { TraceGraph } from './trace-graph.ts';

export interface TraceSearch {
  /**
   * Sequences of places (`same-places`), links and common-body paths together, shorter first, then by ids. `rankPaths` tells the two apart and replaces places
   * by the entities that the hops touch. Where there are more links than were asked for these are the best of them in the order asked for.
   */
  paths: string[][];
  /**
   * Number of entities seen: the ends, and every entity within half the hops searched, rounded up, of either side. Only entities that may be passed lead
   * further; one that may not be passed is counted too.
   */
  entitiesSeen: number;
  /** A limit of the search was met: there may be more paths, or longer ones. */
  stoppedAtLimit: boolean;
  /** There are more links than these, none of them better. */
  more: boolean;
  /** Entities seen that were not passed only because of the degree limit; sorted. */
  hubsNotPassed: string[];
  /** Hops of the shortest path that is a link. */
  shortest?: number;
  /** Hops up to which links were searched: `maxHops`, or the shortest link plus the slack where that is less. */
  searchedHops: number;
}
export interface SearchLimits {
  /** The most links that are found: the best ones. */
  paths: number;
  /** The most common-body paths that are found. */
  commonBodyPaths: number;
  /** Hops that are tried. */
  steps: number;
  /** Links that are collected and sorted at once; absent: 1,000, and at least as many as `paths`. More of them are told apart by their worth first. */
  sortedAtOnce?: number;
}
export const SEARCH_LIMITS: Readonly<SearchLimits> = { paths: 1_000, commonBodyPaths: 200, steps: 3_000_000 };
const SORTED_AT_ONCE = 1_000;

/**
 * Finds the best links from one of `from` to one of `to` of up to `shortest + slack` hops, direction ignored and no place repeated. Between ends that no link
 * joins it also finds the paths through a common body: up to the shortest of these plus the slack, and no longer than the longest link searched.
 * Entities decided the same are one place, so there is no path between two of them. A path ends at the first member of `from` or `to` that it meets, so none
 * stands inside it. Of a path and its reverse, the one that begins with the smaller id is given.
 * @param switches as `effectiveSwitches` gives them
 */
export function findPaths(
  graph: TraceGraph,
  from: readonly string[],
  to: readonly string[],
  switches: Required<TraceSwitches>,
  limits: SearchLimits = SEARCH_LIMITS,
): TraceSearch {
  return inOneGo(findPathsInSlices(graph, from, to, switches, limits));
}

/** The same in slices. Where its time is over the answer holds what was found so far, and `stoppedAtLimit` is true. */
export function* findPathsInSlices(
  graph: TraceGraph,
  from: readonly string[],
  to: readonly string[],
  switches: Required<TraceSwitches>,
  limits: SearchLimits = SEARCH_LIMITS,
): InSlices<TraceSearch> {
  let compact = compactGraphs.get(graph);
  if (compact === undefined) compactGraphs.set(graph, (compact = yield* compactOf(graph)));
  return yield* searchCompact(compact, { from, to }, switches, limits);
}
const compactGraphs = new WeakMap<TraceGraph, CompactGraph>();

/** The same in a compact graph. */
export function* searchCompact(
  graph: CompactGraph,
  ends: { from: readonly string[]; to: readonly string[] },
  switches: Required<TraceSwitches>,
  limits: SearchLimits = SEARCH_LIMITS,
): InSlices<TraceSearch> {
  const lookout: Lookout = {
    graph,
    isHop: hopTest(graph, switches),
    passing: passingOf(graph, switches),
    from: placesIn(graph, ends.from),
    to: placesIn(graph, ends.to),
  };
  const sides = new Sides(lookout);
  try {
    return yield* searchSides(lookout, sides, switches, limits);
  } finally {
    sides.end();
  }
}

function* searchSides(lookout: Lookout, sides: Sides, switches: Required<TraceSwitches>, limits: SearchLimits): InSlices<TraceSearch> {
  const { maxHops, slack, order } = switches;
  const budget: Budget = { steps: limits.steps };
  let links: Collected = { paths: [], more: false, stopped: false };
  let shortest: number | undefined;
  let part: { net: PathNetwork; hops: number; walk: PathsOf } | undefined;
  const partOf = function* (hops: number): InSlices<NonNullable<typeof part>> {
    if (part?.hops === hops) return part;
    yield* sides.cover(hops);
    const net = yield* sides.network(hops);
    return { net, hops, walk: new PathsOf(net, linksHolding(net, held), hops, budget) };
  };
  const held = placesIn(lookout.graph, switches.mustPass);
  yield* sides.meet(maxHops);
  // What the sides met by may be no link, or pass a place twice: then a longer one is sought.
  for (let hops = sides.fewestHops; hops <= maxHops && shortest === undefined && !links.stopped; hops += 1) {
    part = yield* partOf(hops);
    const first: Collected = { paths: [], more: false, stopped: false };
    yield* part.walk.ofHops(hops, 1, first);
    if (first.paths.length > 0) shortest = hops;
    else if (first.stopped) links = first;
  }
  const searchedHops = Math.min(maxHops, (shortest ?? Infinity) + slack);
  const { net, walk } = yield* partOf(searchedHops);
  if (shortest !== undefined) {
    links = yield* bestLinks(net, {
      walk,
      shortest,
      longest: searchedHops,
      most: limits.paths,
      sortedAtOnce: Math.max(limits.sortedAtOnce ?? SORTED_AT_ONCE, limits.paths),
      order,
      budget,
    });
  }
  const bodies = yield* commonBodyPaths(lookout, net, links, { longest: searchedHops, slack, maxHops, cap: limits.commonBodyPaths, held }, budget);
  const { seen, hubs } = yield* sides.seenWithin(Math.ceil(searchedHops / 2));
  const { graph } = lookout;
  const idOf = (entity: number) => idAt(graph.entities, entity);
  const { places } = net;
  return {
    paths: [...links.paths, ...bodies.paths]
      .sort((a, b) => a.hops.length - b.hops.length || comparePlaces(a, b))
      .map((path) => path.places.map((place) => idOf(places[place]!))),
    entitiesSeen: seen,
    stoppedAtLimit: links.stopped || bodies.stopped || bodies.more,
    more: links.more,
    hubsNotPassed: hubs.sort((a, b) => a - b).map(idOf),
    searchedHops,
    ...(shortest === undefined ? {} : { shortest }),
  };
}

interface BodySearch {
  longest: number;
  slack: number;
  maxHops: number;
  cap: number;
  /** Places of the graph that every path holds. */
  held: readonly number[];
}

/** Paths through a common body, only between ends that no link joins. */
function* commonBodyPaths(lookout: Lookout, net: PathNetwork, links: Collected, search: BodySearch, budget: Budget): InSlices<Collected> {
  const bodies: Collected = { paths: [], more: false, stopped: false };
  const pairOf = ({ places }: FoundPath) => [places[0] ?? -1, places.at(-1) ?? -1] as const;
  const keyOf = ([a, b]: readonly [number, number]) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const joined = new Map(links.paths.map((path) => [keyOf(pairOf(path)), true]));
  const isJoined = function* (pair: readonly [number, number]): InSlices<boolean> {
    const known = joined.get(keyOf(pair));
    if (known !== undefined) return known;
    // Where there are more than two ends, the search for links may have missed one between this pair: it stopped at a shorter link of another pair, or would
    // have passed through another end.
    const is = !isOnePair && (yield* hasLink(lookout, [net.places[pair[0]]!, net.places[pair[1]]!], search.maxHops, budget, bodies));
    joined.set(keyOf(pair), is);
    return is;
  };
  // That no link holds what it must does not say that there is none.
  const isOnePair = net.from.length === 1 && net.to.length === 1 && search.held.length === 0;
  if (isOnePair && links.paths.length > 0) return bodies;
  const wanted = linksHolding(net, search.held);
  if (!wanted) return bodies;
  const walk = new PathsOf(net, { ...wanted, kind: 'body' }, search.longest, budget);
  let last = search.longest;
  for (let hops = 2; hops <= last && !bodies.stopped && !bodies.more; hops += 1) {
    const met: Collected = { paths: [], more: false, stopped: false };
    yield* walk.ofHops(hops, search.cap - bodies.paths.length, met);
    for (const path of met.paths) if (!(yield* isJoined(pairOf(path)))) bodies.paths.push(path);
    bodies.more ||= met.more;
    bodies.stopped ||= met.stopped;
    if (bodies.paths.length > 0) last = Math.min(last, (bodies.paths[0]?.hops.length ?? 0) + search.slack);
  }
  return bodies;
}

/**
 * Whether a link of up to `maxHops` joins two ends; unlike in the trace it may pass through the other ends. Where the search is cut short the answer is yes, so
 * that no common body is claimed.
 */
function* hasLink(lookout: Lookout, [start, end]: readonly [number, number], maxHops: number, budget: Budget, into: Collected): InSlices<boolean> {
  // What this prepares costs much more than a step, so the time is looked at for every pair.
  if (yield) budget.steps = 0;
  if (budget.steps <= 0) {
    into.stopped = true;
    return true;
  }
  const sides = new Sides({ ...lookout, from: [start], to: [end] });
  try {
    yield* sides.meet(maxHops);
    const found: Collected = { paths: [], more: false, stopped: false };
    for (let hops = sides.fewestHops; hops <= maxHops && found.paths.length === 0 && !found.stopped; hops += 1) {
      yield* sides.cover(hops);
      yield* new PathsOf(yield* sides.network(hops), { kind: 'link' }, hops, budget).ofHops(hops, 1, found);
    }
    if (found.paths.length > 0) return true;
    if (found.stopped) into.stopped = true;
    return found.stopped;
  } finally {
    sides.end();
  }
}
