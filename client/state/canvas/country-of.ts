/** The country that claims give to an entity. Used for grouping only; it is no finding. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { entityObject } from '../../../server/domain/model/claim-ends.ts';

/** In the order of precedence. Travel and birth do not count. */
export const COUNTRY_PREDICATES = ['citizen-of', 'organ-of', 'resident-of', 'located-in', 'took-place-in', 'part-of'] as const;
/** Claims of the same kind give more than one country. */
const SEVERAL = 'several';
/** How many steps from body to body and place to place are followed. */
const STEPS = 4;

/** Entity → country id, or `several`; entities without such a claim are absent. Claims that are disputed only do not count. */
export function countryOf(ids: Iterable<string>, claims: readonly EdgeView[], nodes: ReadonlyMap<string, Pick<NodeView, 'type'>>): Map<string, string> {
  const told = new Map<string, Map<string, Set<string>>>();
  for (const edge of claims) {
    if (edge.rank < 0) continue;
    const of = told.get(edge.subject) ?? new Map<string, Set<string>>();
    told.set(edge.subject, of.set(edge.predicate, (of.get(edge.predicate) ?? new Set()).add(entityObject(edge) ?? 'value')));
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
