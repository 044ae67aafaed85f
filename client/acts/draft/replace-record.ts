/** Puts another record in the place of one wherever the case names it: each record that does is changed in the draft, all in one step. */
import { readRecord } from '../../api/queries-changes.ts';
import { type DraftEntry, withEntries } from '../../state/draft/draft-change.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import type { FileKind, FileRecord } from '../../state/draft/file-form.ts';
import type { RecordKind } from '../../state/view.ts';
import { readEditable } from './draft-record.ts';

export type Replaced = 'entity' | 'source' | 'voice' | 'predicate';
/** The fields by which records name others of a kind. */
const NAMING: Readonly<Record<Replaced, readonly string[]>> = {
  entity: 'subject object via to at in instrument statedBy by case candidates entity entities a b ids plots'.split(' '),
  source: ['source', 'sources', 'origin', 'through'],
  voice: ['voice', 'voices'],
  predicate: ['predicate', 'predicates'],
};

/** The record with another id wherever it names the first; a list names it once. */
export function withOther(kind: Replaced, record: FileRecord, from: string, to: string): FileRecord {
  const naming = new Set(NAMING[kind]);
  const walk = (value: unknown, isNaming: boolean): unknown => {
    if (Array.isArray(value)) {
      const next = value.map((one: unknown) => walk(one, isNaming));
      return isNaming ? [...new Set(next)] : next;
    }
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, walk(part, naming.has(field))]));
    return isNaming && value === from ? to : value;
  };
  return walk(record, false) as FileRecord;
}

/** The records to change, as they are now; a passage is changed with its claim. Those of other cases are left out and counted. */
export async function recordsNaming(
  dataset: string,
  referrers: readonly { kind: RecordKind; id: string }[],
): Promise<{ entries: DraftEntry[]; others: number }> {
  const keys = new Map<string, { kind: FileKind; id: string }>();
  for (const { kind, id } of referrers) {
    const of = kind === 'citation' ? await claimOf(id) : { kind, id };
    if (of) keys.set(`${of.kind}/${of.id}`, of);
  }
  const read = await Promise.all([...keys.values()].map(({ kind, id }) => readEditable(kind, id)));
  const own = read.filter((one) => one.dataset === dataset);
  return { entries: own.map(({ entry }) => entry), others: read.length - own.length };
}
async function claimOf(citation: string): Promise<{ kind: 'claim'; id: string } | undefined> {
  const { record } = await readRecord('citation', citation);
  const claim = (record as { claim?: string } | undefined)?.claim;
  return claim === undefined ? undefined : { kind: 'claim', id: claim };
}

export function draftReplacement(dataset: string, kind: Replaced, entries: readonly DraftEntry[], from: string, to: string, names: [string, string][]): void {
  const changed = entries.map((entry) => ({ ...entry, record: withOther(kind, entry.record ?? {}, from, to), names: [...entry.names, ...names] }));
  changeDrafts.change(dataset, (draft) => withEntries(draft, changed));
}
