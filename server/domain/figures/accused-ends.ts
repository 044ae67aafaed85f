/** Finds whom a claim accuses: the entities at the ends that its predicate marks in `accuses` (model.md, "Standing"). */
import { entitiesAt } from '../model/claim-ends.ts';
import type { Claim, Predicate } from '../model/records.ts';
import type { End } from '../model/lists.ts';

/** Each accused entity with its end, in the order of the predicate's `accuses`. A claim with the object `none` accuses nobody. */
export function accusedEnds(claim: Claim, predicate: Pick<Predicate, 'accuses'> | undefined): { end: End; entity: string }[] {
  if (claim.object === 'none') return [];
  return (predicate?.accuses ?? []).flatMap((end) => entitiesAt(claim, end).map((entity) => ({ end, entity })));
}
