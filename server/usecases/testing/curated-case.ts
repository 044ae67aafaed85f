/** A curated case and its vocabulary as records, in the form in which they are stored, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordsOfBatch } from '../../../scripts/fixtures-check/records-of-batch.ts';
import { readFixtures, type FixtureFolder } from '../../../scripts/fixtures-check/read-fixtures.ts';
import { canonicalBatch } from '../../domain/importing/canonical-record.ts';
import type { Records } from '../../domain/model/records.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

function folder(path: string): FixtureFolder {
  const files = readdirSync(join(fixtures, path)).filter((file) => file.endsWith('.json'));
  return files.map((file) => ({ name: `${path}/${file}`, text: readFileSync(join(fixtures, path, file), 'utf8') }));
}

type CuratedCase = 'iran-plots' | 'demonstration';

/** @param name the case's folder; the made-up case has a dispute of every kind */
export function curatedCase(name: CuratedCase = 'iran-plots'): Records {
  const { batch } = readFixtures([folder('vocabulary'), folder(`cases/${name}`)]);
  return recordsOfBatch(canonicalBatch(batch));
}
