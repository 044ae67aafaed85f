/** Lists change sets, newest first. */
import type { changeSet, listChanges as contract } from '../../contract/routes/changes.ts';
import type { z } from 'zod';
import type { ChangeKind, RecordKey } from '../../domain/importing/change-plan.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { changeSetsBelow, undoneAmong, type ChangeSetRow } from '../../store/statements/recording/history.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { partsOf } from './undo/load-histories.ts';

export async function listChanges(
  db: Database,
  { query: { limit, offset } }: Pick<InputOf<typeof contract>, 'query'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof contract>> {
  return db.read(async (tx) => {
    const revision = await currentRevision(tx);
    return { changeSets: await viewsOf(tx, await changeSetsBelow.run(tx, { rev: revision, limit, offset })), revision };
  }, o);
}

/** The change sets as they are shown: with what each undoes, and what undoes it at present. */
export async function viewsOf(tx: Tx, rows: readonly ChangeSetRow[]): Promise<z.infer<typeof changeSet>[]> {
  const undoneBy = await undoneByOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, kind, who, why, at, revision, changed, undoes, effects }) => {
    const by = undoneBy.get(id);
    const counts = changed === null ? {} : { changed: countByKind(changed as RecordKey[]) };
    return { id, kind, who, why, at, revision, undoes: undoes ?? [], effects: effects ?? [], ...counts, ...(by === undefined ? {} : { undoneBy: by }) };
  });
}

function countByKind(keys: readonly RecordKey[]): Partial<Record<ChangeKind, number>> {
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const key of keys) {
    const { kind } = partsOf(key);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** The undo of each change set that holds at present: one that was itself undone does not count. */
async function undoneByOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const undos = new Map<string, { id: string; undoes: string[] }>();
  for (let asked = [...ids]; asked.length > 0;) {
    const found = (await undoneAmong.run(tx, { ids: asked })).filter(({ id }) => !undos.has(id));
    for (const row of found) undos.set(row.id, row);
    asked = found.map(({ id }) => id);
  }
  const holding = new Map<string, string>();
  const isUndone = (id: string): boolean => [...undos.values()].some((undo) => undo.undoes.includes(id) && !isUndone(undo.id));
  for (const undo of undos.values()) if (!isUndone(undo.id)) for (const id of undo.undoes) holding.set(id, undo.id);
  return holding;
}
