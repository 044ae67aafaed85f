/** An export in STIX with our extension, imported into an empty store, gives own JSON of the same bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleBatch } from '../../domain/importing/assemble-batch.ts';
import { assignDatasets } from '../../domain/importing/assign-datasets.ts';
import { checkRecords } from '../../domain/importing/checks/check-records.ts';
import { planImport } from '../../domain/importing/plan-import.ts';
import type { Records } from '../../domain/model/records.ts';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import { nothingStored, storedAfter } from '../../domain/testing/curated-demo.ts';
import { ownJson } from '../../exchange/exporters/own-json.ts';
import { stix } from '../../exchange/exporters/stix.ts';
import { wholeInput } from '../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import { curatedCase } from '../testing/curated-case.ts';
import type { ReadFile } from './files/read-curated-file.ts';
import { readImportFile } from './files/read-import-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const bundleOf = (records: Records): string => writtenFiles(stix, wholeInput(records)).find(({ name }) => name === 'bundle.stix.json')?.text ?? '';
const ownOf = (records: Records) => writtenFiles(ownJson, wholeInput(records)).filter(({ name }) => name.endsWith('.json'));

/** What an empty store holds once these files are imported. */
function imported(files: readonly ReadFile[]): Records {
  expect(files.flatMap(({ problems }) => problems)).toEqual([]);
  const stored = nothingStored();
  const assigned = assignDatasets(
    files.flatMap(({ name, content }) => (content ? [{ name, content }] : [])),
    undefined,
  );
  const { batch, problems } = assembleBatch(assigned.files, stored.records);
  expect([...assigned.problems, ...problems, ...checkRecords(batch, stored)]).toEqual([]);
  const datasets = [...new Set(assigned.files.map(({ dataset }) => dataset))];
  return storedAfter(stored, planImport(batch, stored, { datasets, prune: false, overwrite: false })).records;
}

/** @param records as an import leaves them */
function expectKept(records: Records): void {
  const text = bundleOf(records);
  const { files, foreign } = readImportFile({ name: 'exports/bundle.json', bytes: bytes(text) });
  expect(foreign).toMatchObject({ format: 'stix', rejected: [], lost: [] });
  expect(foreign?.taken).toHaveLength(foreign?.read ?? -1);
  expect(foreign?.read).toBe((JSON.parse(text) as { objects: unknown[] }).objects.length);
  expect(ownOf(imported(files))).toEqual(ownOf(records));
}
const viaOwnJson = (records: Records): Records => imported(ownOf(records).flatMap(({ name, text }) => readImportFile({ name, bytes: bytes(text) }).files));

describe('STIX out and in', () => {
  it('keeps any records', { timeout: 120_000 }, () => {
    checkProperty(
      'STIX keeps every record',
      fc.property(arbitraryRecords(), (records) => expectKept(viaOwnJson(records))),
      { runs: 60 },
    );
  });
  it.each(['demonstration', 'iran-plots'] as const)('keeps the case %s', { timeout: 60_000 }, (name) => expectKept(viaOwnJson(curatedCase(name))));
  it('keeps them whatever the order of the objects', () => {
    const records = viaOwnJson(curatedCase('demonstration'));
    const bundle = JSON.parse(bundleOf(records)) as { objects: unknown[] };
    const shuffled = readImportFile({ name: 'b', bytes: bytes(JSON.stringify({ ...bundle, objects: bundle.objects.toReversed() })) });
    expect(ownOf(imported(shuffled.files))).toEqual(ownOf(records));
  });
});
