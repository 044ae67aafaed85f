/** Takes out of a draft what the case says already: after a write whose answer was lost. */
import { isSame, type FileKind, withoutEmpty } from '../../state/draft/file-form.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { citationsOf, type DraftEntry, propositionOf, requestOf } from '../../state/draft/draft-change.ts';
import { readNow } from './draft-record.ts';

export async function settleDraft(dataset: string): Promise<void> {
  const draft = changeDrafts.of(dataset);
  const done = await Promise.all(draft.entries.map(isThere));
  const left = new Set(draft.entries.filter((_, n) => !done[n]));
  changeDrafts.change(dataset, (now) => ({ ...now, entries: now.entries.filter((one) => left.has(one) || !draft.entries.includes(one)), past: [] }));
}

async function isThere(entry: DraftEntry): Promise<boolean> {
  const now = (await readNow(entry.kind as FileKind, entry.id).catch(() => undefined))?.entry.record;
  if (!entry.record) return now === undefined;
  if (!now) return false;
  if (entry.kind !== 'claim') return isSame(withoutEmpty(now), withoutEmpty(entry.record));
  const written = citationsOf((requestOf({ dataset: '', entries: [entry], past: [] }).records?.claims?.[0] ?? {}) as Record<string, unknown>);
  const stored = citationsOf(now);
  return (
    propositionOf(now) === propositionOf(entry.record) &&
    written.every((one) => stored.some((other) => other['source'] === one['source'] && other['paraphrase'] === one['paraphrase']))
  );
}
