/** A trace graph as numbers: who neighbours whom by claims that may be hops, and which entities stand closed inside a path. */
import { isBodyHop } from './common-body.ts';
import { hopIndex } from './hop-index.ts';
import type { TraceSwitches } from '../model/questions.ts';
import type { TraceGraph } from './trace-graph.ts';
import { mayPass } from './trace-switches.ts';

/** Nodes are numbered in the order of their ids, so that numeric order is the order of ids. */
export interface PathNetwork {
  ids: readonly string[];
  neighbours: readonly (readonly number[])[];
  /** For each neighbour: 1 where the hop is a body hop at the node itself, or at the neighbour (`common-body`). */
  bodyHere: readonly (readonly number[])[];
  bodyThere: readonly (readonly number[])[];
  from: readonly number[];
  isFrom: Uint8Array;
  isTo: Uint8Array;
  /** 1: no path passes through it. */
  closed: Uint8Array;
  /** 1: closed by the degree limit alone. */
  isHub: Uint8Array;
}

export function pathNetwork(graph: TraceGraph, from: readonly string[], to: readonly string[], switches: Required<TraceSwitches>): PathNetwork {
  const ids = [...graph.entities.keys()].sort();
  const numberOf = new Map(ids.map((id, i) => [id, i]));
  const hops = hopIndex(graph.segments, switches);
  const degrees = degreesOf(graph);
  const neighbours: number[][] = [];
  const bodyHere: number[][] = [];
  const bodyThere: number[][] = [];
  const closed = new Uint8Array(ids.length);
  const isHub = new Uint8Array(ids.length);
  const isFrom = flags(from, numberOf, ids.length);
  const isTo = flags(to, numberOf, ids.length);
  ids.forEach((id, node) => {
    const entity = graph.entities.get(id);
    const joined = [...(hops.get(id) ?? [])]
      .map(([other, segments]) => ({ other, n: numberOf.get(other) ?? -1, segments }))
      .filter(({ n }) => n >= 0)
      .sort((a, b) => a.n - b.n);
    neighbours.push(joined.map(({ n }) => n));
    bodyHere.push(joined.map(({ segments }) => (isBodyHop(id, entity?.type, segments) ? 1 : 0)));
    bodyThere.push(joined.map(({ other, segments }) => (isBodyHop(other, graph.entities.get(other)?.type, segments) ? 1 : 0)));
    const isEnd = isFrom[node] === 1 || isTo[node] === 1;
    const passes = entity !== undefined && mayPass(entity, switches);
    const overLimit = (entity?.degree ?? degrees.get(id) ?? 0) > switches.degreeLimit;
    closed[node] = isEnd || !passes || overLimit ? 1 : 0;
    isHub[node] = !isEnd && passes && overLimit ? 1 : 0;
  });
  const starts = ids.map((_, node) => node).filter((node) => isFrom[node] === 1);
  return { ids, neighbours, bodyHere, bodyThere, from: starts, isFrom, isTo, closed, isHub };
}

function flags(wanted: readonly string[], numberOf: ReadonlyMap<string, number>, size: number): Uint8Array {
  const marked = new Uint8Array(size);
  for (const id of wanted) {
    const node = numberOf.get(id);
    if (node !== undefined) marked[node] = 1;
  }
  return marked;
}

/** All segments count, of whatever group: the limit is on the entity, not on the question. */
function degreesOf(graph: TraceGraph): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of graph.segments) {
    for (const id of new Set([from, to])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  return degrees;
}
