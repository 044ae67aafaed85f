/** What is to be drawn as a network of pairs: entities, and the joins of each two of them. Everything is in the order of ids. */
import { byId } from '../../model/by-id.ts';
import { pairOf } from '../drawn/pairs.ts';
import type { DrawnEntity, Join } from '../picture.ts';

export interface Pair {
  /** Both ids, sorted, with a space between. */
  key: string;
  a: string;
  b: string;
  /** Best first. */
  joins: Join[];
}
export interface Network {
  entities: ReadonlyMap<string, DrawnEntity>;
  pairs: ReadonlyMap<string, Pair>;
  /** Entity → neighbour → their pair. */
  near: ReadonlyMap<string, ReadonlyMap<string, Pair>>;
  /** Joins that lead to no other entity, by entity: open ends and claims about an entity and itself. */
  ending: ReadonlyMap<string, readonly Join[]>;
}

/** The order in which joins of one place are shown: the firmest first. */
export const byRank = <T extends Join>(list: Iterable<T>): T[] => [...list].toSorted((a, b) => b.rank - a.rank || b.claims - a.claims || byId(a, b));

/** The entity at the other end of a pair. */
export const otherOf = (pair: Pick<Pair, 'a' | 'b'>, id: string): string => (pair.a === id ? pair.b : pair.a);

/** Joins of an entity that is not drawn are left out. */
export function networkOf(entities: readonly DrawnEntity[], joins: readonly Join[]): Network {
  const known = new Map(entities.toSorted(byId).map((entity) => [entity.id, entity]));
  const pairs = new Map<string, Pair>();
  const near = new Map<string, Map<string, Pair>>([...known.keys()].map((id) => [id, new Map()]));
  const ending = new Map<string, Join[]>();
  for (const join of byRank(joins)) {
    const { source, target } = join;
    if (!known.has(source) || (target !== undefined && !known.has(target))) continue;
    if (target === undefined || target === source) {
      ending.set(source, [...(ending.get(source) ?? []), join]);
      continue;
    }
    const key = pairOf({ from: source, to: target });
    const pair = pairs.get(key) ?? { key, a: source < target ? source : target, b: source < target ? target : source, joins: [] };
    pair.joins.push(join);
    pairs.set(key, pair);
    near.get(source)!.set(target, pair);
    near.get(target)!.set(source, pair);
  }
  const sorted = [...pairs.values()].toSorted((x, y) => (x.key < y.key ? -1 : 1));
  return { entities: known, pairs: new Map(sorted.map((pair) => [pair.key, pair])), near, ending };
}
