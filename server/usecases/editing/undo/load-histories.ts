/** Loads what records were: their past states and the present one. */
import { CHANGE_KINDS, recordKey, type ChangeKind, type RecordKey } from '../../../domain/importing/change-plan.ts';
import type { RecordState } from '../../../domain/editing/invert-changes.ts';
import type { Tx } from '../../../store/connect.ts';
import { IDS_AT_ONCE } from '../../../store/query.ts';
import { changedAt, citationsEver, versionRows, type ChangeSetRow } from '../../../store/statements/recording/history.ts';
import { knownRecordRows } from '../../../store/statements/records.ts';

/** Keys of the records that some change sets wrote or removed, each once, sorted. */
export async function keysChangedBy(tx: Tx, rev: number, sets: readonly Pick<ChangeSetRow, 'revision' | 'changed'>[]): Promise<RecordKey[]> {
  const keys = new Set(sets.flatMap(({ changed }) => changed ?? []));
  const unnamed = sets.filter(({ changed }) => changed === null).map(({ revision }) => revision);
  if (unnamed.length > 0) for (const { key } of await changedAt.run(tx, { rev, revisions: unnamed })) keys.add(key);
  return [...keys].sort() as RecordKey[];
}

/** Keys of the citations that a claim has or had, sorted; none of any other record. */
export async function citationKeysOf(tx: Tx, rev: number, key: RecordKey): Promise<RecordKey[]> {
  const { kind, id } = partsOf(key);
  if (kind !== 'claim') return [];
  const found = await citationsEver.run(tx, { rev, claim: id, named: `"claim":${JSON.stringify(id)},` });
  return found.map((citation) => recordKey('citation', citation.id)).sort();
}

/**
 * The states of records, oldest first; no entry for a record of which none is known.
 * @param since states that were replaced or removed before this revision are left out
 */
export async function loadHistories(tx: Tx, rev: number, keys: readonly RecordKey[], since: number): Promise<Map<RecordKey, RecordState[]>> {
  const histories = new Map<RecordKey, RecordState[]>();
  const add = (key: RecordKey, state: RecordState) => {
    const states = histories.get(key);
    if (states) states.push(state);
    else histories.set(key, [state]);
  };
  for (const { key, from, to, json, aliases } of await versionRows.run(tx, { keys: [...keys], since })) add(key as RecordKey, { from, to, json, aliases });
  for (let start = 0; start < keys.length; start += IDS_AT_ONCE) {
    const ids = idsByKind(keys.slice(start, start + IDS_AT_ONCE));
    for (const row of await knownRecordRows.run(tx, { rev, ids })) {
      const { id }: { id: string } = JSON.parse(row.json);
      add(recordKey(row.kind as ChangeKind, id), { from: row.since, json: row.json, aliases: row.aliases });
    }
  }
  for (const states of histories.values()) states.sort((a, b) => a.from - b.from);
  return histories;
}

/** Kind and id of a key. Ids may hold a slash. */
export function partsOf(key: RecordKey): { kind: ChangeKind; id: string } {
  const slash = key.indexOf('/');
  return { kind: key.slice(0, slash) as ChangeKind, id: key.slice(slash + 1) };
}

function idsByKind(keys: readonly RecordKey[]): Record<ChangeKind, string[]> {
  const ids = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, [] as string[]])) as Record<ChangeKind, string[]>;
  for (const key of keys) {
    const { kind, id } = partsOf(key);
    ids[kind].push(id);
  }
  return ids;
}
