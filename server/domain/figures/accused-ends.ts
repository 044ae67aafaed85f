/** Finds whom a claim accuses: the entities at the ends that its predicate marks in `accuses` (model.md, "Standing"); and who stands accused by a charge. */
import { entitiesAt } from '../model/claim-ends.ts';
import type { Claim, Predicate, Records } from '../model/records.ts';
import { traitsOf, type End } from '../model/lists.ts';

/** Each accused entity with its end, in the order of the predicate's `accuses`. A claim with the object `none` accuses nobody. */
export function accusedEnds(claim: Claim, predicate: Pick<Predicate, 'accuses'> | undefined): { end: End; entity: string }[] {
  if (claim.object === 'none') return [];
  return (predicate?.accuses ?? []).flatMap((end) => entitiesAt(claim, end).map((entity) => ({ end, entity })));
}

/** Whoever a claim accuses, each once. */
export function accusedBy(claim: Claim, predicate: Pick<Predicate, 'accuses'> | undefined): string[] {
  return [...new Set(accusedEnds(claim, predicate).map(({ entity }) => entity))];
}

/** The accused who can be tried, each once. An outcome concerns them, not the state or service accused beside them. */
export function triedOf(claim: Claim, { predicates, entities }: Pick<Records, 'predicates' | 'entities'>): string[] {
  return accusedBy(claim, predicates.get(claim.predicate)).filter((id) => {
    const type = entities.get(id)?.type;
    return type !== undefined && traitsOf(type).triable;
  });
}

/** Whoever a claim accuses, and whoever it tells to have been charged, listed or judged by somebody, each once. */
export function standAccused(claim: Claim, predicate: Pick<Predicate, 'accuses' | 'group' | 'roles'> | undefined): string[] {
  const isCharge = predicate?.group === 'justice' && (predicate.roles.subject === 'accuser' || predicate.roles.subject === 'judge');
  return [...new Set([...accusedBy(claim, predicate), ...(isCharge && claim.object !== 'none' ? entitiesAt(claim, 'object') : [])])];
}
