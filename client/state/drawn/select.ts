/** Selections computed from what is drawn: neighbours, the rest, by type, by number of neighbours, connected entities. */
import type { EntityType } from '../../../server/domain/model/lists.ts';
import type { Drawn } from './drawn.ts';
import type { Selection } from '../view.ts';

const entities = (ids: Iterable<string>): Selection => ({ entities: [...new Set(ids)].toSorted(), claims: [] });

/** Drawn neighbours of an entity. */
export function neighboursOf(view: Drawn, id: string): string[] {
  const near = new Set<string>();
  for (const edge of view.touching.get(id) ?? [])
    for (const { from, to } of edge.segments) {
      if (from === id) near.add(to);
      if (to === id) near.add(from);
    }
  near.delete(id);
  return [...near].toSorted();
}

/** The selection with the neighbours of its entities. */
export function withNeighbours(view: Drawn, selected: readonly string[]): Selection {
  return { entities: [...new Set([...selected, ...selected.flatMap((id) => neighboursOf(view, id))])], claims: [] };
}

export function inverted(view: Drawn, selected: readonly string[]): Selection {
  const now = new Set(selected);
  return entities(view.nodes.map((node) => node.id).filter((id) => !now.has(id)));
}

export function everything(view: Drawn): Selection {
  return entities(view.nodes.map((node) => node.id));
}

export function ofType(view: Drawn, types: readonly EntityType[]): Selection {
  return entities(view.nodes.filter((node) => types.includes(node.type)).map((node) => node.id));
}

/** Entities with at least so many drawn neighbours. */
export function ofDegree(view: Drawn, min: number): Selection {
  return entities(view.nodes.map((node) => node.id).filter((id) => neighboursOf(view, id).length >= min));
}

/** Entities without any edge. */
export function unlinked(view: Drawn): Selection {
  return entities(view.nodes.map((node) => node.id).filter((id) => (view.touching.get(id) ?? []).length === 0));
}

/** Everything connected with these entities by drawn edges. */
export function componentOf(view: Drawn, selected: readonly string[]): Selection {
  const found = new Set(selected);
  const open = [...selected];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const near of neighboursOf(view, id))
      if (!found.has(near)) {
        found.add(near);
        open.push(near);
      }
  return entities(found);
}
