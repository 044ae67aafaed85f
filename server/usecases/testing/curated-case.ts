/** The curated case and its vocabulary as records, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFixtures, type FixtureFolder } from '../../../scripts/fixtures-check/read-fixtures.ts';
import { emptyRecords } from '../../domain/empty-records.ts';
import type { Records } from '../../domain/model.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

function folder(path: string): FixtureFolder {
  const files = readdirSync(join(fixtures, path)).filter((file) => file.endsWith('.json'));
  return files.map((file) => ({ name: `${path}/${file}`, text: readFileSync(join(fixtures, path, file), 'utf8') }));
}

export function curatedCase(): Records {
  const { batch } = readFixtures([folder('vocabulary'), folder('cases/iran-plots')]);
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
