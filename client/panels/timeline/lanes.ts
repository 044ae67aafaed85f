/** The lanes of the timeline and their lines: claims by plot and measure, by who they are about, or by whose word they are; the undated ones in a lane of their own. */
import type { EntityType } from '../../../server/domain/model/lists.ts';
import { entitiesOfEdge } from '../../../server/domain/picturing/drawn/drawable.ts';
import type { TimeLanes } from '../../state/view.ts';
import type { TimedClaim } from './time-marks.ts';

const TYPES: Readonly<Record<Exclude<TimeLanes, 'voices'>, ReadonlySet<EntityType>>> = {
  plots: new Set(['Plot', 'Event', 'Case', 'Measure']),
  people: new Set(['Person', 'Group', 'Gang', 'Agency', 'Organization', 'Country']),
};
export interface Lane {
  /** An id of an entity or a voice; `''`: none is named; the lane of the undated has one that no record can have. */
  id: string;
  /** Claims with a date, by their first day. */
  dated: TimedClaim[];
  /** Claims without one: they stand in the lane of the undated. */
  undated: TimedClaim[];
}
/** No id of a record: it has a space. */
export const UNDATED = 'not dated';

/** A claim stands in every lane that it names. Lanes come by their first day; those without a date last. */
export function lanesOf(claims: readonly TimedClaim[], by: TimeLanes, typeOf: (id: string) => EntityType | undefined): Lane[] {
  const lanes = new Map<string, Lane>();
  const inOrder = claims.toSorted((a, b) => (a.first ?? Infinity) - (b.first ?? Infinity) || (a.claim.id < b.claim.id ? -1 : 1));
  for (const timed of inOrder) {
    const { claim } = timed;
    const named =
      by === 'voices'
        ? claim.originVoices
        : entitiesOfEdge(claim).filter((id) => {
            const type = typeOf(id);
            return type !== undefined && TYPES[by].has(type);
          });
    for (const id of named.length > 0 ? new Set(named) : ['']) {
      const lane = lanes.get(id) ?? { id, dated: [], undated: [] };
      lanes.set(id, lane);
      (timed.first === undefined ? lane.undated : lane.dated).push(timed);
    }
  }
  const key = ({ id, dated }: Lane): [number, number, string] => [id === '' ? 1 : 0, dated[0]?.first ?? Infinity, id];
  const sorted = [...lanes.values()].toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    return x[0] - y[0] || (x[1] === y[1] ? 0 : x[1] - y[1]) || (x[2] < y[2] ? -1 : 1);
  });
  const undated = inOrder.filter(({ first }) => first === undefined);
  return undated.length === 0 ? sorted : [...sorted, { id: UNDATED, dated: [], undated }];
}

export type Line = { key: string; lane: Lane; open: boolean; claim?: undefined } | { key: string; lane: Lane; claim: TimedClaim };
/** A line for each lane, and below each open one a line for each of its claims. */
export function linesOf(lanes: readonly Lane[], isOpen: (lane: Lane) => boolean): Line[] {
  return lanes.flatMap((lane): Line[] => {
    const open = isOpen(lane);
    const below = open ? (lane.id === UNDATED ? lane.undated : lane.dated) : [];
    return [{ key: `lane ${lane.id}`, lane, open }, ...below.map((claim): Line => ({ key: `claim ${lane.id} ${claim.claim.id}`, lane, claim }))];
  });
}
