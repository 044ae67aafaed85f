/** Puts records into the draft of their case: as they were read, as they were changed, or taken away. */
import { nameRecord } from '../../../server/domain/editing/name-record.ts';
import { ApiError } from '../../api/api-error.ts';
import { knownNames } from '../../api/names.ts';
import { readRecord, type NamedRecord } from '../../api/queries-changes.ts';
import { caseRevision } from '../../api/revision.ts';
import { citationsOf, type DraftEntry, entryOf, withEntry } from '../../state/draft/draft-change.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { fileForm, type FileKind, type FileRecord, placeOf } from '../../state/draft/file-form.ts';
import type { RecordKind } from '../../state/view.ts';
import type { Deps } from '../deps.ts';

/** A record that can be changed: the case it belongs to, and its entry as the draft or the case has it. */
export interface Editable {
  dataset: string;
  entry: DraftEntry;
}
type NameOf = (kind: RecordKind, id: string) => string;

/** @throws ApiError `not-found` where neither the case nor the draft has it */
export async function readEditable(kind: FileKind, id: string): Promise<Editable> {
  for (const [dataset, draft] of changeDrafts.get().all) {
    const entry = entryOf(draft, { kind, id });
    if (entry?.record) return { dataset, entry };
  }
  const read = await readNow(kind, id);
  if (!read) throw new ApiError('not-found', 'This record is not in the case now.', 404);
  return read;
}

/** Whether a draft or the case has a record of this id: a new one under it would be written over that. */
export async function isTaken(kind: FileKind, id: string): Promise<boolean> {
  for (const draft of changeDrafts.get().all.values()) if (entryOf(draft, { kind, id })?.record) return true;
  // Where nothing answers, it cannot be planned or written either.
  return (await readNow(kind, id).catch(() => undefined)) !== undefined;
}

/** The record as the case has it; undefined where it is not there. */
export async function readNow(kind: FileKind, id: string): Promise<(Editable & { entry: DraftEntry & { record: FileRecord } }) | undefined> {
  const { record, citations, names, revision } = await readRecord(kind, id);
  if (!record) return undefined;
  const cited = citations
    .map((one) => ({ id: one.id, form: fileForm('citation', one.record) }))
    .toSorted((a, b) => (orderOf(a.form) < orderOf(b.form) ? -1 : 1));
  const form = kind === 'claim' ? { ...fileForm(kind, record), citations: cited.map((one) => one.form) } : fileForm(kind, record);
  const entry = {
    kind,
    id,
    name: nameIn(names)(kind, id),
    record: form,
    before: form,
    ...(kind === 'claim' ? { cited: cited.map((one) => one.id), cites: cited.map((one) => one.id) } : {}),
    names: names.map((one): [string, string] => [`${one.kind}/${one.id}`, one.name]),
    revision,
  };
  return { dataset: kind === 'dataset' ? id : String((record as { dataset?: string }).dataset), entry };
}

const orderOf = (citation: FileRecord): string => {
  const { paragraph } = (citation['locator'] ?? {}) as { paragraph?: number };
  return `${String(citation['source'])} ${String(paragraph ?? 0).padStart(8, '0')} ${placeOf(citation)}`;
};
const nameIn =
  (names: readonly NamedRecord[]): NameOf =>
  (kind, id) =>
    names.find((one) => one.kind === kind && one.id === id)?.name ?? id;

/** What records are called: by the drafts, else by what was read already, else by their id. */
export function nameByAll(deps: Pick<Deps, 'queries' | 'store'>, more: readonly DraftEntry[] = []): NameOf {
  const lists = knownNames(deps.queries);
  const entries = [...more, ...[...changeDrafts.get().all.values()].flatMap((draft) => draft.entries)];
  const said = new Map(entries.flatMap(({ names }) => names));
  const drafted = new Map(entries.map((one) => [`${one.kind}/${one.id}`, one.name]));
  const { nodes } = deps.store.get().cache;
  return (kind, id) =>
    drafted.get(`${kind}/${id}`) ?? said.get(`${kind}/${id}`) ?? (kind === 'entity' ? nodes.get(id)?.name : undefined) ?? (kind === 'entity' ? id : lists(id));
}

const ID_LISTS = ['via', 'to', 'at', 'in', 'instrument'] as const;
/** What a record in the form of a file is called. */
export function nameOfForm(kind: FileKind, record: FileRecord, nameOf: NameOf): string {
  const lists = Object.fromEntries(ID_LISTS.map((field) => [field, [record[field] ?? []].flat()]));
  return nameRecord(kind, kind === 'claim' ? { subject: '', predicate: '', object: '', ...record, ...lists } : record, nameOf);
}

/** The entry of a record that is new to the case. */
export function newEntry(deps: Pick<Deps, 'queries' | 'store'>, kind: FileKind, id: string, record: FileRecord, names: [string, string][] = []): DraftEntry {
  const entry: DraftEntry = {
    kind,
    id,
    name: id,
    record,
    ...(kind === 'claim' ? { cites: citationsOf(record).map(() => null) } : {}),
    names,
    revision: caseRevision.get().revision ?? 0,
  };
  return { ...entry, name: nameOfForm(kind, record, nameByAll(deps, [entry])) };
}

/** Takes a record away in the draft of its case. */
export async function draftRemoval(kind: FileKind, id: string): Promise<void> {
  const { dataset, entry } = await readEditable(kind, id);
  const { record: _, cites: _cites, ...gone } = entry;
  changeDrafts.change(dataset, (draft) => withEntry(draft, gone));
}
