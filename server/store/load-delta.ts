/**
 * Loads what the change sets between two revisions changed, as the records are now. The resident graph moves to the next revision by it, without reading
 * everything.
 */
import { emptyPut, recordKey, type ChangeKind, type Delta, type RecordKey } from '../domain/importing/change-plan.ts';
import type { Claim } from '../domain/model/records.ts';
import type { Tx } from './connect.ts';
import { parseAll } from './load-records.ts';
import { changedKeys } from './statements/recording/change-sets.ts';
import { citationsById } from './statements/citations.ts';
import { claimsById } from './statements/claims.ts';
import { datasetsById, predicatesById } from './statements/datasets-and-predicates.ts';
import { entitiesById } from './statements/entities.ts';
import { questionsById } from './statements/questions-and-sets.ts';
import { identitiesById, rivalsById } from './statements/rivals-and-identities.ts';
import { sourcesWithChains } from './statements/sources.ts';
import { voicesById } from './statements/voices.ts';

/**
 * The ids of the records that the change sets after one revision and up to another changed, by kind.
 * @returns undefined where one of the change sets was too large to name its records
 */
export async function changedByKind(tx: Tx, after: number, rev: number): Promise<Map<ChangeKind, string[]> | undefined> {
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
  return byKind;
}

/** @returns undefined where one of the change sets was too large to name its records */
export async function loadDelta(tx: Tx, after: number, rev: number): Promise<Delta | undefined> {
  const changed = await changedByKind(tx, after, rev);
  if (!changed) return undefined;
  const byKind: ReadonlyMap<ChangeKind, string[]> = changed;
  const put = emptyPut();
  const there = new Set<RecordKey>();
  async function load<T extends { id: string }>(
    kind: ChangeKind,
    query: { run(tx: Tx, p: { rev: number; ids: string[] }): Promise<{ json: string }[]> },
  ): Promise<T[]> {
    const asked = byKind.get(kind) ?? [];
    if (asked.length === 0) return [];
    const wanted = new Set(asked);
    // Some statements return more than was asked for: a source comes with the sources whose text it carries.
    const found = parseAll<T>(await query.run(tx, { rev, ids: asked })).filter(({ id }) => wanted.has(id));
    for (const { id } of found) there.add(recordKey(kind, id));
    return found;
  }
  put.datasets = await load('dataset', datasetsById);
  put.voices = await load('voice', voicesById);
  put.sources = await load('source', sourcesWithChains);
  put.entities = await load('entity', entitiesById);
  put.predicates = await load('predicate', predicatesById);
  put.claims = (await load<Claim>('claim', claimsById)).map((claim) => ({ claim, datasets: [claim.dataset], aliases: [] }));
  put.citations = await load('citation', citationsById);
  put.rivals = await load('rivals', rivalsById);
  put.identities = await load('identity', identitiesById);
  put.questions = await load('question', questionsById);
  const remove = [...byKind].flatMap(([kind, ids]) => ids.filter((id) => !there.has(recordKey(kind, id))).map((id) => ({ kind, id })));
  return { put, remove };
}
