/** Finds the paths from one set of entities to another in a trace graph. Both graph adapters use this search (model.md, "Trace"). */
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { distances, type Distances } from './path-distances.ts';
import { pathNetwork, type PathNetwork } from './path-network.ts';
import type { TraceGraph } from './trace-graph.ts';

export interface TraceSearch {
  /**
   * Sequences of places (`same-places`), links and common-body paths together, shorter first, then by ids. `rankPaths` tells the two apart and replaces places
   * by the entities that the hops touch.
   */
  paths: string[][];
  /**
   * Number of entities seen: the ends, and every entity within half the hops searched, rounded up, of either side. Only entities that may be passed lead
   * further; one that may not be passed is counted too.
   */
  entitiesSeen: number;
  /** A limit was met: there may be more paths, or longer ones. */
  stoppedAtLimit: boolean;
  /** Entities seen that were not passed only because of the degree limit; sorted. */
  hubsNotPassed: string[];
  /** Hops of the shortest path that is a link. */
  shortest?: number;
  /** Hops up to which links were searched: `maxHops`, or the shortest link plus the slack where that is less. */
  searchedHops: number;
}
/** The most that one search may cost: links found, common-body paths found, neighbours visited. */
export const SEARCH_LIMITS = { paths: 1_000, commonBodyPaths: 200, steps: 3_000_000 } as const;

/** Steps from one `yield` of a search to the next: a fraction of a millisecond. */
const STEPS_A_SLICE = 10_000;

interface Collected {
  found: number[][];
  stopped: boolean;
}

/**
 * Finds every link from one of `from` to one of `to` of up to `shortest + slack` hops, direction ignored and no place repeated. Between ends that no link joins
 * it also finds the paths through a common body: up to the shortest of these plus the slack, and no longer than the longest link searched.
 * Entities decided the same are one place, so there is no path between two of them. A path ends at the first member of `from` or `to` that it meets, so none
 * stands inside it. Of a path and its reverse, the one that begins with the smaller id is given.
 * @param switches as `effectiveSwitches` gives them
 */
export function findPaths(
  graph: TraceGraph,
  from: readonly string[],
  to: readonly string[],
  switches: Required<TraceSwitches>,
  limits: { paths: number; commonBodyPaths: number; steps: number } = SEARCH_LIMITS,
): TraceSearch {
  return inOneGo(findPathsInSlices(graph, from, to, switches, limits));
}

/** The same in slices. Where its time is over the answer holds what was found so far, and `stoppedAtLimit` is true. */
export function* findPathsInSlices(
  graph: TraceGraph,
  from: readonly string[],
  to: readonly string[],
  switches: Required<TraceSwitches>,
  limits: { paths: number; commonBodyPaths: number; steps: number } = SEARCH_LIMITS,
): InSlices<TraceSearch> {
  const net = yield* pathNetwork(graph, from, to, switches);
  const ahead = yield* distances(net, switches.maxHops);
  const budget = { steps: limits.steps };
  const links: Collected = { found: [], stopped: false };
  let shortest: number | undefined;
  const longest = () => Math.min(switches.maxHops, (shortest ?? Infinity) + switches.slack);
  for (let hops = 1; hops <= longest() && !links.stopped; hops += 1) {
    yield* collect(net, ahead, hops, 'link', limits.paths, budget, links);
    if (links.found.length > 0) shortest ??= hops;
  }
  const searchedHops = longest();
  const bodies = yield* commonBodyPaths(
    net,
    ahead,
    links,
    { longest: searchedHops, slack: switches.slack, maxHops: switches.maxHops, cap: limits.commonBodyPaths },
    budget,
  );
  const { seen, hubs } = seenWithin(net, Math.ceil(searchedHops / 2));
  return {
    paths: [...links.found, ...bodies.found].sort((a, b) => a.length - b.length || compare(a, b)).map((path) => path.map((node) => net.ids[node] ?? '')),
    entitiesSeen: seen,
    stoppedAtLimit: links.stopped || bodies.stopped,
    hubsNotPassed: hubs,
    searchedHops,
    ...(shortest === undefined ? {} : { shortest }),
  };
}

interface BodySearch {
  longest: number;
  slack: number;
  maxHops: number;
  cap: number;
}

/** Paths through a common body, only between ends that no link joins. */
function* commonBodyPaths(net: PathNetwork, ahead: Distances, links: Collected, search: BodySearch, budget: { steps: number }): InSlices<Collected> {
  const bodies: Collected = { found: [], stopped: false };
  const pairOf = (path: readonly number[]) => [path[0] ?? -1, path.at(-1) ?? -1] as const;
  const keyOf = ([a, b]: readonly [number, number]) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const joined = new Map(links.found.map((path) => [keyOf(pairOf(path)), true]));
  const isJoined = function* (pair: readonly [number, number]): InSlices<boolean> {
    const known = joined.get(keyOf(pair));
    if (known !== undefined) return known;
    // Where there are more than two ends, the search for links may have missed one between this pair: it stopped at a shorter link of another pair, or would
    // have passed through another end.
    const is = !isOnePair && (yield* hasLink(net, pair, search.maxHops, budget, bodies));
    joined.set(keyOf(pair), is);
    return is;
  };
  const isOnePair = net.from.length === 1 && net.to.length === 1;
  if (isOnePair && links.found.length > 0) return bodies;
  let last = search.longest;
  for (let hops = 2; hops <= last && !bodies.stopped; hops += 1) {
    const met: Collected = { found: [], stopped: false };
    yield* collect(net, ahead, hops, 'body', search.cap - bodies.found.length, budget, met);
    for (const path of met.found) if (!(yield* isJoined(pairOf(path)))) bodies.found.push(path);
    if (met.stopped) bodies.stopped = true;
    if (bodies.found.length > 0) last = Math.min(last, (bodies.found[0] ?? []).length - 1 + search.slack);
  }
  return bodies;
}

/**
 * Whether a link of up to `maxHops` joins two ends; unlike in the trace it may pass through the other ends. Where the search is cut short the answer is yes, so
 * that no common body is claimed.
 */
function* hasLink(net: PathNetwork, [start, end]: readonly [number, number], maxHops: number, budget: { steps: number }, into: Collected): InSlices<boolean> {
  // What this prepares costs much more than a step, so the time is looked at for every pair.
  if (yield) budget.steps = 0;
  if (budget.steps <= 0) {
    into.stopped = true;
    return true;
  }
  const only = (node: number) => Uint8Array.from(net.ids, (_, i) => (i === node ? 1 : 0));
  const closed = Uint8Array.from(net.barred, (is, i) => (is || i === start || i === end ? 1 : 0));
  const pair: PathNetwork = { ...net, from: [start], to: [end], isFrom: only(start), isTo: only(end), closed };
  const ahead = yield* distances(pair, maxHops);
  const found: Collected = { found: [], stopped: false };
  for (let hops = 1; hops <= maxHops && found.found.length === 0 && !found.stopped; hops += 1) yield* collect(pair, ahead, hops, 'link', 1, budget, found);
  if (found.found.length > 0) return true;
  if (found.stopped) into.stopped = true;
  return found.stopped;
}

/**
 * Collects all paths of exactly so many hops and of one kind, in the order of their ids. A step is taken only where the end is still in reach (`ahead`).
 * The walk keeps its own stack, because a generator that calls itself costs several times as much.
 */
function* collect(
  net: PathNetwork,
  ahead: Distances,
  hops: number,
  kind: 'link' | 'body',
  cap: number,
  budget: { steps: number },
  into: Collected,
): InSlices<void> {
  const onPath = new Uint8Array(net.ids.length);
  /** The places of the path, and for each: the neighbour looked at next, whether the last hop was a body hop here, whether the path has passed a common body. */
  const path: number[] = [];
  const at: number[] = [];
  const viaBody: number[] = [];
  const hasBody: boolean[] = [];
  const enter = (node: number, arriving: number, has: boolean) => {
    onPath[node] = 1;
    path.push(node);
    at.push(0);
    viaBody.push(arriving);
    hasBody.push(has);
  };
  for (const start of net.from) {
    enter(start, 0, false);
    while (path.length > 0) {
      const top = path.length - 1;
      const node = path[top] ?? -1;
      const i = at[top] ?? 0;
      const next = net.neighbours[node]?.[i];
      if (next === undefined) {
        onPath[node] = 0;
        path.pop();
        at.pop();
        viaBody.pop();
        hasBody.pop();
        continue;
      }
      if (into.stopped) return;
      at[top] = i + 1;
      if (budget.steps % STEPS_A_SLICE === 0 && (yield)) budget.steps = 0;
      budget.steps -= 1;
      if (budget.steps < 0) {
        into.stopped = true;
        return;
      }
      if (onPath[next]) continue;
      const left = hops - top;
      const common = viaBody[top] === 1 && net.bodyHere[node]?.[i] === 1;
      if (common && kind === 'link') continue;
      const has = hasBody[top] === true || common;
      if (net.isTo[next]) {
        if (left === 1 && (kind === 'link' || has) && isKeptDirection(net, path[0] ?? next, next)) {
          if (into.found.length >= cap) into.stopped = true;
          else into.found.push([...path, next]);
        }
        continue;
      }
      if (left === 1 || net.closed[next]) continue;
      const arriving = net.bodyThere[node]?.[i] ?? 0;
      const needed = kind === 'link' ? ahead.link[arriving] : has ? ahead.any : ahead.body[arriving];
      if ((needed?.[next] ?? Infinity) > left - 1) continue;
      enter(next, arriving, has);
    }
  }
}

/** Where both ends are in both sets, a path is found from either end; the one that begins with the smaller id is kept. */
function isKeptDirection(net: PathNetwork, start: number, end: number): boolean {
  return start < end || !(net.isTo[start] && net.isFrom[end]);
}

/** How many entities lie within so many hops of either side, and which of them are not passed because of their degree alone. */
function seenWithin(net: PathNetwork, hops: number): { seen: number; hubs: string[] } {
  const all = new Set<number>();
  for (const side of [net.from, net.to]) {
    const seen = new Set(side);
    let edge = [...side];
    for (let hop = 1; hop <= hops && edge.length > 0; hop += 1) {
      const next: number[] = [];
      for (const node of edge) {
        for (const neighbour of net.neighbours[node] ?? []) {
          if (seen.has(neighbour)) continue;
          seen.add(neighbour);
          if (!net.closed[neighbour]) next.push(neighbour);
        }
      }
      edge = next;
    }
    for (const node of seen) all.add(node);
  }
  let seen = 0;
  const hubs: string[] = [];
  for (const node of all) {
    seen += net.members[node]?.length ?? 0;
    hubs.push(...(net.hubs[node] ?? []));
  }
  return { seen, hubs: hubs.sort() };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
