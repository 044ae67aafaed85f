/** The history of a claim's standing as rows: one step given by several passages is one row with all of them. */
import type { EvidenceView } from '../../../server/contract/views.ts';

/** A step of the evidence, or of a row of a table, which tells less of it. */
type Step = Pick<EvidenceView['history'][number], 'level' | 'by' | 'on' | 'citation' | 'counts' | 'fell'> & Partial<EvidenceView['history'][number]>;
export interface StandingRow<S extends Step> {
  step: S;
  citations: string[];
}

export function standingRows<S extends Step>(history: readonly S[]): StandingRow<S>[] {
  const rows = new Map<string, StandingRow<S>>();
  for (const step of history) {
    const key = JSON.stringify([step.level, step.by?.id, step.on, step.case?.id, step.stance, step.counts, step.fell, step.uncertain]);
    const row = rows.get(key);
    if (row) row.citations.push(step.citation);
    else rows.set(key, { step, citations: [step.citation] });
  }
  return [...rows.values()];
}

/** The passages that give a rank, those that count first. */
export function passagesAt(history: readonly EvidenceView['history'][number][], rank: number): string[] {
  return history.filter((step) => step.rank === rank && step.counts).map((step) => step.citation);
}
