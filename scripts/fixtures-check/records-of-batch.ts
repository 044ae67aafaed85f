/** Turns a batch into records, as if it had been imported into an empty database. */
import { emptyRecords } from '../../server/domain/model/empty-records.ts';
import type { ImportBatch } from '../../server/domain/importing/import-batch.ts';
import type { Records } from '../../server/domain/model/records.ts';

/** For batches without problems; of two records with one id the last is kept. */
export function recordsOfBatch(batch: ImportBatch): Records {
  const records = emptyRecords();
  for (const { record } of batch.datasets) records.datasets.set(record.id, record);
  for (const { record } of batch.voices) records.voices.set(record.id, record);
  for (const { record } of batch.sources) records.sources.set(record.id, record);
  for (const { record } of batch.entities) records.entities.set(record.id, record);
  for (const { record } of batch.predicates) records.predicates.set(record.id, record);
  for (const { record } of batch.claims) records.claims.set(record.id, record);
  for (const { record } of batch.questions) records.questions.set(record.id, record);
  for (const { record } of batch.citations) {
    records.citations.set(record.claim, [...(records.citations.get(record.claim) ?? []), record]);
  }
  records.rivals = batch.rivals.map(({ record }) => record);
  records.identities = batch.identities.map(({ record }) => record);
  return records;
}
