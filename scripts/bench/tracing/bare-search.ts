/** A bare breadth-first search from both sides over the arrays of the compact graph, filtered beforehand, without order or paths: what any search over them costs at least. */
import type { HopTest, Passing } from '../../../server/domain/tracing/hop-test.ts';
import type { CompactGraph } from '../../../server/domain/tracing/compact/compact-graph.ts';

type Arrays = Pick<CompactGraph, 'starts' | 'neighbours' | 'types'>;

/** The arrays with only what a question may use, as the peers are given it: made before anything is timed. */
export function arraysFor({ starts, neighbours, words, joins, types }: CompactGraph, isHop: HopTest, { passes }: Passing): Arrays {
  const kept: Arrays = { starts: new Uint32Array(starts.length), neighbours: new Uint32Array(neighbours.length), types };
  let at = 0;
  for (let place = 0; place + 1 < starts.length; place += 1) {
    for (let e = starts[place]!; e < starts[place + 1]!; e += 1) {
      if (isHop(words[e]!, joins[e]!) && passes(place) && passes(neighbours[e]!)) {
        kept.neighbours[at] = neighbours[e]!;
        at += 1;
      }
    }
    kept.starts[place + 1] = at;
  }
  return kept;
}

/** @returns a function from ends, as numbers of entities, to the hops between them; -1 where there are more than `maxHops` */
export function bareSearch({ starts, neighbours, types }: Arrays, maxHops: number): (from: readonly number[], to: readonly number[]) => number {
  const met = [new Uint32Array(types.length), new Uint32Array(types.length)] as const;
  let run = 0;
  return (from, to) => {
    run += 1;
    const mark = run;
    let edges = [[...from], [...to]] as [number[], number[]];
    for (const side of [0, 1] as const) for (const place of edges[side]) met[side][place] = mark;
    if (from.some((place) => met[1][place] === mark)) return 0;
    const cost = (edge: readonly number[]) => edge.reduce((sum, place) => sum + starts[place + 1]! - starts[place]!, 0);
    for (let hops = 1; hops <= maxHops; hops += 1) {
      const side = cost(edges[0]) <= cost(edges[1]) ? 0 : 1;
      const [own, other] = [met[side], met[side === 0 ? 1 : 0]];
      const next: number[] = [];
      for (const place of edges[side]) {
        for (let e = starts[place]!; e < starts[place + 1]!; e += 1) {
          const neighbour = neighbours[e]!;
          if (own[neighbour] === mark) continue;
          if (other[neighbour] === mark) return hops;
          own[neighbour] = mark;
          next.push(neighbour);
        }
      }
      edges = side === 0 ? [next, edges[1]] : [edges[0], next];
    }
    return -1;
  };
}
