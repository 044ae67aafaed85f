/** A trace graph with numbers for ids: which places are neighbours by claims that may be hops, and which a path may not pass. */
import { isBodyHop } from './common-body.ts';
import { hopsOfGraph, cachedByGraph } from './hop-index.ts';
import type { InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { samePlaces } from './same-places.ts';
import type { TraceGraph } from './trace-graph.ts';
import { mayPass } from './trace-switches.ts';

/** Nodes are places, numbered in the order of their ids, so that comparing numbers compares ids. */
export interface PathNetwork {
  ids: readonly string[];
  /** Entities of each place: one, or those decided the same. */
  members: readonly (readonly string[])[];
  neighbours: readonly (readonly number[])[];
  /** For each neighbour 1 where the hop is a body hop (`common-body`): at the node itself in `bodyHere`, at the neighbour in `bodyThere`. */
  bodyHere: readonly (readonly number[])[];
  bodyThere: readonly (readonly number[])[];
  from: readonly number[];
  to: readonly number[];
  isFrom: Uint8Array;
  isTo: Uint8Array;
  /** 1 where no path passes because of type, `generic`, `aggregate` or degree. */
  barred: Uint8Array;
  /** 1 where no path of this trace passes: barred, or one of the ends. */
  closed: Uint8Array;
  /** Entities of a place that is closed only because of their degree; else empty. */
  hubs: readonly (readonly string[])[];
}

/** The part of a network that does not depend on the ends of the trace. */
type Passages = Pick<PathNetwork, 'ids' | 'members' | 'neighbours' | 'bodyHere' | 'bodyThere' | 'barred' | 'hubs'> & {
  numberOf: ReadonlyMap<string, number>;
  placeOf(entity: string): string;
};

/** Cached for each graph by the switches that decide what may be passed. */
const passagesOf = cachedByGraph(
  buildPassages,
  ({ groups, standingAtLeast, uninvolvedAtLeast, datasets, throughTypes, throughGeneric, throughAggregate, degreeLimit }) => [
    groups,
    standingAtLeast,
    uninvolvedAtLeast,
    datasets,
    throughTypes,
    throughGeneric,
    throughAggregate,
    degreeLimit,
  ],
);

/** The first for a graph and switches looks at all of it, in slices. */
export function* pathNetwork(graph: TraceGraph, from: readonly string[], to: readonly string[], switches: Required<TraceSwitches>): InSlices<PathNetwork> {
  const { numberOf, placeOf, ...passages } = yield* passagesOf(graph, switches);
  const size = passages.ids.length;
  const isFrom = flags(from.map(placeOf), numberOf, size);
  const isTo = flags(to.map(placeOf), numberOf, size);
  const isEnd = (node: number) => isFrom[node] === 1 || isTo[node] === 1;
  const marked = (flag: Uint8Array) => passages.ids.map((_, node) => node).filter((node) => flag[node] === 1);
  return {
    ...passages,
    from: marked(isFrom),
    to: marked(isTo),
    isFrom,
    isTo,
    closed: passages.barred.map((is, node) => (isEnd(node) ? 1 : is)),
    hubs: passages.hubs.map((over, node) => (isEnd(node) ? [] : over)),
  };
}

function* buildPassages(graph: TraceGraph, switches: Required<TraceSwitches>): InSlices<Passages> {
  const places = samePlaces(graph.same);
  const byPlace = new Map<string, string[]>();
  for (const id of [...graph.entities.keys()].sort()) {
    const place = places.of(id);
    const known = byPlace.get(place);
    if (known) known.push(id);
    else byPlace.set(place, [id]);
    yield;
  }
  const ids = [...byPlace.keys()].sort();
  const numberOf = new Map(ids.map((id, i) => [id, i]));
  const hops = yield* hopsOfGraph(graph, switches);
  const typeOf = (id: string) => graph.entities.get(id)?.type;
  const isOf = (place: string) => (id: string) => places.of(id) === place;
  const degrees = yield* degreesOf(graph);
  const members = ids.map((id) => byPlace.get(id) ?? []);
  const neighbours: number[][] = [];
  const bodyHere: number[][] = [];
  const bodyThere: number[][] = [];
  const barred = new Uint8Array(ids.length);
  const hubs: string[][] = [];
  for (const [node, id] of ids.entries()) {
    yield;
    const joined = [...(hops.get(id) ?? [])]
      .map(([other, segments]) => ({ other, n: numberOf.get(other) ?? -1, segments }))
      .filter(({ n }) => n >= 0)
      .sort((a, b) => a.n - b.n);
    neighbours.push(joined.map(({ n }) => n));
    bodyHere.push(joined.map(({ segments }) => (isBodyHop(isOf(id), typeOf, segments) ? 1 : 0)));
    bodyThere.push(joined.map(({ other, segments }) => (isBodyHop(isOf(other), typeOf, segments) ? 1 : 0)));
    const here = members[node] ?? [];
    // A place is passed only if each of its entities may be passed.
    const passes = here.every((one) => {
      const entity = graph.entities.get(one);
      return entity !== undefined && mayPass(entity, switches);
    });
    const over = here.filter((one) => (graph.entities.get(one)?.degree ?? degrees.get(one) ?? 0) > switches.degreeLimit);
    barred[node] = !passes || over.length > 0 ? 1 : 0;
    hubs.push(passes ? over : []);
  }
  return { ids, members, neighbours, bodyHere, bodyThere, barred, hubs, numberOf, placeOf: places.of };
}

function flags(wanted: readonly string[], numberOf: ReadonlyMap<string, number>, size: number): Uint8Array {
  const marked = new Uint8Array(size);
  for (const id of wanted) {
    const node = numberOf.get(id);
    if (node !== undefined) marked[node] = 1;
  }
  return marked;
}

/** Number of segments at each entity. Segments of every group count, because the degree limit is about the entity and not about what was asked. */
function* degreesOf(graph: TraceGraph): InSlices<Map<string, number>> {
  const degrees = new Map<string, number>();
  for (const { from, to } of graph.segments) {
    for (const id of new Set([from, to])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
    yield;
  }
  return degrees;
}
