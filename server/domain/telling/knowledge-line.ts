/** The line that says up to when a dataset is told, always shown with it (model.md, "Time"). */
import { basisNote } from './describe-values.ts';
import type { Dataset, Dated } from '../model/records.ts';

const AFTER = 'later outcomes not searched.';

/** "As told up to 2023-02; later outcomes not searched." Where datasets are told up to different dates, each is named with its date. */
export function knowledgeLine(datasets: Iterable<Pick<Dataset, 'id' | 'title' | 'knowledgeUntil'>>): string {
  const told = new Map<string, string[]>();
  for (const { id, title, knowledgeUntil } of datasets) {
    if (knowledgeUntil) {
      const until = untilWords(knowledgeUntil);
      told.set(until, [...(told.get(until) ?? []), title ?? id]);
    }
  }
  const [only, ...others] = [...told].sort(([a], [b]) => (a < b ? -1 : 1));
  if (!only) return `How far this is told is not said; ${AFTER}`;
  if (others.length === 0) return `As told up to ${only[0]}; ${AFTER}`;
  const each = [only, ...others].map(([until, titles]) => `${until} (${titles.sort().join(', ')})`);
  return `As told up to ${each.join(' and ')}; ${AFTER}`;
}

/** Precise to the month at most, and marked where no source states the date. */
function untilWords({ edtf, basis }: Dated): string {
  const note = basisNote(basis, 'date');
  const month = /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf.slice(0, 7) : edtf;
  return note === '' ? month : `${month} (${note})`;
}
