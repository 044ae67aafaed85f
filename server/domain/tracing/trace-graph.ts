/** The graph a trace runs on: entities with the fields that decide whether a path may pass them, and segments with the figures of their claim. */
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import { holdersOf } from '../figures/filter-claims.ts';
import type { EntityType } from '../model/lists.ts';
import type { Figures, Segment } from '../model/figures.ts';
import type { Records } from '../model/records.ts';
import { segmentsOf } from '../model/segments.ts';
import type { SameDecision } from './same-places.ts';

export interface TraceEntity {
  type: EntityType;
  generic: boolean;
  aggregate: boolean;
  /** Number of segments at the entity. Given where the graph does not hold all of them; else they are counted. */
  degree?: number;
}
/** A segment with the figures of its claim that a trace needs. */
export type TraceSegment = Segment & {
  rank: number;
  origins: number;
  uninvolvedOrigins: number;
  traversed: boolean;
  /** The predicate is marked `within`, and `to` is the upper end. */
  within: boolean;
  accusatory: boolean;
  disputedOnly: boolean;
  /** The datasets that hold the claim; absent where all the graph was fetched for those asked for. */
  datasets?: readonly string[];
};
export interface TraceGraph {
  entities: ReadonlyMap<string, TraceEntity>;
  segments: readonly TraceSegment[];
  /**
   * The curator's decisions `same`. Every entity that a decision joins to one of the graph must be in the graph too, because it also decides whether the place
   * may be passed.
   */
  same: readonly SameDecision[];
}

/** The trace graph of some records, at the clocks of the figures. Claims that are not visible give no segment. */
export function traceGraph(records: Records, figures: ReadonlyMap<string, Figures>): TraceGraph {
  return inOneGo(traceGraphInSlices(records, figures));
}

/** The same in slices. */
export function* traceGraphInSlices(records: Records, figures: ReadonlyMap<string, Figures>): InSlices<TraceGraph> {
  const entities = new Map<string, TraceEntity>();
  for (const { id, type, generic = false, aggregate = false } of records.entities.values()) {
    entities.set(id, { type, generic, aggregate });
    yield;
  }
  const lists = new Map<string, readonly string[]>();
  const typeOf = (id: string) => records.entities.get(id)?.type;
  const segments: TraceSegment[] = [];
  for (const claim of records.claims.values()) {
    yield;
    const shown = figures.get(claim.id);
    const predicate = records.predicates.get(claim.predicate);
    if (!shown?.visible || !predicate) continue;
    // Most claims are held alike: they share one list.
    const holding = holdersOf({ claim, figures: shown, records });
    const key = holding.join(' ');
    const datasets = lists.get(key) ?? holding;
    lists.set(key, datasets);
    for (const segment of segmentsOf(claim, predicate, typeOf)) {
      segments.push({
        ...segment,
        rank: shown.rank,
        origins: shown.origins,
        uninvolvedOrigins: shown.uninvolvedOrigins,
        traversed: predicate.traversed,
        within: predicate.within && !segment.at,
        accusatory: shown.accusatory,
        disputedOnly: shown.level === 'disputed-only',
        datasets,
      });
    }
  }
  return { entities, segments, same: records.identities.filter(({ decision }) => decision === 'same') };
}
