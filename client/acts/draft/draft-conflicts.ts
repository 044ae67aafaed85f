/** Compares the records of a draft with what others made of them meanwhile; who drafted chooses, record by record. */
import { isSame } from '../../state/draft/file-form.ts';
import { citationsOf, type Draft, type DraftEntry, stepTo } from '../../state/draft/draft-change.ts';
import type { FileKind, FileRecord } from '../../state/draft/file-form.ts';
import { readNow } from './draft-record.ts';

/** A record that others changed since it was read. */
export interface Conflict {
  entry: DraftEntry;
  /** As the case has it now; absent where it was taken away. */
  now?: DraftEntry & { record: FileRecord };
  revision: number;
  fields: { field: string; before: unknown; theirs: unknown; mine: unknown }[];
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
      conflicts.push({ entry, ...(now ? { now } : {}), revision: at, fields: differing(entry, now?.record) });
      return entry;
    }),
  );
  return { draft: { ...draft, entries }, conflicts };
}

function differing({ before = {}, record = {} }: DraftEntry, theirs: FileRecord = {}): Conflict['fields'] {
  const fields = new Set([...Object.keys(before), ...Object.keys(theirs)]);
  return [...fields]
    .filter((field) => !isSame(before[field], theirs[field]))
    .map((field) => ({ field, before: before[field] ?? null, theirs: theirs[field] ?? null, mine: record[field] ?? null }));
}

/** What I made of it stands, and is made to the record as it is now. */
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
  return stepTo(draft, isDone ? draft.entries.filter((one) => one.id !== entry.id || one.kind !== entry.kind) : replaced(draft, mine));
}
const citesNow = ({ record, cites = [] }: DraftEntry, there: ReadonlySet<string>): (string | null)[] =>
  citationsOf(record).map((_, n) => {
    const of = cites[n] ?? null;
    return of !== null && there.has(of) ? of : null;
  });

/** What others made of it stands. */
export function takeTheirs(draft: Draft, { entry }: Conflict): Draft {
  return stepTo(
    draft,
    draft.entries.filter((one) => one.kind !== entry.kind || one.id !== entry.id),
  );
}
const replaced = (draft: Draft, next: DraftEntry): DraftEntry[] => draft.entries.map((one) => (one.kind === next.kind && one.id === next.id ? next : one));
