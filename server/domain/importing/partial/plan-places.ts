/** Finds where the records of a plan stand in the files of its import. */
import { claimKey } from '../../model/proposition-key.ts';
import { inEndOrder } from '../../model/end-order.ts';
import type { Claim, Predicate, Records } from '../../model/records.ts';
import { LIST_OF_KIND, recordKey, type ChangeKind, type Delta, type RecordKey } from '../change-plan.ts';
import type { ImportBatch, Place } from '../import-batch.ts';
import { recordOf, type RecordPlace } from './leave-out.ts';

/** A claim that joins one of another id is found by what it says. What the files have as stubs, or in no list of records, has no place. */
export function placesOfPlan(batch: ImportBatch, { put }: Pick<Delta, 'put'>, stored: Pick<Records, 'claims' | 'predicates'>): Map<RecordKey, RecordPlace[]> {
  const places = new Map<RecordKey, RecordPlace[]>();
  const add = (key: RecordKey, { file, pointer }: Place) => {
    const place = recordOf({ file, pointer });
    if (!place) return;
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  };
  const { dataset: _header, claim: _claim, citation: _within, ...plain } = LIST_OF_KIND;
  for (const [kind, list] of Object.entries(plain)) for (const one of batch[list]) if (!one.stub) add(recordKey(kind as ChangeKind, one.record.id), one);
  const predicates = new Map<string, Predicate>([...stored.predicates, ...batch.predicates.map(({ record }) => [record.id, record] as const)]);
  const keyOf = (claim: Claim) => claimKey(inEndOrder(claim, predicates.get(claim.predicate)));
  const ids = new Map<string, string>();
  for (const claim of stored.claims.values()) ids.set(keyOf(claim), claim.id);
  for (const { claim } of put.claims) ids.set(keyOf(claim), claim.id);
  for (const one of batch.claims) add(recordKey('claim', ids.get(keyOf(one.record)) ?? one.record.id), one);
  return places;
}
