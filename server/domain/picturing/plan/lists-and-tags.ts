/** Which lines of a network need not be drawn: those to entities in a list under their hub, and those of a hub that end as a tag at the other entity. */
import type { shownPairs } from './folds.ts';
import { otherOf } from './network.ts';
import type { DrawnEntity, Lane } from '../picture.ts';

export type ShownPair = ReturnType<typeof shownPairs>[number];

export interface List {
  id: string;
  hub: string;
  lane: Lane;
  members: { id: string; pair: ShownPair }[];
}
export interface Reduced {
  lists: List[];
  /** Entity → pairs that end at it as tags, with the hub. */
  tags: Map<string, { hub: string; pair: ShownPair }[]>;
  /** Pairs that are drawn as lines. */
  lines: ShownPair[];
}

/** Fewest members of all lists of a hub, and fewest lines of a hub with tags. A star is a network half of whose lines lead to one entity. */
const FEWEST = { listed: 3, listedInStar: 2, tagged: 12, taggedInStar: 4 };
/** A list of one lane with fewer is not worth a frame. */
const FEWEST_IN_LANE = 2;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface ReduceRules {
  /** Whether an entity may stand in a list: it is not chosen, and not placed by hand. */
  free: (id: string) => boolean;
  /** Pairs that end as tags, whatever their hub, by key: their lines would cross too many others. */
  tagged?: ReadonlySet<string>;
  /** Pairs that are shown already. */
  shown?: ReadonlySet<ShownPair>;
  /** Where entities come to a picture: those that come. Lists and tags are theirs alone, and the list of a hub is one, whatever the lanes. */
  coming?: ReadonlySet<string>;
}

export function reduce(entities: ReadonlyMap<string, DrawnEntity>, pairs: readonly ShownPair[], { free, shown, coming, tagged }: ReduceRules): Reduced {
  const near = new Map<string, ShownPair[]>([...entities.keys()].map((id) => [id, []]));
  for (const pair of pairs) for (const id of [pair.a, pair.b]) near.get(id)!.push(pair);
  const size = (id: string): number => near.get(id)!.length;
  const isStar = (id: string): boolean => size(id) * 2 >= pairs.length && size(id) >= FEWEST.tagged;
  const hubs = [...entities.keys()].filter((id) => size(id) > 1).toSorted((a, b) => size(b) - size(a) || compare(a, b));
  const rank = new Map(hubs.map((id, i) => [id, i]));
  const gone = new Set<ShownPair>(shown);
  const mayChange = (id: string): boolean => coming === undefined || coming.has(id);
  const lists: List[] = [];
  for (const hub of hubs) {
    const members = near
      .get(hub)!
      .filter((pair) => !pair.held && !gone.has(pair))
      .map((pair) => ({ id: otherOf(pair, hub), pair }))
      .filter(({ id }) => size(id) === 1 && free(id) && mayChange(id));
    if (members.length < (isStar(hub) ? FEWEST.listedInStar : FEWEST.listed)) continue;
    if (coming) {
      const [first] = members.toSorted((a, b) => compare(a.id, b.id));
      lists.push({ id: `list ${hub} with ${first!.id}`, hub, lane: entities.get(first!.id)!.lane, members });
      for (const { pair } of members) gone.add(pair);
      continue;
    }
    for (const lane of new Set(members.map(({ id }) => entities.get(id)!.lane))) {
      const inLane = members.filter(({ id }) => entities.get(id)!.lane === lane);
      if (inLane.length < FEWEST_IN_LANE) continue;
      lists.push({ id: `list ${hub} ${lane}`, hub, lane, members: inLane });
      for (const { pair } of inLane) gone.add(pair);
    }
  }
  const tags: Reduced['tags'] = new Map();
  for (const hub of hubs) {
    const far = near
      .get(hub)!
      .map((pair) => ({ pair, at: otherOf(pair, hub) }))
      .filter(({ at, pair }) => size(at) > 1 && !pair.held && !gone.has(pair) && (rank.get(at) ?? 0) > rank.get(hub)! && mayChange(at));
    if (size(hub) < (isStar(hub) ? FEWEST.taggedInStar : FEWEST.tagged)) continue;
    for (const { pair, at } of far) {
      tags.set(at, [...(tags.get(at) ?? []), { hub, pair }]);
      gone.add(pair);
    }
  }
  for (const pair of pairs) {
    if (!tagged?.has(pair.key) || pair.held || gone.has(pair)) continue;
    const [hub, at] = size(pair.a) >= size(pair.b) ? [pair.a, pair.b] : [pair.b, pair.a];
    tags.set(at, [...(tags.get(at) ?? []), { hub, pair }]);
    gone.add(pair);
  }
  return { lists: lists.toSorted((a, b) => compare(a.id, b.id)), tags, lines: pairs.filter((pair) => !gone.has(pair)) };
}
