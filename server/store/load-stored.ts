/** Loads the stored records that a delta names. */
import { maybeStored, recordKey, type ChangeKind, type Delta, type RecordKey } from '../domain/importing/change-plan.ts';
import { canonicalJson } from '../domain/model/canonical-json.ts';
import { emptyRecords } from '../domain/model/empty-records.ts';
import type { Citation, Claim, Records } from '../domain/model/records.ts';
import type { Tx } from './connect.ts';
import { parseAll } from './load-records.ts';
import { citationsById } from './statements/citations.ts';
import { claimsById } from './statements/claims.ts';
import { datasetsById, predicatesById } from './statements/datasets-and-predicates.ts';
import { entitiesById } from './statements/entities.ts';
import { questionsById } from './statements/questions-and-sets.ts';
import { identitiesById, rivalsById } from './statements/rivals-and-identities.ts';
import { sourcesWithChains } from './statements/sources.ts';
import { voicesById } from './statements/voices.ts';

export interface StoredOfDelta {
  /** The stored states of the records that the delta changes or removes, each as canonical JSON. */
  states: Map<RecordKey, string>;
  /** The same records, except claims and citations, which are loaded claim by claim. */
  around: Records;
  /** The claim of each stored citation that the delta names. */
  claimOfCitation: Map<string, string>;
}

interface JsonQuery {
  run(tx: Tx, params: { rev: number; ids: string[] }): Promise<{ json: string }[]>;
}

/** Looks up every record of the delta by its id, except those known to be `unstored`. */
export async function loadStored(tx: Tx, rev: number, delta: Delta, unstored: ReadonlySet<RecordKey> = new Set()): Promise<StoredOfDelta> {
  const around = emptyRecords();
  const states = new Map<RecordKey, string>();
  const idsOf = (kind: ChangeKind, put: readonly { id: string }[]) =>
    maybeStored(kind, [...put.map(({ id }) => id), ...delta.remove.filter((r) => r.kind === kind).map((r) => r.id)], unstored);
  async function find<T extends { id: string }>(kind: ChangeKind, put: readonly T[], query: JsonQuery): Promise<T[]> {
    const ids = idsOf(kind, put);
    if (ids.length === 0) return [];
    const found = await query.run(tx, { rev, ids });
    return parseAll<T>(found).map((record, i) => {
      states.set(recordKey(kind, record.id), found[i]?.json ?? '');
      return record;
    });
  }
  const fill = <T extends { id: string }>(map: Map<string, T>, found: readonly T[]) => found.forEach((record) => map.set(record.id, record));
  const { put } = delta;
  fill(around.datasets, await find('dataset', put.datasets, datasetsById));
  fill(around.voices, await find('voice', put.voices, voicesById));
  fill(around.predicates, await find('predicate', put.predicates, predicatesById));
  fill(around.entities, await find('entity', put.entities, entitiesById));
  fill(around.questions, await find('question', put.questions, questionsById));
  around.rivals = await find('rivals', put.rivals, rivalsById);
  around.identities = await find('identity', put.identities, identitiesById);
  const sourceIds = idsOf('source', put.sources);
  if (sourceIds.length > 0) {
    const wanted = new Set(sourceIds);
    fill(around.sources, parseAll(await sourcesWithChains.run(tx, { rev, ids: sourceIds })));
    for (const [id, source] of around.sources) if (wanted.has(id)) states.set(recordKey('source', id), canonicalJson(source));
  }
  const citations = await find<Citation>('citation', put.citations, citationsById);
  await find<Claim>(
    'claim',
    put.claims.map(({ claim }) => claim),
    claimsById,
  );
  return { states, around, claimOfCitation: new Map(citations.map(({ id, claim }) => [id, claim])) };
}
