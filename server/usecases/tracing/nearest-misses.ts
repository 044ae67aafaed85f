/** What would link two sets of entities that no path links as they were asked for: one switch set otherwise, and the path that is then found. */
import { TRACE_LIMITS } from '../../contract/records.ts';
import type { TraceSwitches } from '../../domain/model/questions.ts';
import { hopIndex } from '../../domain/tracing/hop-index.ts';
import { rankPathsInSlices, type TracePath } from '../../domain/tracing/rank-paths.ts';
import { relaxations, type Relaxation } from '../../domain/tracing/relaxations.ts';
import { samePlaces } from '../../domain/tracing/same-places.ts';
import type { TraceGraph } from '../../domain/tracing/trace-graph.ts';
import { mayPass } from '../../domain/tracing/trace-switches.ts';
import type { Graph } from '../../graph/graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';

export interface NearestMiss extends Relaxation {
  path: TracePath;
  /** Hops of the path, by index, that do not pass as was asked. */
  hops: number[];
  /** Entities of the path, its ends aside, that may not be passed as was asked. */
  passed: string[];
}

/** Paths from which the one is taken that needs the fewest hops or entities beyond what was asked. */
const LOOKED_AT = 50;

/** @param isOver where the time is over nothing further is tried */
export async function nearestMisses(
  graph: Graph,
  ends: { from: readonly string[]; to: readonly string[] },
  switches: Required<TraceSwitches>,
  isOver: () => boolean = () => false,
): Promise<NearestMiss[]> {
  const found: NearestMiss[] = [];
  for (const list of relaxations(switches, TRACE_LIMITS)) {
    for (const relaxation of list) {
      if (isOver()) return found;
      const relaxed = { ...switches, ...relaxation.change, most: LOOKED_AT };
      const answer = await graph.hops({ ...ends, switches: relaxed, pathsOnly: true, isOver });
      const { paths } = await runInSlices(rankPathsInSlices(answer.search.paths, answer.graph, relaxed, ends));
      const beyond = beyondAsked(answer.graph, switches);
      const [nearest] = paths.map((path) => ({ path, ...beyond(path) })).sort((a, b) => a.hops.length + a.passed.length - b.hops.length - b.passed.length);
      if (!nearest) continue;
      found.push({ ...relaxation, ...nearest });
      break;
    }
  }
  return found;
}

/** What of a path in this graph does not pass by the switches that were asked for. */
function beyondAsked(graph: TraceGraph, switches: Required<TraceSwitches>): (path: TracePath) => Pick<NearestMiss, 'hops' | 'passed'> {
  const places = samePlaces(graph.same);
  const index = hopIndex(graph.segments, switches, places);
  const isOpen = (id: string) => {
    const entity = graph.entities.get(id);
    if (!entity || switches.mustAvoid.includes(id)) return false;
    return mayPass(entity, switches) && (entity.degree ?? 0) <= switches.degreeLimit;
  };
  return ({ hops, entities }) => ({
    hops: hops.flatMap(({ from, to }, i) => (index.get(places.of(from))?.has(places.of(to)) ? [] : [i])),
    passed: entities.slice(1, -1).filter((id) => !isOpen(id)),
  });
}
