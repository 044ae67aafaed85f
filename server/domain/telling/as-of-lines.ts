/** Words for the dates a view stands at: sentences that every export and every trace at a date gives, and phrases for what is told at these dates. */
import { formatDated } from '../dates/edtf-dates.ts';
import { standsAtADate, type Clocks } from '../model/questions.ts';

/** A sentence for each clock and one for what is undated; without clocks, one sentence that says so. */
export function asOfLines(clocks: Clocks | undefined): string[] {
  const lines: string[] = [];
  if (clocks?.happened !== undefined) lines.push(`As of what had happened by ${latestOf(clocks.happened)}.`);
  if (clocks?.published !== undefined) lines.push(`As of what was published by ${latestOf(clocks.published)}.`);
  if (clocks?.recorded !== undefined) lines.push(`As recorded here on ${clocks.recorded}.`);
  if (lines.length === 0) return ['At no date in particular: everything on record.'];
  lines.push(clocks?.firmOnly ? 'What is undated or may be later is left out.' : 'What is undated or may be later is kept.');
  return lines;
}

/** "published by the end of 2023, of what had happened by 5 May 2020", after "as"; undefined at no date. */
export function toldAsOf(clocks: Clocks | undefined): string | undefined {
  if (clocks === undefined || !standsAtADate(clocks)) return undefined;
  return [
    ...(clocks.published === undefined ? [] : [`published by ${latestOf(clocks.published)}`]),
    ...(clocks.recorded === undefined ? [] : [`recorded here on ${clocks.recorded}`]),
    ...(clocks.happened === undefined ? [] : [`of what had happened by ${latestOf(clocks.happened)}`]),
  ].join(', ');
}

/**
 * Where a response or an objection is looked for, which is never all that was published: "on record in these sources"; at a date "in the sources here published by
 * the end of 2023", "given by 5 May 2020 in these sources".
 */
export function lookedForIn(clocks: Clocks | undefined): string {
  if (clocks === undefined || !standsAtADate(clocks)) return 'on record in these sources';
  return [
    ...(clocks.happened === undefined ? [] : [`given by ${latestOf(clocks.happened)}`]),
    clocks.published === undefined ? 'in these sources' : `in the sources here published by ${latestOf(clocks.published)}`,
    ...(clocks.recorded === undefined ? [] : [`as recorded here on ${clocks.recorded}`]),
  ].join(' ');
}

/** The latest possible day of a clock counts: "the end of 2023", "5 May 2020". */
export function latestOf(edtf: string): string {
  const date = formatDated({ edtf, basis: 'stated' });
  return /^\d{4}(-\d{2})?$/.test(edtf) ? `the end of ${date}` : date;
}
