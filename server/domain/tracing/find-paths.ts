/** Paths from a set to a set over a graph in memory; the twin of the trace in Cypher, used where figures are derived at a clock (model.md, "Trace"). */
import type { TraceSwitches } from '../model/questions.ts';
import { distances, type Distances } from './path-distances.ts';
import { pathNetwork, type PathNetwork } from './path-network.ts';
import type { TraceGraph } from './trace-graph.ts';

export interface TraceSearch {
  /** Entity sequences, links and common-body paths together, shorter first, then by ids; `rankPaths` tells them apart. */
  paths: string[][];
  /** Entities come across from `from`, those not passed included. */
  entitiesSeen: number;
  /** A limit was met: longer or further paths may exist. */
  stoppedAtLimit: boolean;
  /** Entities come across that only the degree limit kept closed; sorted. */
  hubsNotPassed: string[];
  /** Hops of the shortest path that is a link. */
  shortest?: number;
}
/** What one search may cost, whatever the graph. */
export const SEARCH_LIMITS = { paths: 1_000, commonBodyPaths: 200, steps: 3_000_000 } as const;

interface Collected {
  found: number[][];
  stopped: boolean;
}

/**
 * Every path without a repeated entity from one of `from` to one of `to`, direction ignored, that is a link, of up to `shortest + slack` hops; and every one that
 * runs through a common body, of up to as many hops more than the shortest of its own kind, and no longer than the longest link looked for.
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
  const bodies: Collected = { found: [], stopped: false };
  let last = longest();
  for (let hops = 2; hops <= last && !bodies.stopped; hops += 1) {
    collect(net, ahead, hops, 'body', limits.commonBodyPaths, budget, bodies);
    if (bodies.found.length > 0) last = Math.min(last, (bodies.found[0] ?? []).length - 1 + switches.slack);
  }
  const { seen, hubs } = comeAcross(net, switches.maxHops);
  return {
    paths: [...links.found, ...bodies.found].sort((a, b) => a.length - b.length || compare(a, b)).map((path) => path.map((node) => net.ids[node] ?? '')),
    entitiesSeen: seen,
    stoppedAtLimit: links.stopped || bodies.stopped,
    hubsNotPassed: hubs.map((node) => net.ids[node] ?? ''),
    ...(shortest === undefined ? {} : { shortest }),
  };
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

function comeAcross(net: PathNetwork, maxHops: number): { seen: number; hubs: number[] } {
  const seen = new Set(net.from);
  const hubs = new Set<number>();
  let edge = [...net.from];
  for (let hop = 1; hop <= maxHops && edge.length > 0; hop += 1) {
    const next: number[] = [];
    for (const node of edge) {
      for (const neighbour of net.neighbours[node] ?? []) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        if (net.isHub[neighbour] && hop < maxHops) hubs.add(neighbour);
        if (!net.closed[neighbour]) next.push(neighbour);
      }
    }
    edge = next;
  }
  return { seen: seen.size, hubs: [...hubs].sort((a, b) => a - b) };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
