/** Sentences for the dates a view stands at, printed by every export and given with every trace at a date. */
import { formatDated } from '../dates/edtf-dates.ts';
import type { Clocks } from '../model/questions.ts';

/** A sentence for each clock and one for what is undated; without clocks, one sentence that says so. */
export function asOfLines(clocks: Clocks | undefined): string[] {
  const lines: string[] = [];
  const date = (edtf: string) => formatDated({ edtf, basis: 'stated' });
  if (clocks?.happened !== undefined) lines.push(`As of what had happened by ${date(clocks.happened)}.`);
  if (clocks?.published !== undefined) lines.push(`As of what was published by ${date(clocks.published)}.`);
  if (clocks?.recorded !== undefined) lines.push(`As recorded here on ${clocks.recorded}.`);
  if (lines.length === 0) return ['At no date in particular: everything on record.'];
  lines.push(clocks?.firmOnly ? 'What is undated or may be later is left out.' : 'What is undated or may be later is kept.');
  return lines;
}
