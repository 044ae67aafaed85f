/** An export in own JSON that is imported again changes nothing. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { applyDelta } from '../../domain/importing/apply-delta.ts';
import { assembleBatch } from '../../domain/importing/assemble-batch.ts';
import { assignDatasets } from '../../domain/importing/assign-datasets.ts';
import { deltaSize } from '../../domain/importing/change-plan.ts';
import { checkRecords } from '../../domain/importing/checks/check-records.ts';
import { planImport, type ImportPlan, type StoredState } from '../../domain/importing/plan-import.ts';
import { coreFile, demoFile, nothingStored, storedAfter } from '../../domain/testing/curated-demo.ts';
import { ownJson } from '../../exchange/exporters/own-json.ts';
import { wholeInput } from '../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import { readCuratedFile, type InputFile } from '../importing/files/read-curated-file.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);

function planOf(files: readonly InputFile[], stored: StoredState): ImportPlan {
  const read = files.map((file) => readCuratedFile(file));
  expect(read.flatMap((file) => file.problems)).toEqual([]);
  const assigned = assignDatasets(
    read.flatMap(({ name, content }) => (content ? [{ name, content }] : [])),
    undefined,
  );
  const { batch, problems } = assembleBatch(assigned.files, stored.records);
  expect([...assigned.problems, ...problems, ...checkRecords(batch, { records: stored.records, aliases: stored.aliases })]).toEqual([]);
  const datasets = [...new Set(assigned.files.map((file) => file.dataset))];
  return planImport(batch, stored, { datasets, prune: true, overwrite: false });
}
const written = (stored: StoredState): InputFile[] =>
  writtenFiles(ownJson, wholeInput(stored.records))
    .filter((file) => file.mediaType === 'application/json')
    .map((file) => ({ name: file.name, bytes: bytes(file.text) }));

function expectRoundTrip(files: readonly InputFile[]): void {
  const first = planOf(files, nothingStored());
  const stored = storedAfter(nothingStored(), first);
  const again = planOf(written(stored), stored);
  expect(again.changed).toEqual([]);
  expect(again.created).toEqual([]);
  expect(deltaSize(again)).toBe(0);
  const fresh = applyDelta(nothingStored().records, planOf(written(stored), nothingStored()));
  expect(fresh).toEqual(applyDelta(nothingStored().records, first));
}

test('the curated case, exported and imported again, is unchanged', () => {
  const folders = ['fixtures/vocabulary', 'fixtures/cases/iran-plots'];
  expectRoundTrip(
    folders.flatMap((folder) =>
      readdirSync(`${root}${folder}`)
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(`${root}${folder}/${name}`) })),
    ),
  );
});
test('a claim that two datasets cite under two ids, exported and imported again, is unchanged', () => {
  const demo = demoFile();
  const [, shared] = demo.claims;
  if (!shared) throw new Error('no claim');
  const other = {
    format: 'attest/1',
    dataset: { id: 'other' },
    claims: [{ ...shared, id: 'o2', citations: [{ source: 'papers', paraphrase: 'So the papers.', standing: { level: 'reported' } }] }],
  };
  expectRoundTrip([coreFile(), demo, other].map((content, i) => ({ name: `${i}/file.json`, bytes: bytes(JSON.stringify(content)) })));
});
