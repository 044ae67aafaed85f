/** Finds who accuses in which document: that makes the root source a party to every claim it is the root of (model.md, "Origins", c). */
import { claimViews, type ViewOf } from './claim-views.ts';
import { rememberedChains, rootOf } from './lineage.ts';
import type { Clocks } from '../model/questions.ts';
import type { Level } from '../model/lists.ts';
import type { Records } from '../model/records.ts';

/** A visible citation whose root is `source` and in which `by` alleges, designates or charges. */
export interface Accusation {
  source: string;
  by: string;
  claim: string;
  citation: string;
}
const ACCUSING: ReadonlySet<Level> = new Set(['alleged', 'sanctioned', 'charged']);

/** Whether a level, as the citation gives it, is an accusation that somebody makes. */
export function isAccusing(level: Level): boolean {
  return ACCUSING.has(level);
}

/** Every accusation visible at the clocks, ordered by claim and citation id. A charge that was dropped later is still an accusation. */
export function accusationsOf(records: Records, clocks?: Clocks): Accusation[] {
  return accusationsIn(records, claimViews(records, clocks));
}

/** The same from views that were already built. */
export function accusationsIn(records: Records, viewOf: ViewOf): Accusation[] {
  const chain = rememberedChains(records.sources);
  const found: Accusation[] = [];
  for (const claim of records.claims.keys()) {
    for (const citation of viewOf(claim)?.citations ?? []) {
      const { by, level } = citation.standing;
      if (by === undefined || !isAccusing(level)) continue;
      const root = rootOf(citation, records.sources, chain);
      if (root) found.push({ source: root.id, by, claim, citation: citation.id });
    }
  }
  return found;
}
