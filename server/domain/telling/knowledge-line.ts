/** The line that says up to when a dataset is told, and at a date that what is later is left out; always shown with it (model.md, "Time"). */
import { toldAsOf } from './as-of-lines.ts';
import { basisNote } from './describe-values.ts';
import type { Clocks } from '../model/questions.ts';
import type { Dataset, Dated } from '../model/records.ts';

const AFTER = 'later outcomes not searched.';
const LATER = 'later sources on record, with any answer, outcome or retraction in them, are left out.';

/**
 * "As told up to 2023-02; later outcomes not searched." Where datasets are told up to different dates, each is named with its date. At clocks it says first that
 * later answers, which may be on record, are left out.
 */
export function knowledgeLine(datasets: Iterable<Pick<Dataset, 'id' | 'title' | 'knowledgeUntil'>>, clocks?: Clocks): string {
  const asOf = toldAsOf(clocks);
  const until = toldUntil(datasets);
  if (asOf === undefined) return until === undefined ? `How far this is told is not said; ${AFTER}` : `As told up to ${until}; ${AFTER}`;
  const records = until === undefined ? 'How far the records go is not said' : `The records are told up to ${until}`;
  return `Told as ${asOf}; ${LATER} ${records}; ${AFTER}`;
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
  const month = /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf.slice(0, 7) : edtf;
  return note === '' ? month : `${month} (${note})`;
}
