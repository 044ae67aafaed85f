/** Distances from every place to the end of a trace, so that the search takes no step from which the end cannot be reached. */
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

const FLAGS = [0, 1] as const;

/** Breadth-first search backwards from the ends of the trace, up to `maxHops`. */
export function distances(net: PathNetwork, maxHops: number): Distances {
  const fresh = () => new Float64Array(net.ids.length).fill(Infinity);
  const ahead = { any: fresh(), link: [fresh(), fresh()], body: [fresh(), fresh()] } as const;
  for (let hops = 1; hops < maxHops; hops += 1) {
    let reached = false;
    for (let node = 0; node < net.ids.length; node += 1) {
      if (!net.closed[node] && settle(net, ahead, node, hops)) reached = true;
    }
    // Each distance follows from distances one hop smaller, so a level that sets nothing new ends the search.
    if (!reached && hops > 1) break;
  }
  return ahead;
}

/** Sets the distances of a node that is exactly so many hops from the end, from neighbours one hop nearer. Returns whether any was set. */
function settle(net: PathNetwork, ahead: Distances, node: number, hops: number): boolean {
  let reached = false;
  const neighbours = net.neighbours[node] ?? [];
  const put = (into: Float64Array) => {
    if (into[node] !== Infinity) return;
    into[node] = hops;
    reached = true;
  };
  for (let i = 0; i < neighbours.length; i += 1) {
    const next = neighbours[i] ?? -1;
    const isEnd = net.isTo[next] === 1;
    if (!isEnd && net.closed[next]) continue;
    const onward = (from: Float64Array) => (isEnd ? hops === 1 : from[next] === hops - 1);
    const arriving = net.bodyThere[node]?.[i] === 1 ? 1 : 0;
    if (onward(ahead.any)) put(ahead.any);
    for (const flag of FLAGS) {
      const common = flag === 1 && net.bodyHere[node]?.[i] === 1;
      if (common) {
        if (onward(ahead.any)) put(ahead.body[flag]);
      } else {
        if (onward(ahead.link[arriving])) put(ahead.link[flag]);
        if (!isEnd && ahead.body[arriving][next] === hops - 1) put(ahead.body[flag]);
      }
    }
  }
  return reached;
}
