/** The hops of a trace: for each pair of neighbouring places the segments that may join them, direction ignored. */
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { samePlaces, type SamePlaces } from './same-places.ts';
import type { TraceGraph, TraceSegment } from './trace-graph.ts';
import { isHop } from './trace-switches.ts';

/** Place → neighbouring place → segments. Both directions share one list. */
export type HopIndex = ReadonlyMap<string, ReadonlyMap<string, readonly TraceSegment[]>>;

/** Segments from a place to itself are left out. */
export function hopIndex(segments: Iterable<TraceSegment>, switches: Required<TraceSwitches>, places: Pick<SamePlaces, 'of'>): HopIndex {
  return inOneGo(hopIndexInSlices(segments, switches, places));
}

function* hopIndexInSlices(segments: Iterable<TraceSegment>, switches: Required<TraceSwitches>, places: Pick<SamePlaces, 'of'>): InSlices<HopIndex> {
  const index = new Map<string, Map<string, TraceSegment[]>>();
  const at = (id: string) => {
    const known = index.get(id) ?? new Map<string, TraceSegment[]>();
    index.set(id, known);
    return known;
  };
  for (const segment of segments) {
    yield;
    const [from, to] = [places.of(segment.from), places.of(segment.to)];
    if (from === to || !isHop(segment, switches)) continue;
    const joined = at(from).get(to);
    if (joined) {
      joined.push(segment);
      continue;
    }
    const list = [segment];
    at(from).set(to, list);
    at(to).set(from, list);
  }
  return index;
}

/** Caches what is computed from a graph and its switches for as long as the graph lives, because one snapshot is traced many times. */
export function cachedByGraph<G extends object, T>(
  make: (graph: G, switches: Required<TraceSwitches>) => InSlices<T>,
  keyOf: (switches: Required<TraceSwitches>) => unknown,
) {
  const kept = new WeakMap<G, Map<string, T>>();
  return function* (graph: G, switches: Required<TraceSwitches>): InSlices<T> {
    const of = kept.get(graph) ?? new Map<string, T>();
    kept.set(graph, of);
    const key = JSON.stringify(keyOf(switches));
    const known = of.get(key);
    if (known !== undefined) return known;
    const made = yield* make(graph, switches);
    const [oldest] = of.keys();
    if (of.size >= MOST_CACHED && oldest !== undefined) of.delete(oldest);
    of.set(key, made);
    return made;
  };
}
/** Switch settings cached for each graph; most traces use the default. */
const MOST_CACHED = 4;

/** The hops of a whole graph. The result is cached: do not change it. */
export const hopsOfGraph = cachedByGraph(
  (graph: Pick<TraceGraph, 'segments' | 'same'>, switches) => hopIndexInSlices(graph.segments, switches, samePlaces(graph.same)),
  ({ groups, standingAtLeast, uninvolvedAtLeast, originsAtLeast, uncontested, datasets }) => [
    groups,
    standingAtLeast,
    uninvolvedAtLeast,
    originsAtLeast,
    uncontested,
    datasets,
  ],
);
