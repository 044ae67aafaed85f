/** Whom a claim accuses: the ends its predicate marks, where an entity stands in them (model.md, "Standing"). */
import { entitiesAt } from '../model/claim-ends.ts';
import type { Claim, Predicate } from '../model/records.ts';
import type { End } from '../model/lists.ts';

/** Each accused entity with the end it is accused in, in the order of the predicate. A claim that there is no such thing accuses nobody. */
export function accusedEnds(claim: Claim, predicate: Pick<Predicate, 'accuses'> | undefined): { end: End; entity: string }[] {
  if (claim.object === 'none') return [];
  return (predicate?.accuses ?? []).flatMap((end) => entitiesAt(claim, end).map((entity) => ({ end, entity })));
}
