/** A stub names a record; it defines nothing where the record is known. */
import { describe, expect, it } from 'vitest';
import { coreFile, demoFile, nothingStored, storedAfter } from '../testing/curated-demo.ts';
import { assembleBatch } from './assemble-batch.ts';
import { checkRecords } from './checks/check-records.ts';
import { warningsOf } from './checks/warn-records.ts';
import type { CuratedFile } from './curated-file.ts';
import { planImport, type StoredState } from './plan-import.ts';

const STUBS: CuratedFile = {
  format: 'attest/1',
  dataset: demoFile().dataset,
  stubs: { voices: [{ id: 'newsroom' }], sources: [{ id: 'daily', voice: 'newsroom' }], entities: [{ id: 'ivan', type: 'Gang' }] },
};
function importOf(files: CuratedFile[], stored: StoredState, prune = false) {
  const assigned = files.map((content, i) => ({ content, name: `${i}.json`, dataset: content.dataset?.id ?? 'demo' }));
  const { batch, problems } = assembleBatch(assigned, stored.records);
  expect([...problems, ...checkRecords(batch, stored)]).toEqual([]);
  const plan = planImport(batch, stored, { datasets: [...new Set(assigned.map(({ dataset }) => dataset))], prune, overwrite: false });
  return { plan, warnings: warningsOf(batch, stored, '2026-11-29') };
}
const demo = () => storedAfter(nothingStored(), importOf([coreFile(), demoFile()], nothingStored()).plan);

describe('a stub', () => {
  it('changes no stored record, whatever it says of it', () => {
    const { plan, warnings } = importOf([STUBS], demo());
    expect([plan.created, plan.changed, plan.removed, warnings]).toEqual([[], [], [], []]);
  });
  it('keeps its record from being pruned', () => {
    const { plan } = importOf([STUBS], demo(), true);
    expect(plan.removed.filter(({ id }) => ['newsroom', 'daily', 'ivan'].includes(id))).toEqual([]);
    expect(plan.removed.map(({ id }) => id)).toContain('sylvania');
  });
  it('creates the least that is valid where nothing is stored, and the report says so of each', () => {
    const { plan, warnings } = importOf([STUBS], nothingStored());
    expect(plan.put.entities).toEqual([{ id: 'ivan', dataset: 'demo', type: 'Gang', names: [{ text: 'ivan', lang: 'und', kind: 'label' }] }]);
    expect(plan.put.sources).toEqual([{ id: 'daily', dataset: 'demo', kind: 'not described', voice: 'newsroom', seen: false }]);
    expect(plan.put.voices).toEqual([{ id: 'newsroom', dataset: 'demo', name: 'newsroom', entities: [], stake: 'unclear' }]);
    expect(warnings.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['stub-created', '/stubs/voices/0'],
      ['stub-created', '/stubs/sources/0'],
      ['stub-created', '/stubs/entities/0'],
    ]);
  });
  it('gives way to a file of the same import that defines the record, also where it is stored', () => {
    const renamed = demoFile();
    renamed.voices = renamed.voices.map((voice) => (voice.id === 'newsroom' ? { ...voice, name: 'The Daily News' } : voice));
    for (const stored of [nothingStored(), demo()]) {
      const { plan } = importOf([STUBS, coreFile(), renamed], stored);
      expect(plan.put.voices.find(({ id }) => id === 'newsroom')?.name).toBe('The Daily News');
    }
  });
});
