/** The hops of a trace: for each pair of neighbours the segments that may join them, direction ignored. */
import type { TraceSwitches } from '../model/questions.ts';
import type { SamePlaces } from './same-places.ts';
import type { TraceSegment } from './trace-graph.ts';
import { isHop } from './trace-switches.ts';

/** By place, then by neighbouring place; both directions share one list. */
export type HopIndex = ReadonlyMap<string, ReadonlyMap<string, readonly TraceSegment[]>>;

/** A segment that joins a place to itself is no hop. */
export function hopIndex(segments: Iterable<TraceSegment>, switches: Required<TraceSwitches>, places: Pick<SamePlaces, 'of'>): HopIndex {
  const index = new Map<string, Map<string, TraceSegment[]>>();
  const at = (id: string) => {
    const known = index.get(id) ?? new Map<string, TraceSegment[]>();
    index.set(id, known);
    return known;
  };
  for (const segment of segments) {
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
