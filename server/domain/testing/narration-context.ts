/** The context for writing sentences in tests: records from a short form, their figures, and the names to show. */
import { deriveFigures } from '../figures/derive-figures.ts';
import type { Clocks } from '../model/questions.ts';
import { displayName } from '../model/names.ts';
import { narrateClaim } from '../telling/narrate-claim.ts';
import type { NarrationContext } from '../telling/narration.ts';
import { sourceVisibleAt } from '../dates/visibility.ts';
import type { Records } from '../model/records.ts';
import { records, type RecordsBrief } from './build-records.ts';

/** Names are shown as the clocks allow. */
export function contextOf(brief: RecordsBrief, clocks?: Clocks): NarrationContext {
  return contextOfRecords(records(brief), clocks);
}

export function contextOfRecords(built: Records, clocks?: Clocks): NarrationContext {
  const sourceVisible = clocks ? sourceVisibleAt(built.sources, clocks) : undefined;
  return {
    records: built,
    figures: deriveFigures(built, { clocks }),
    ...(clocks === undefined ? {} : { clocks }),
    nameOf: (id) => {
      const entity = built.entities.get(id);
      return entity ? displayName(entity, { sourceVisible }).text : id;
    },
  };
}

/** The sentence of one claim. */
export function sentenceOf(claimId: string, ctx: NarrationContext): string {
  const claim = ctx.records.claims.get(claimId);
  const figures = ctx.figures.get(claimId);
  if (!claim || !figures) throw new Error(`no claim ${claimId}`);
  return narrateClaim(claim, figures, ctx);
}
