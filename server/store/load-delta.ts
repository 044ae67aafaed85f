/** What the change sets between two revisions changed, as the records now stand: how a case in memory is moved on without reading all of it. */
import { emptyPut, recordKey, type ChangeKind, type Delta, type RecordKey } from '../domain/importing/change-plan.ts';
import type { Claim } from '../domain/model/records.ts';
import type { Tx } from './connect.ts';
import { parseAll } from './queries/load-records.ts';
import { changedKeys } from './queries/changed-keys.ts';
import * as rows from './queries/record-rows.ts';

/** @returns undefined where one of the change sets was too large to name its records */
export async function loadDelta(tx: Tx, after: number, rev: number): Promise<Delta | undefined> {
  const sets = await changedKeys.run(tx, { after, rev });
  if (sets.length !== rev - after || sets.some(({ changed }) => changed === null)) return undefined;
  const byKind = new Map<ChangeKind, string[]>();
  for (const key of new Set(sets.flatMap(({ changed }) => changed ?? []))) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, slash) as ChangeKind;
    const ids = byKind.get(kind);
    if (ids) ids.push(key.slice(slash + 1));
    else byKind.set(kind, [key.slice(slash + 1)]);
  }
  const put = emptyPut();
  const there = new Set<RecordKey>();
  async function load<T extends { id: string }>(
    kind: ChangeKind,
    query: { run(tx: Tx, p: { rev: number; ids: string[] }): Promise<{ json: string }[]> },
  ): Promise<T[]> {
    const asked = byKind.get(kind) ?? [];
    if (asked.length === 0) return [];
    const wanted = new Set(asked);
    // Some statements bring more than was asked for: a source comes with the texts it carries.
    const found = parseAll<T>(await query.run(tx, { rev, ids: asked })).filter(({ id }) => wanted.has(id));
    for (const { id } of found) there.add(recordKey(kind, id));
    return found;
  }
  put.datasets = await load('dataset', rows.datasetsById);
  put.voices = await load('voice', rows.voicesById);
  put.sources = await load('source', rows.sourcesWithChains);
  put.entities = await load('entity', rows.entitiesById);
  put.predicates = await load('predicate', rows.predicatesById);
  put.claims = (await load<Claim>('claim', rows.claimsById)).map((claim) => ({ claim, datasets: [claim.dataset], aliases: [] }));
  put.citations = await load('citation', rows.citationsById);
  put.rivals = await load('rivals', rows.rivalsById);
  put.identities = await load('identity', rows.identitiesById);
  put.questions = await load('question', rows.questionsById);
  const remove = [...byKind].flatMap(([kind, ids]) => ids.filter((id) => !there.has(recordKey(kind, id))).map((id) => ({ kind, id })));
  return { put, remove };
}
