/** The same questions asked of graphology. */
import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { FIRM_RANK, type BenchQuestion } from './questions.ts';
import { generatedClaims, idOf } from './generated-graph.ts';

/** Beyond this many entities its graphs take more memory than the bench may. */
const MOST_ENTITIES = 200_000;

/** @returns undefined where the graph is too large for it; else a function that answers one pair, undefined where it has no such question */
export function graphologyPeer(entities: number, seed: number, degreeLimit: number): ((question: BenchQuestion, at: number) => number | undefined) | undefined {
  if (entities > MOST_ENTITIES) return undefined;
  const degrees = new Uint32Array(entities);
  for (const { from, to } of generatedClaims(entities, seed)) {
    degrees[from]! += 1;
    degrees[to]! += 1;
  }
  const graphs = [false, true].map((isFiltered) => {
    const graph = new UndirectedGraph();
    for (let n = 0; n < entities; n += 1) graph.addNode(idOf(n));
    for (const { from, to, rank } of generatedClaims(entities, seed)) {
      const isKept = rank >= FIRM_RANK && degrees[from]! <= degreeLimit && degrees[to]! <= degreeLimit;
      if (!isFiltered || isKept) graph.mergeEdge(idOf(from), idOf(to));
    }
    return graph;
  });
  return ({ kind, filtered, ends }, at) => {
    const { from, to } = ends[at]!;
    if (kind !== 'shortest') return undefined;
    return bidirectional(graphs[filtered ? 1 : 0]!, idOf(from[0]!), idOf(to[0]!))?.length ?? 0;
  };
}
