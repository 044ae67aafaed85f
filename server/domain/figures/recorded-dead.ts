/** Finds who is recorded as dead: by a claim that stands and is not `attempted`, `intended` or `expected` (model.md, "What may be published"). */
import { entityEnd } from '../model/claim-ends.ts';
import type { Figures } from '../model/figures.ts';
import type { Records } from '../model/records.ts';

interface StandingsOf {
  get(claim: string): Pick<Figures, 'visible' | 'rank'> | undefined;
}

/** Ids of the dead: the object of every such claim whose predicate is marked `recordsDeath`, or its subject where the object is no entity. */
export function recordedDead({ records, figures }: { records: Records; figures: StandingsOf }): Set<string> {
  const dead = new Set<string>();
  for (const claim of records.claims.values()) {
    if (!records.predicates.get(claim.predicate)?.recordsDeath) continue;
    if (claim.attempted || claim.intended || claim.expected || claim.object === 'none') continue;
    const shown = figures.get(claim.id);
    if (!shown?.visible || shown.rank < 0) continue;
    const died = entityEnd(claim.object) ?? entityEnd(claim.subject);
    if (died !== undefined) dead.add(died);
  }
  return dead;
}
