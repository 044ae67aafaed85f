/** Records of other datasets that refer to records an import would remove. */
import { z } from 'zod';
import type { RecordRef, Referrer } from '../../domain/plan-import.ts';
import { REFERRED_BY, referencesOf, type Reference, type ReferringKind } from '../../domain/references-of.ts';
import type { Tx } from '../connect.ts';
import { defineQuery } from '../query.ts';

export const recordsOfKindsRows = defineQuery({
  file: 'read/list-records-of-kinds.cypher',
  mode: 'READ',
  params: z.strictObject({ rev: z.int(), kinds: z.array(z.string()) }),
  row: z.object({ kind: z.string(), json: z.string() }),
});

/** Looks through every record of the kinds that could refer to one of these: references stand inside the records. Sorted by kind and id. */
export async function listReferrers(tx: Tx, rev: number, removed: readonly RecordRef[], datasets: readonly string[]): Promise<Referrer[]> {
  const gone = new Set(removed.map(({ kind, id }) => `${kind}/${id}`));
  const kinds = [...new Set(removed.flatMap(({ kind }) => REFERRED_BY[kind] ?? []))].sort();
  if (kinds.length === 0) return [];
  const referrers = new Map<string, Referrer>();
  for (const { kind, json } of await recordsOfKindsRows.run(tx, { rev, kinds })) {
    if (!isReferring(kind)) continue;
    const record: { id: string; dataset: string } = JSON.parse(json);
    if (datasets.includes(record.dataset)) continue;
    for (const to of referencesIn(kind, json)) {
      if (gone.has(`${to.kind}/${to.id}`)) referrers.set(`${kind}/${record.id} ${to.kind}/${to.id}`, { kind, id: record.id, dataset: record.dataset, to });
    }
  }
  return [...referrers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, referrer]) => referrer);
}

function isReferring(kind: string): kind is ReferringKind {
  return Object.values(REFERRED_BY).some((kinds) => (kinds as readonly string[]).includes(kind));
}

/** The text is a record of that kind: we wrote it. */
function referencesIn(kind: ReferringKind, json: string): Reference[] {
  return referencesOf(kind, JSON.parse(json));
}
