/** What the drafts do to the passages of a text, by paragraph: the claims that are new here, changed or taken away, and not written yet. Pure. */
import type { PassageMark } from '../../../server/domain/model/records.ts';
import { citationsOf, type Draft, type DraftEntry, propositionOf } from '../../state/draft/draft-change.ts';
import { type FileRecord, isSame } from '../../state/draft/file-form.ts';

export interface DraftedPassage {
  entry: DraftEntry;
  did: 'made' | 'changed' | 'removed';
  /** Where its words stand in the paragraph; absent where it is of the whole. */
  mark?: PassageMark;
}

export function draftedIn(drafts: Iterable<Draft>, source: string): Map<number, DraftedPassage[]> {
  const found = new Map<number, DraftedPassage[]>();
  const put = (citation: FileRecord | undefined, passage: DraftedPassage): void => {
    const { paragraph } = (citation?.['locator'] ?? {}) as { paragraph?: number };
    if (citation?.['source'] !== source || paragraph === undefined) return;
    found.set(paragraph, [...(found.get(paragraph) ?? []), passage]);
  };
  for (const { entries } of drafts) for (const entry of entries) if (entry.kind === 'claim') putPassages(entry, put);
  return found;
}

function putPassages(entry: DraftEntry, put: (citation: FileRecord | undefined, passage: DraftedPassage) => void): void {
  const { record, before, cited = [], cites } = entry;
  const was = new Map(citationsOf(before).map((citation, n) => [cited[n], citation]));
  const saysOther = before !== undefined && record !== undefined && propositionOf(record) !== propositionOf(before);
  for (const [n, citation] of citationsOf(record).entries()) {
    const old = was.get(cites?.[n] ?? undefined);
    const mark = citation['mark'] as PassageMark | undefined;
    if (!old || saysOther || !isSame(old, citation)) put(citation, { entry, did: old ? 'changed' : 'made', ...(mark ? { mark } : {}) });
  }
  const kept = new Set(cites);
  for (const [id, citation] of was) if (id !== undefined && (!record || !kept.has(id))) put(citation, { entry, did: 'removed' });
}
