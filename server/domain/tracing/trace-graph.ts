/** The graph a trace runs on: entities with the fields that decide whether a path may pass them, and segments with the figures of their claim. */
import { holdersOf } from '../figures/filter-claims.ts';
import type { EntityType } from '../model/lists.ts';
import type { Figures, Segment } from '../model/figures.ts';
import type { Claim, Entity, Records } from '../model/records.ts';
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
  contested?: boolean;
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
  const segmentsOfClaim = segmenter(records, figures);
  const entities = new Map<string, TraceEntity>();
  for (const entity of records.entities.values()) entities.set(entity.id, traceEntity(entity));
  return { entities, segments: [...records.claims.values()].flatMap(segmentsOfClaim), same: sameDecisions(records) };
}

export const traceEntity = ({ type, generic = false, aggregate = false }: Entity): TraceEntity => ({ type, generic, aggregate });

export const sameDecisions = ({ identities }: Records): SameDecision[] => identities.filter(({ decision }) => decision === 'same');

/** The segments of a claim with the figures that a trace needs; none where the claim is not visible. */
export function segmenter(records: Records, figures: ReadonlyMap<string, Figures>): (claim: Claim) => TraceSegment[] {
  const lists = new Map<string, readonly string[]>();
  const typeOf = (id: string) => records.entities.get(id)?.type;
  return (claim) => {
    const shown = figures.get(claim.id);
    const predicate = records.predicates.get(claim.predicate);
    if (!shown?.visible || !predicate) return [];
    // Most claims are held alike: they share one list.
    const holding = holdersOf({ claim, figures: shown, records });
    const key = holding.join(' ');
    const datasets = lists.get(key) ?? holding;
    lists.set(key, datasets);
    return segmentsOf(claim, predicate, typeOf).map((segment) => ({
      ...segment,
      rank: shown.rank,
      origins: shown.origins,
      uninvolvedOrigins: shown.uninvolvedOrigins,
      traversed: predicate.traversed,
      within: predicate.within && !segment.at,
      accusatory: shown.accusatory,
      disputedOnly: shown.level === 'disputed-only',
      contested: shown.contested,
      datasets,
    }));
  };
}
