/** The one order in which the two ends of a claim without direction are kept (model.md, "Claims"). */
import { entityEnd } from './claim-ends.ts';
import type { Claim, Predicate } from './records.ts';

/**
 * Whether the ends of a claim stand the other way round than they are kept: of a symmetric predicate the smaller id is the subject, and an `unknown` end
 * the object; where both ends are alike, `via` runs from the smaller id. A claim that is `intended` or `attempted` keeps its direction: the intention is that of its subject alone.
 */
export function isOutOfOrder(claim: Claim, predicate: Pick<Predicate, 'symmetric'> | undefined): boolean {
  if (!predicate?.symmetric || claim.intended || claim.attempted) return false;
  if (claim.object === claim.subject) return claim.via.toReversed().join(' ') < claim.via.join(' ');
  const object = entityEnd(claim.object);
  return object !== undefined && (claim.subject === 'unknown' || object < claim.subject);
}

/** The same claim told from its other end; `via` runs the other way. Only where the object is an entity or `unknown`. */
export function withEndsSwapped(claim: Claim): Claim {
  if (typeof claim.object !== 'string') return claim;
  return { ...claim, subject: claim.object, object: claim.subject, via: claim.via.toReversed() };
}

/** The claim as it is kept; the same object where its ends are in order. */
export function inEndOrder(claim: Claim, predicate: Pick<Predicate, 'symmetric'> | undefined): Claim {
  return isOutOfOrder(claim, predicate) ? withEndsSwapped(claim) : claim;
}
