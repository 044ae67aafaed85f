/** Predicates and briefs that tests of figures share: who hired whom for a plot, which body is part of which, and a denial. */
import type { CitationBrief, ClaimBrief, PredicateBrief } from './build-records.ts';

/** Accuses its subject alone; the tests of worked cases have one that accuses both ends. */
export const HIRED: PredicateBrief = {
  id: 'hired',
  group: 'sponsorship',
  accuses: ['subject'],
  roles: { subject: 'sponsor', object: 'perpetrator', via: 'intermediary' },
};
export const TARGETED: PredicateBrief = { id: 'targeted', group: 'target', roles: { object: 'target' } };
export const PART_OF: PredicateBrief = { id: 'part-of', within: true, group: 'structure' };

/** Citations of a claim that is disputed only: x denies it. */
export const DENIED: CitationBrief[] = [{ stance: 'disputes', standing: { level: 'denied', by: 'x' } }];

export function partOf(id: string, subject: string, object: string): ClaimBrief {
  return { id, predicate: PART_OF.id, subject, object };
}
