/** Names the records of a history, and those that they refer to, as they are called now or were called last. */
import { nameRecord, type NameOf } from '../../domain/editing/name-record.ts';
import type { RecordHistory } from '../../domain/editing/invert-changes.ts';
import { recordKey, type ChangeKind, type RecordKey } from '../../domain/importing/change-plan.ts';
import { referencesOf, type ReferringKind } from '../../domain/importing/references-of.ts';
import type { Problem } from '../../domain/model/errors.ts';
import type { Citation } from '../../domain/model/records.ts';
import type { Tx } from '../../store/connect.ts';
import { loadHistories, partsOf } from './undo/load-histories.ts';

interface Named {
  kind: ChangeKind;
  id: string;
  name: string;
}
/** A citation leads to its claim, a set of rivals to its claims, these to the entities at their ends. */
const STEPS = 3;

/** Each record once, sorted by key. */
export async function nameRecords(tx: Tx, rev: number, histories: ReadonlyMap<RecordKey, RecordHistory>): Promise<Named[]> {
  const known = new Map(histories);
  let newest = known;
  for (let step = 0; step < STEPS && newest.size > 0; step += 1) {
    const wanted = new Set([...newest].flatMap(([key, history]) => history.flatMap(({ json }) => referredBy(key, json))));
    newest = await loadHistories(
      tx,
      rev,
      [...wanted].filter((key) => !known.has(key)),
      0,
    );
    for (const [key, history] of newest) known.set(key, history);
  }
  const names = new Map<RecordKey, string>();
  const nameOf: NameOf = (kind, id) => {
    const key = recordKey(kind, id);
    const last = known.get(key)?.at(-1);
    const name = names.get(key) ?? (last ? nameRecord(kind, JSON.parse(last.json) as object, nameOf) : id);
    names.set(key, name);
    return name;
  };
  return [...known.keys()].sort().map((key) => {
    const { kind, id } = partsOf(key);
    return { kind, id, name: nameOf(kind, id) };
  });
}

/** The problems with what the records are called that they tell by their ids: those of the case. */
export async function nameProblems(tx: Tx, rev: number, problems: readonly Problem[]): Promise<Problem[]> {
  const keys = [...new Set(problems.flatMap(({ about = [] }) => about.map(({ kind, id }) => recordKey(kind, id))))];
  if (keys.length === 0) return [...problems];
  const named = await nameRecords(tx, rev, await loadHistories(tx, rev, keys, 0));
  const names = new Map(named.map(({ kind, id, name }) => [recordKey(kind, id), name]));
  return problems.map((problem) =>
    problem.about
      ? {
          ...problem,
          about: problem.about.map(({ kind, id }) => {
            const name = names.get(recordKey(kind, id));
            return { kind, id, ...(name === undefined ? {} : { name }) };
          }),
        }
      : problem,
  );
}

/** Keys of the records that a state of a record names. */
function referredBy(key: RecordKey, json: string): RecordKey[] {
  const { kind } = partsOf(key);
  if (kind === 'dataset' || kind === 'predicate') return [];
  const record: object = JSON.parse(json);
  const named = referencesOf(kind as ReferringKind, record as never).map((to) => recordKey(to.kind, to.id));
  return kind === 'citation' ? [...named, recordKey('claim', (record as Citation).claim)] : named;
}
