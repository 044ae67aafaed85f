/** Paths from a set to a set over a trace graph: the one search, whichever adapter brought the graph (model.md, "Trace"). */
import type { TraceSwitches } from '../model/questions.ts';
import { distances, type Distances } from './path-distances.ts';
import { pathNetwork, type PathNetwork } from './path-network.ts';
import type { TraceGraph } from './trace-graph.ts';

export interface TraceSearch {
  /**
   * Sequences of places (`same-places`), links and common-body paths together, shorter first, then by ids; `rankPaths` tells them apart and gives the entities
   * that each hop really touches.
   */
  paths: string[][];
  /**
   * Entities seen: the ends, and every entity within half the hops searched, rounded up, of either side, by hops through entities that may be passed; those
   * met but not passed included.
   */
  entitiesSeen: number;
  /** A limit was met: longer or further paths may exist. */
  stoppedAtLimit: boolean;
  /** Entities seen that only the degree limit kept closed; sorted. */
  hubsNotPassed: string[];
  /** Hops of the shortest path that is a link. */
  shortest?: number;
  /** Hops up to which links were looked for: the most allowed, or the shortest link and the slack where that is less. */
  searchedHops: number;
}
/** What one search may cost, whatever the graph. */
export const SEARCH_LIMITS = { paths: 1_000, commonBodyPaths: 200, steps: 3_000_000 } as const;

interface Collected {
  found: number[][];
  stopped: boolean;
}

/**
 * Every path without a repeated place from one of `from` to one of `to`, direction ignored, that is a link, of up to `shortest + slack` hops; and between ends
 * that no link joins, every one that runs through a common body, of up to as many hops more than the shortest of its own kind, and no longer than the longest
 * link looked for. Entities decided the same are one place, so that two ends which are the same give no path.
 * A path ends at the first entity of a set that it meets: none of `from` or `to` stands inside it. Of a path and its reverse the one with the smaller start is given.
 * @param switches as `effectiveSwitches` gives them.
 */
export function findPaths(
  graph: TraceGraph,
  from: readonly string[],
  to: readonly string[],
  switches: Required<TraceSwitches>,
  limits: { paths: number; commonBodyPaths: number; steps: number } = SEARCH_LIMITS,
): TraceSearch {
  const net = pathNetwork(graph, from, to, switches);
  const ahead = distances(net, switches.maxHops);
  const budget = { steps: limits.steps };
  const links: Collected = { found: [], stopped: false };
  let shortest: number | undefined;
  const longest = () => Math.min(switches.maxHops, (shortest ?? Infinity) + switches.slack);
  for (let hops = 1; hops <= longest() && !links.stopped; hops += 1) {
    collect(net, ahead, hops, 'link', limits.paths, budget, links);
    if (links.found.length > 0) shortest ??= hops;
  }
  const searchedHops = longest();
  const bodies = bodiesOnly(
    net,
    ahead,
    links,
    { longest: searchedHops, slack: switches.slack, maxHops: switches.maxHops, cap: limits.commonBodyPaths },
    budget,
  );
  const { seen, hubs } = comeAcross(net, Math.ceil(searchedHops / 2));
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

/** Paths through a common body between ends that no link joins: "only a body in common" is told of nobody else. */
function bodiesOnly(net: PathNetwork, ahead: Distances, links: Collected, search: BodySearch, budget: { steps: number }): Collected {
  const bodies: Collected = { found: [], stopped: false };
  const pairOf = (path: readonly number[]) => [path[0] ?? -1, path.at(-1) ?? -1] as const;
  const keyOf = ([a, b]: readonly [number, number]) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const joined = new Map(links.found.map((path) => [keyOf(pairOf(path)), true]));
  const isJoined = (pair: readonly [number, number]): boolean => {
    const known = joined.get(keyOf(pair));
    if (known !== undefined) return known;
    // Other ends may have a shorter link, so that longer ones were not looked for, or may stand between these two.
    const is = !isOnePair && hasLink(net, pair, search.maxHops, budget, bodies);
    joined.set(keyOf(pair), is);
    return is;
  };
  const isOnePair = net.from.length === 1 && net.to.length === 1;
  if (isOnePair && links.found.length > 0) return bodies;
  let last = search.longest;
  for (let hops = 2; hops <= last && !bodies.stopped; hops += 1) {
    const met: Collected = { found: [], stopped: false };
    collect(net, ahead, hops, 'body', search.cap - bodies.found.length, budget, met);
    for (const path of met.found) if (!isJoined(pairOf(path))) bodies.found.push(path);
    if (met.stopped) bodies.stopped = true;
    if (bodies.found.length > 0) last = Math.min(last, (bodies.found[0] ?? []).length - 1 + search.slack);
  }
  return bodies;
}

/** Whether two ends are joined by a link of up to so many hops, the other ends passed like any entity; where the search is cut short nothing is said of them, as if they were. */
function hasLink(net: PathNetwork, [start, end]: readonly [number, number], maxHops: number, budget: { steps: number }, into: Collected): boolean {
  const only = (node: number) => Uint8Array.from(net.ids, (_, i) => (i === node ? 1 : 0));
  const closed = Uint8Array.from(net.barred, (is, i) => (is || i === start || i === end ? 1 : 0));
  const pair: PathNetwork = { ...net, from: [start], to: [end], isFrom: only(start), isTo: only(end), closed };
  const ahead = distances(pair, maxHops);
  const found: Collected = { found: [], stopped: false };
  for (let hops = 1; hops <= maxHops && found.found.length === 0 && !found.stopped; hops += 1) collect(pair, ahead, hops, 'link', 1, budget, found);
  if (found.found.length > 0) return true;
  if (found.stopped) into.stopped = true;
  return found.stopped;
}

/** All paths of exactly so many hops and of one kind, in the order of their ids; only steps from which the end is still in reach are taken. */
function collect(net: PathNetwork, ahead: Distances, hops: number, kind: 'link' | 'body', cap: number, budget: { steps: number }, into: Collected): void {
  const path: number[] = [];
  const onPath = new Uint8Array(net.ids.length);
  /** @param viaBody the last hop was a body hop at `node`; @param has a common body stands on the path already. */
  const walk = (node: number, viaBody: number, has: boolean, left: number): void => {
    const neighbours = net.neighbours[node] ?? [];
    for (let i = 0; i < neighbours.length; i += 1) {
      if (into.stopped) return;
      budget.steps -= 1;
      if (budget.steps < 0) {
        into.stopped = true;
        return;
      }
      const next = neighbours[i] ?? -1;
      if (onPath[next]) continue;
      const common = viaBody === 1 && net.bodyHere[node]?.[i] === 1;
      if (common && kind === 'link') continue;
      const hasNow = has || common;
      if (net.isTo[next]) {
        if (left === 1 && (kind === 'link' || hasNow) && isKeptWayRound(net, path[0] ?? next, next)) {
          if (into.found.length >= cap) into.stopped = true;
          else into.found.push([...path, next]);
        }
        continue;
      }
      if (left === 1 || net.closed[next]) continue;
      const arriving = net.bodyThere[node]?.[i] ?? 0;
      const needed = kind === 'link' ? ahead.link[arriving] : hasNow ? ahead.any : ahead.body[arriving];
      if ((needed?.[next] ?? Infinity) > left - 1) continue;
      onPath[next] = 1;
      path.push(next);
      walk(next, arriving, hasNow, left - 1);
      path.pop();
      onPath[next] = 0;
    }
  };
  for (const start of net.from) {
    path.push(start);
    onPath[start] = 1;
    walk(start, 0, false, hops);
    onPath[start] = 0;
    path.pop();
  }
}

/** Where both ends are in both sets a path would be met from either side. */
function isKeptWayRound(net: PathNetwork, start: number, end: number): boolean {
  return start < end || !(net.isTo[start] && net.isFrom[end]);
}

/** How many entities lie within so many hops of either side, and which of them only their degree closes. */
function comeAcross(net: PathNetwork, hops: number): { seen: number; hubs: string[] } {
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
