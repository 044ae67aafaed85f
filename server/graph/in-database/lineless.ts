/** The claims of entities that have nothing to draw, out of those whose object is no entity. */
import { hasLine } from '../../domain/model/segments.ts';
import type { Tx } from '../../store/connect.ts';
import { claimsWithoutObject } from '../../store/statements/claims.ts';

/** Above this many claims an entity is a hub: it is answered from a bounded scan, and says so. */
export const HUB_DEGREE = 5_000;

export interface Lineless {
  claim: string;
  predicate: string;
}

/** By entity, in the order of claims. An entity without any is missing, and so is a hub, whose claims are not looked at one by one. */
export async function linelessOf(tx: Tx, revision: number, ids: readonly string[]): Promise<Map<string, Lineless[]>> {
  const found = new Map<string, Lineless[]>();
  for (const { entity, types, group, predicate, ...claim } of await claimsWithoutObject.run(tx, { rev: revision, ids: [...ids], hub: HUB_DEGREE })) {
    const typeOf = new Map(types);
    const object = claim.object ?? 'value';
    if (hasLine({ ...claim, object }, { id: predicate, group }, (id) => typeOf.get(id))) continue;
    const known = found.get(entity);
    if (known) known.push({ claim: claim.id, predicate });
    else found.set(entity, [{ claim: claim.id, predicate }]);
  }
  return found;
}
