/** Words for the dates a view stands at: sentences that every export and every trace at a date gives, and phrases for what is told at these dates. */
import { formatDated } from '../dates/edtf-dates.ts';
import { isStruck, isSupposed, standsAtADate, type Clocks, type Struck } from '../model/questions.ts';
import type { Records } from '../model/records.ts';
import { listed, type NarrationContext } from './narration.ts';

/** The clocks of a view, and the records that name what is struck from it. */
export type TellsAsOf = Pick<NarrationContext, 'clocks'> & { records: StruckNames };
type StruckNames = Pick<Records, 'sources' | 'voices' | 'datasets'>;

/** A sentence for what is struck, one for each clock, and one for what is undated; without clocks, one sentence that says so. */
export function asOfLines({ clocks, records }: TellsAsOf): string[] {
  const struck = isStruck(clocks?.without) ? [whatIfLine(clocks.without, records)] : [];
  return struck.length > 0 && clocks && !standsAtADate(clocks) ? struck : [...struck, ...dateLines(clocks)];
}

function dateLines(clocks: Clocks | undefined): string[] {
  const lines: string[] = [];
  if (clocks?.happened !== undefined) lines.push(`As of what had happened by ${latestOf(clocks.happened)}.`);
  if (clocks?.published !== undefined) lines.push(`As of what was published by ${latestOf(clocks.published)}.`);
  if (clocks?.recorded !== undefined) lines.push(`As recorded here on ${clocks.recorded}.`);
  if (lines.length === 0) return ['At no date in particular: everything on record.'];
  lines.push(clocks?.firmOnly ? 'What is undated or may be later is left out.' : 'What is undated or may be later is kept.');
  return lines;
}

/** "What if The Herald and the source “The leak” had said nothing: this is not the case as it is on record. What rests on these is left out, denials and outcomes included." */
export function whatIfLine(without: Struck, records: StruckNames): string {
  return `What ${ifStruck(without, records)}: this is not the case as it is on record. What rests on what is struck is left out, denials and outcomes included.`;
}

/** "published by the end of 2023, of what had happened by 5 May 2020", "if Pishtaz had said nothing"; after "as"; undefined for the case as it is on record. */
export function toldAsOf({ clocks, records }: TellsAsOf): string | undefined {
  if (clocks === undefined || !isSupposed(clocks)) return undefined;
  return [
    ...(clocks.published === undefined ? [] : [`published by ${latestOf(clocks.published)}`]),
    ...(clocks.recorded === undefined ? [] : [`recorded here on ${clocks.recorded}`]),
    ...(clocks.happened === undefined ? [] : [`of what had happened by ${latestOf(clocks.happened)}`]),
    ...(isStruck(clocks.without) ? [ifStruck(clocks.without, records)] : []),
  ].join(', ');
}

/** "if The Herald and the source “The leak” had said nothing and nobody had said 2 of the claims" */
function ifStruck({ voices = [], sources = [], datasets = [], claims = [] }: Struck, records: StruckNames): string {
  const silent = [
    ...voices.map((id) => records.voices.get(id)?.name ?? id),
    ...sources.map((id) => `the source “${records.sources.get(id)?.title ?? id}”`),
    ...datasets.map((id) => `the dataset “${records.datasets.get(id)?.title ?? id}”`),
  ];
  const supposed = [
    ...(silent.length > 0 ? [`${listed(silent)} had said nothing`] : []),
    ...(claims.length > 0 ? [`nobody had said ${claims.length === 1 ? 'one of the claims' : `${claims.length} of the claims`}`] : []),
  ];
  return `if ${supposed.join(' and ')}`;
}

/**
 * Where a response or an objection is looked for, which is never all that was published: "on record in these sources"; at a date "in the sources here published by
 * the end of 2023", "given by 5 May 2020 in these sources".
 */
export function lookedForIn(clocks: Clocks | undefined): string {
  const left = isStruck(clocks?.without) ? ', without what is struck' : '';
  if (clocks === undefined || !standsAtADate(clocks)) return `on record in these sources${left}`;
  return [
    ...(clocks.happened === undefined ? [] : [`given by ${latestOf(clocks.happened)}`]),
    clocks.published === undefined ? 'in these sources' : `in the sources here published by ${latestOf(clocks.published)}`,
    ...(clocks.recorded === undefined ? [] : [`as recorded here on ${clocks.recorded}`]),
  ]
    .join(' ')
    .concat(left);
}

/** The latest possible day of a clock counts: "the end of 2023", "5 May 2020". */
export function latestOf(edtf: string): string {
  const date = formatDated({ edtf, basis: 'stated' });
  return /^\d{4}(-\d{2})?$/.test(edtf) ? `the end of ${date}` : date;
}
