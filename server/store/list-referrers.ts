/** Lists the records that will refer to records an import would remove. */
import { recordKey, type PutRecords } from '../domain/importing/change-plan.ts';
import type { ImportPlan, Referrer } from '../domain/importing/plan-import.ts';
import { REFERRED_BY, referencesOf, type Reference, type ReferringKind } from '../domain/importing/references-of.ts';
import type { Tx } from './connect.ts';
import { recordsOfKindsRows } from './statements/records.ts';

/**
 * Searches every record of the kinds that can refer to removed records, because references are stored inside the records. Each record is read as it will be
 * after the plan, with the dataset it will then belong to. A claim shared with other datasets passes to them and keeps its references. Sorted by kind and id.
 */
export async function listReferrers(tx: Tx, rev: number, { put, remove, removed }: Pick<ImportPlan, 'put' | 'remove' | 'removed'>): Promise<Referrer[]> {
  const kinds = [...new Set(removed.flatMap(({ kind }) => REFERRED_BY[kind] ?? []))].sort();
  if (kinds.length === 0) return [];
  const wanted = new Set<string>(removed.map(({ kind, id }) => recordKey(kind, id)));
  const leaving = new Set<string>(remove.map(({ kind, id }) => recordKey(kind, id)));
  const planned = plannedRecords(put);
  const referrers = new Map<string, Referrer>();
  for (const { kind, json } of await recordsOfKindsRows.run(tx, { rev, kinds })) {
    if (!isReferring(kind)) continue;
    const stored: Named = JSON.parse(json);
    const key = recordKey(kind, stored.id);
    if (leaving.has(key)) continue;
    const record = planned.get(key) ?? stored;
    const { id, dataset } = record;
    for (const to of referencesIn(kind, record)) {
      if (wanted.has(`${to.kind}/${to.id}`)) referrers.set(`${key} ${to.kind}/${to.id}`, { kind, id, dataset, to });
    }
  }
  return [...referrers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, referrer]) => referrer);
}

interface Named {
  id: string;
  dataset: string;
}

/** The records of a plan by key, of the kinds that refer to others. */
function plannedRecords({ voices, sources, entities, claims, citations, rivals, identities, questions }: PutRecords): ReadonlyMap<string, Named> {
  const of = (kind: ReferringKind, records: readonly Named[]) => records.map((record): [string, Named] => [recordKey(kind, record.id), record]);
  return new Map([
    ...of('voice', voices),
    ...of('source', sources),
    ...of('entity', entities),
    ...of(
      'claim',
      claims.map(({ claim }) => claim),
    ),
    ...of('citation', citations),
    ...of('rivals', rivals),
    ...of('identity', identities),
    ...of('question', questions),
  ]);
}

function isReferring(kind: string): kind is ReferringKind {
  return Object.values(REFERRED_BY).some((kinds) => (kinds as readonly string[]).includes(kind));
}

/** The references of a record; `kind` must be the kind it was stored or planned as. */
function referencesIn<K extends ReferringKind>(kind: K, record: Named): Reference[] {
  return referencesOf(kind, record as Parameters<typeof referencesOf<K>>[1]);
}
