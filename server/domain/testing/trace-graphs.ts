/** Trace graphs for tests, written as a list of hops. */
import type { EntityType } from '../model/lists.ts';
import type { TraceEntity, TraceGraph, TraceSegment } from '../tracing/trace-graph.ts';

export type HopBrief = Partial<TraceSegment> & { from: string; to: string };

/** Segments of hops. Unless a hop says otherwise it is a claim of its own (`c0`, `c1`…) of the group sponsorship: alleged, accusatory, with one origin. */
export function segmentsOfHops(hops: readonly HopBrief[]): TraceSegment[] {
  return hops.map((hop, i) => ({
    claim: `c${i}`,
    n: 0,
    group: 'sponsorship',
    predicate: 'p',
    rank: 1,
    origins: 1,
    uninvolvedOrigins: 0,
    traversed: true,
    within: false,
    accusatory: true,
    disputedOnly: false,
    ...hop,
  }));
}

/**
 * The graph of some hops. Every id is a Person unless `types` says otherwise.
 * @param same pairs that the curator decided to be the same
 */
export function graphOf(
  hops: readonly HopBrief[],
  types: Record<string, EntityType | Partial<TraceEntity>> = {},
  same: readonly (readonly [string, string])[] = [],
): TraceGraph {
  const segments = segmentsOfHops(hops);
  const entities = new Map<string, TraceEntity>();
  for (const id of [...segments.flatMap(({ from, to }) => [from, to]), ...same.flat()]) {
    const said = types[id] ?? 'Person';
    const rest = typeof said === 'string' ? { type: said } : said;
    entities.set(id, { type: 'Person', generic: false, aggregate: false, ...rest });
  }
  return { entities, segments, same: same.map(([a, b]) => ({ a, b, why: `${a} is ${b}` })) };
}
