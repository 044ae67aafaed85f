/** Compares the records of a draft with what others made of them meanwhile; who drafted chooses, field by field. */
import { isSame } from '../../state/draft/file-form.ts';
import { citationsOf, type Draft, type DraftEntry, stepTo } from '../../state/draft/draft-change.ts';
import type { FileKind, FileRecord } from '../../state/draft/file-form.ts';
import { mergeEntry, type Side } from '../../state/draft/merge-entry.ts';
import { readNow } from './draft-record.ts';

/** A record that others changed since it was read. */
export interface Conflict {
  entry: DraftEntry;
  /** As the case has it now; absent where it was taken away. */
  now?: DraftEntry & { record: FileRecord };
  revision: number;
}
export interface Compared {
  /** The draft, with the records that nobody changed taken for read at the newest revision. */
  draft: Draft;
  conflicts: Conflict[];
}

/** @param revision the newest revision that is known, for records that the case does not have */
export async function compareWithCase(draft: Draft, revision: number): Promise<Compared> {
  const conflicts: Conflict[] = [];
  const entries = await Promise.all(
    draft.entries.map(async (entry): Promise<DraftEntry> => {
      const read = await readNow(entry.kind as FileKind, entry.id).catch(() => undefined);
      const now = read?.entry;
      const at = Math.max(now?.revision ?? 0, revision);
      if (isSame(now?.before, entry.before) && isSame(now?.cited, entry.cited)) return { ...entry, revision: at };
      conflicts.push({ entry, ...(now ? { now } : {}), revision: at });
      return entry;
    }),
  );
  return { draft: { ...draft, entries }, conflicts };
}

/** What I made of it stands whole, and is made to the record as it is now, or anew where it is gone. */
export function takeMine(draft: Draft, { entry, now, revision }: Conflict): Draft {
  const { before: _, cited: _cited, ...rest } = entry;
  const there = new Set(now?.cited);
  const mine: DraftEntry = {
    ...rest,
    ...(now ? { before: now.record } : {}),
    ...(now?.cited ? { cited: now.cited } : {}),
    ...(entry.record && entry.kind === 'claim' ? { cites: citesNow(entry, there) } : {}),
    revision,
  };
  // Taken away by others as well: nothing is left to do.
  const isDone = !mine.record && !mine.before;
  return stepTo(draft, isDone ? without(draft, entry) : replaced(draft, mine));
}
const citesNow = ({ record, cites = [] }: DraftEntry, there: ReadonlySet<string>): (string | null)[] =>
  citationsOf(record).map((_, n) => {
    const of = cites[n] ?? null;
    return of !== null && there.has(of) ? of : null;
  });

/** What others made of it stands, and nothing of it is changed. */
export function takeTheirs(draft: Draft, { entry }: Conflict): Draft {
  return stepTo(draft, without(draft, entry));
}

/** Field by field: what one alone changed stands by itself; of what both changed, that of the side which was chosen. */
export function takeMerged(draft: Draft, { entry, now, revision }: Conflict, choose: (place: string) => Side): Draft {
  const merged = now && mergeEntry(entry, now, choose, revision).entry;
  return stepTo(draft, merged ? replaced(draft, merged) : without(draft, entry));
}
const without = (draft: Draft, { kind, id }: DraftEntry): DraftEntry[] => draft.entries.filter((one) => one.kind !== kind || one.id !== id);
const replaced = (draft: Draft, next: DraftEntry): DraftEntry[] => draft.entries.map((one) => (one.kind === next.kind && one.id === next.id ? next : one));
