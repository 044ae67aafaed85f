/** The country claims tell of an entity: for grouping only, and never a finding. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';

/** In this order: the first that tells of one wins. Travel and birth tell of no belonging. */
export const COUNTRY_PREDICATES = ['citizen-of', 'organ-of', 'resident-of', 'located-in', 'took-place-in', 'part-of'] as const;
/** More than one country is told by the same kind of claim. */
const SEVERAL = 'several';
/** Bodies within bodies and places within places are followed so far. */
const STEPS = 4;

/** Country id by entity, or `several`; an entity no claim tells of is absent. Claims that are only disputed do not count. */
export function countryOf(ids: Iterable<string>, claims: readonly EdgeView[], nodes: ReadonlyMap<string, Pick<NodeView, 'type'>>): Map<string, string> {
  const told = new Map<string, Map<string, Set<string>>>();
  for (const edge of claims) {
    if (edge.rank < 0) continue;
    const of = told.get(edge.subject) ?? new Map<string, Set<string>>();
    told.set(edge.subject, of.set(edge.predicate, (of.get(edge.predicate) ?? new Set()).add(edge.object)));
  }
  const find = (id: string, steps: number): ReadonlySet<string> => {
    if (nodes.get(id)?.type === 'Country') return new Set([id]);
    if (steps === 0) return new Set();
    for (const predicate of COUNTRY_PREDICATES) {
      const found = new Set([...(told.get(id)?.get(predicate) ?? [])].flatMap((object) => [...find(object, steps - 1)]));
      if (found.size > 0) return found;
    }
    return new Set();
  };
  const out = new Map<string, string>();
  for (const id of ids) {
    const found = [...find(id, STEPS)];
    const [only] = found;
    if (only !== undefined) out.set(id, found.length > 1 ? SEVERAL : only);
  }
  return out;
}
