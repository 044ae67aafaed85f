/** Puts the two ends of a claim without direction in the one order in which they are kept (model.md, "Claims"). */
import { entityEnd } from './claim-ends.ts';
import type { Claim, Predicate } from './records.ts';

/**
 * Whether the ends of a claim must be swapped before it is kept. For a symmetric predicate the smaller id is the subject, and an `unknown` end is the object;
 * where both ends are the same, `via` begins with the smaller id. A claim that is `intended` or `attempted` keeps its direction, because only its subject has
 * the intention.
 */
export function isOutOfOrder(claim: Claim, predicate: Pick<Predicate, 'symmetric'> | undefined): boolean {
  if (!predicate?.symmetric || claim.intended || claim.attempted) return false;
  if (claim.object === claim.subject) return claim.via.toReversed().join(' ') < claim.via.join(' ');
  const object = entityEnd(claim.object);
  return object !== undefined && (claim.subject === 'unknown' || object < claim.subject);
}

/** The same claim with subject and object swapped and `via` reversed. The object must be an entity or `unknown`. */
export function withEndsSwapped(claim: Claim): Claim {
  if (typeof claim.object !== 'string') return claim;
  return { ...claim, subject: claim.object, object: claim.subject, via: claim.via.toReversed() };
}

/** The claim with its ends in the order in which they are kept; the same object where they are already. */
export function inEndOrder(claim: Claim, predicate: Pick<Predicate, 'symmetric'> | undefined): Claim {
  return isOutOfOrder(claim, predicate) ? withEndsSwapped(claim) : claim;
}
