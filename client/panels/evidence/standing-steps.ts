/** The history of a claim's standing as rows: one step given by several passages is one row with all of them. */
import type { EvidenceView } from '../../../server/contract/views.ts';

type Step = EvidenceView['history'][number];
export interface StandingRow {
  step: Step;
  citations: string[];
}

export function standingRows(history: readonly Step[]): StandingRow[] {
  const rows = new Map<string, StandingRow>();
  for (const step of history) {
    const key = JSON.stringify([step.level, step.by?.id, step.on, step.case?.id, step.stance, step.counts, step.fell, step.uncertain]);
    const row = rows.get(key);
    if (row) row.citations.push(step.citation);
    else rows.set(key, { step, citations: [step.citation] });
  }
  return [...rows.values()];
}

/** The passages that give a rank, those that count first. */
export function passagesAt(history: readonly Step[], rank: number): string[] {
  return history.filter((step) => step.rank === rank && step.counts).map((step) => step.citation);
}
