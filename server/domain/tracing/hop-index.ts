/** The hops of a trace: for each pair of neighbours the segments that may join them, direction ignored. */
import type { TraceSwitches } from '../model/questions.ts';
import type { TraceSegment } from './trace-graph.ts';
import { isHop } from './trace-switches.ts';

/** By entity, then by neighbour; both directions share one list. */
export type HopIndex = ReadonlyMap<string, ReadonlyMap<string, readonly TraceSegment[]>>;

/** A segment that joins an entity to itself is no hop. */
export function hopIndex(segments: Iterable<TraceSegment>, switches: Required<TraceSwitches>): HopIndex {
  const index = new Map<string, Map<string, TraceSegment[]>>();
  const at = (id: string) => {
    const known = index.get(id) ?? new Map<string, TraceSegment[]>();
    index.set(id, known);
    return known;
  };
  for (const segment of segments) {
    if (segment.from === segment.to || !isHop(segment, switches)) continue;
    const joined = at(segment.from).get(segment.to);
    if (joined) {
      joined.push(segment);
      continue;
    }
    const list = [segment];
    at(segment.from).set(segment.to, list);
    at(segment.to).set(segment.from, list);
  }
  return index;
}
