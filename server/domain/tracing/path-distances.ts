/** Distances from every place to the end of a trace, so that the search takes no step from which the end cannot be reached. */
import type { InSlices } from '../figures/in-slices.ts';
import type { PathNetwork } from './path-network.ts';

/**
 * Lower bounds in hops, Infinity where the end is out of reach. `link`: without a common body ahead; `body`: with at least one, the node itself included. Both
 * have two arrays, since a node is a common body only if both its hops are body hops: [1] is for arriving by a body hop, [0] for any other.
 */
export interface Distances {
  any: Float64Array;
  link: readonly [Float64Array, Float64Array];
  body: readonly [Float64Array, Float64Array];
}

/** Breadth-first search backwards from the ends of the trace, up to `maxHops`; a slice a node reached. */
export function* distances(net: PathNetwork, maxHops: number): InSlices<Distances> {
  const fresh = () => new Float64Array(net.ids.length).fill(Infinity);
  const ahead: Distances = { any: fresh(), link: [fresh(), fresh()], body: [fresh(), fresh()] };
  const lookedAtBy = new Uint8Array(net.ids.length);
  let reached: readonly number[] = net.to;
  // Each distance follows from distances one hop smaller, so only neighbours of what was reached last can be reached next.
  for (let hops = 1; hops < maxHops && reached.length > 0; hops += 1) {
    const next: number[] = [];
    for (const node of reached) {
      for (const before of net.neighbours[node] ?? []) {
        if (lookedAtBy[before] === hops) continue;
        lookedAtBy[before] = hops;
        if (!net.closed[before] && settle(net, ahead, before, hops)) next.push(before);
      }
      yield;
    }
    reached = next;
  }
  return ahead;
}

/** Sets the distances of a node that is exactly so many hops from the end, from neighbours one hop nearer. Returns whether any was set. */
function settle(net: PathNetwork, { any, link, body }: Distances, node: number, hops: number): boolean {
  let reached = false;
  const neighbours = net.neighbours[node] ?? [];
  const bodyHere = net.bodyHere[node] ?? [];
  const bodyThere = net.bodyThere[node] ?? [];
  const left = hops - 1;
  // No function is made inside the loop: it runs for each hop of the graph.
  for (let i = 0; i < neighbours.length; i += 1) {
    const next = neighbours[i] ?? -1;
    const isEnd = net.isTo[next] === 1;
    if (isEnd ? left !== 0 : net.closed[next] === 1) continue;
    const arriving = bodyThere[i] === 1 ? 1 : 0;
    const anyOnward = isEnd || any[next] === left;
    const linkOnward = isEnd || link[arriving][next] === left;
    const bodyOnward = !isEnd && body[arriving][next] === left;
    if (!anyOnward && !linkOnward && !bodyOnward) continue;
    if (anyOnward && put(any, node, hops)) reached = true;
    // Arriving by another hop, the node is no common body; arriving by a body hop, it is one where this hop is a body hop too.
    if (linkOnward && put(link[0], node, hops)) reached = true;
    if (bodyOnward && put(body[0], node, hops)) reached = true;
    if (bodyHere[i] === 1) {
      if (anyOnward && put(body[1], node, hops)) reached = true;
    } else {
      if (linkOnward && put(link[1], node, hops)) reached = true;
      if (bodyOnward && put(body[1], node, hops)) reached = true;
    }
  }
  return reached;
}

function put(into: Float64Array, node: number, hops: number): boolean {
  if (into[node] !== Infinity) return false;
  into[node] = hops;
  return true;
}
