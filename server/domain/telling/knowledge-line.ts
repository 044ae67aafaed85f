/** The line that says up to when a dataset is told, and at a date that what is later is left out; always shown with it (model.md, "Time"). */
import { inFigures, parseEdtf } from '../dates/edtf-dates.ts';
import { toldAsOf, type TellsAsOf } from './as-of-lines.ts';
import { dateWithBasis } from './describe-standing.ts';
import { basisNote } from './describe-values.ts';
import { listed } from './narration.ts';
import { isStruck, isSupposed, standsAtADate, type Clocks } from '../model/questions.ts';
import type { Dataset, Dated, Source } from '../model/records.ts';

const AFTER = 'later outcomes not searched.';

/**
 * "As told up to 2023-02; later outcomes not searched." Where datasets are told up to different dates, each is named with its date. At clocks it says first what
 * each of them leaves out, answers among it, and what of no certain date is kept.
 */
export function knowledgeLine(datasets: Iterable<Pick<Dataset, 'id' | 'title' | 'knowledgeUntil'>>, ctx?: TellsAsOf): string {
  const asOf = ctx && toldAsOf(ctx);
  const until = toldUntil(datasets);
  if (asOf === undefined) return until === undefined ? `How far this is told is not said; ${AFTER}` : `As told up to ${until}; ${AFTER}`;
  const records = until === undefined ? 'How far the records go is not said' : `The records are told up to ${until}`;
  return `Told as ${asOf}; ${leftOutBy(ctx?.clocks)}. ${records}; ${AFTER}`;
}

/**
 * "later sources on record are left out, any later answer, outcome or retraction included; what is undated or may be later is kept". A happened clock leaves no
 * source out: what it keeps may have been read in one of any day.
 */
function leftOutBy({ published, recorded, happened, firmOnly, without }: Clocks = {}): string {
  const left = [
    ...(published === undefined ? [] : ['later sources on record']),
    ...(recorded === undefined ? [] : ['what was recorded later']),
    ...(happened === undefined ? [] : ['what happened later']),
    ...(isStruck(without) ? ['what rests on what is struck'] : []),
  ];
  const are = left.length > 1 || published !== undefined ? 'are' : 'is';
  const maybe = published === undefined && happened === undefined ? '' : `; what is undated or may be later is ${firmOnly ? 'left out, too' : 'kept'}`;
  const later = standsAtADate({ published, recorded, happened }) ? 'later ' : '';
  return `${listed(left)} ${are} left out, any ${later}answer, outcome or retraction included${maybe}`;
}

/**
 * "The newest source on this matter: 23 September 2024; no outcome after it was looked for." What is told of the whole case may reach further than what was read on one matter. A source counts by the
 * first day it may be of, so that one "from 2018 on" is not taken for the newest; one that may be of any day up to another by that other. Undefined where none has
 * a date; where one has none, the line is of those that have.
 * @param sources those that the passages on the matter were read in
 */
export function newestLine(sources: Iterable<Pick<Source, 'published'>>, clocks?: Clocks): string | undefined {
  let newest: Dated | undefined;
  let isOneUndated = false;
  for (const { published } of sources) {
    if (published === undefined) isOneUndated = true;
    else if (newest === undefined || countsAs(published) > countsAs(newest)) newest = published;
  }
  // At a date later sources may be on record.
  const after = clocks === undefined || !isSupposed(clocks) ? '; no outcome after it was looked for' : '';
  return newest && `The newest ${isOneUndated ? 'dated ' : ''}source on this matter: ${dateWithBasis(newest)}${after}.`;
}

function countsAs({ edtf }: Dated): number {
  const { earliest, latest } = parseEdtf(edtf);
  return earliest === -Infinity ? latest : earliest;
}

/** "2023 (Cases) and 2024 (Courts)"; undefined where no dataset says. */
function toldUntil(datasets: Iterable<Pick<Dataset, 'id' | 'title' | 'knowledgeUntil'>>): string | undefined {
  const told = new Map<string, string[]>();
  for (const { id, title, knowledgeUntil } of datasets) {
    if (knowledgeUntil) {
      const until = untilWords(knowledgeUntil);
      told.set(until, [...(told.get(until) ?? []), title ?? id]);
    }
  }
  const [only, ...others] = [...told].sort(([a], [b]) => (a < b ? -1 : 1));
  if (!only || others.length === 0) return only?.[0];
  return [only, ...others].map(([until, titles]) => `${until} (${titles.sort().join(', ')})`).join(' and ');
}

/** Precise to the month at most, and marked where no source states the date. */
function untilWords({ edtf, basis }: Dated): string {
  const note = basisNote(basis, 'date');
  const month = inFigures(edtf.replace(/^(\d{4}-\d{2})-\d{2}$/, '$1'));
  return note === '' ? month : `${month} (${note})`;
}
