/** Each fault of meaning is refused by its own code, at its place, and a valid import is not refused. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assembleBatch } from '../assemble-batch.ts';
import { assignDatasets, datasetFault } from '../assign-datasets.ts';
import { checkRecords } from './check-records.ts';
import type { CuratedFile } from '../curated-file.ts';
import { coreFile, demoFile, nothingStored, planOf, storedAfter } from '../../testing/curated-demo.ts';
import { at, citation, claim, damaged, type Demo, DAMAGES, problemsOf } from '../../testing/damaged-demo.ts';

test('the valid import has no problem', () => expect(problemsOf([coreFile(), demoFile()])).toEqual([]));

describe('a fault of what a file gives once for all its citations', () => {
  test('stands where it is written, once, with what was probably meant', () => {
    const problems = damaged((d) => (d.defaults = { source: 'dayly' }));
    expect(problems.filter(({ pointer }) => pointer?.startsWith('/defaults'))).toEqual([
      expect.objectContaining({ code: 'unknown-id', pointer: '/defaults/source', file: 'demo/1.json', remedy: 'did you mean "daily"?' }),
    ]);
    expect(problems.filter(({ code }) => code === 'unknown-id')).toHaveLength(1);
  });
  test('of one that its citations give themselves, too, each stands at its place', () => {
    const problems = damaged((d) => {
      d.defaults = { source: 'dayly' };
      citation(d, 2).source = 'dayli';
    });
    expect(problems.flatMap(({ code, pointer }) => (code === 'unknown-id' ? [pointer] : [])).sort()).toEqual([
      '/claims/2/citations/0/source',
      '/defaults/source',
    ]);
  });
});

describe('refused', () => {
  for (const [what, damage, code, pointer] of DAMAGES) {
    test(what, () => {
      const problems = damaged(damage);
      expect(problems).toContainEqual(expect.objectContaining({ code, pointer }));
      for (const problem of problems) expect(problem.message.length).toBeGreaterThan(10);
    });
  }

  test('a file of no dataset, unless one is asked for', () => {
    const { dataset: _, ...headless } = demoFile();
    expect(problemsOf([coreFile(), headless])).toEqual([expect.objectContaining({ code: 'dataset-missing', file: 'demo/1.json' })]);
    expect(problemsOf([coreFile(), headless], nothingStored(), 'demo')).toEqual([]);
  });
  test('a file without header between two datasets in one folder', () => {
    const { dataset: _, ...headless } = demoFile();
    const other = { format: 'attest/1', dataset: { id: 'other' } };
    const third = { format: 'attest/1', dataset: { id: 'third' } };
    expect(problemsOf([coreFile(), headless, other, third])).toEqual([expect.objectContaining({ code: 'dataset-ambiguous' })]);
  });
  test('one dataset with two different headers', () => {
    const other: CuratedFile = { format: 'attest/1', dataset: { id: 'demo', title: 'Otherwise' } };
    expect(problemsOf([coreFile(), demoFile(), other])).toEqual([expect.objectContaining({ code: 'dataset-header-differs', file: 'demo/2.json' })]);
  });
  test('a claim that another dataset cites, changed to another proposition', () => {
    const first = storedAfter(nothingStored(), planOf([coreFile(), demoFile()]));
    const other: CuratedFile = { format: 'attest/1', dataset: { id: 'other' }, defaults: { source: 'daily' }, claims: [{ ...claim(demoFile(), 1), id: 'o1' }] };
    const stored = storedAfter(first, planOf([other], first));
    const changed = demoFile();
    claim(changed, 1).expected = true;
    expect(problemsOf([coreFile(), changed], stored)).toEqual([expect.objectContaining({ code: 'shared-claim-changed', pointer: '/claims/1' })]);
  });
  test('a claim changed to the proposition of another one', () => {
    const stored = storedAfter(nothingStored(), planOf([coreFile(), demoFile()]));
    const changed = demoFile();
    const [, second, , , , last] = changed.claims;
    if (!second || !last) throw new Error('claims are missing');
    const { citations: _, id: __, ...proposition } = second;
    const moved = { ...last, ...proposition };
    expect(problemsOf([coreFile(), { ...changed, claims: [moved], rivals: [] }], stored).map((p) => p.code)).toContain('claim-id-reused');
  });
});

test('the nearest known id is suggested, from the import and from the database', () => {
  expect(damaged((d) => (claim(d, 0).subject = 'sylvnaia'))[0]?.remedy).toBe('did you mean "sylvania"?');
  const stored = storedAfter(nothingStored(), planOf([coreFile(), demoFile()]));
  const other: CuratedFile = { format: 'attest/1', dataset: { id: 'other' }, defaults: { source: 'dayly' }, claims: [{ ...claim(demoFile(), 1), id: 'o1' }] };
  expect(problemsOf([coreFile(), other], stored)[0]).toMatchObject({ code: 'unknown-id', remedy: 'did you mean "daily"?' });
});

test('that there is no vocabulary is said only where the database has none', () => {
  const meets = (d: Demo) => d.claims.forEach((one) => (one.predicate = 'meets'));
  const told = (ids?: string[]) => {
    const file = demoFile();
    file.predicates = [];
    meets(file);
    const assigned = assignDatasets([{ name: 'demo/1.json', content: file }], undefined);
    const { records, aliases } = nothingStored();
    const { batch } = assembleBatch(assigned.files, records);
    const problems = checkRecords(batch, { records, aliases, ...(ids ? { ids: { predicate: ids } } : {}) });
    return problems.find(({ message }) => message === 'no predicate has the id "meets"')?.remedy;
  };
  expect(told([])).toContain('there is no vocabulary yet');
  expect(told(['hired', 'paid'])).toContain('take one of the vocabulary');
  expect(told(['hired', 'meet'])).toBe('did you mean "meet"?');
});

test('a dataset may refer to what another defines', () => {
  const stored = storedAfter(nothingStored(), planOf([coreFile(), demoFile()]));
  const other: CuratedFile = { format: 'attest/1', dataset: { id: 'other' }, defaults: { source: 'daily' }, claims: [{ ...claim(demoFile(), 0), id: 'o1' }] };
  expect(problemsOf([coreFile(), other], stored)).toEqual([]);
});

test('a dataset that is asked for has a valid id, and no reserved word', () => {
  expect(['my-case', 'a:b', 'x'.repeat(96)].map(datasetFault)).toEqual([undefined, undefined, undefined]);
  for (const id of ['BAD ID é"', '', 'a/b', 'x'.repeat(97), 'unknown', 'value'])
    expect(datasetFault(id)).toMatchObject({ code: 'invalid-id', message: expect.stringContaining(JSON.stringify(id)), remedy: expect.any(String) });
});

test('every fault of one file is reported at once', () => {
  const problems = damaged((d) => {
    claim(d, 0).subject = 'sylvnaia';
    citation(d, 1).originBasis = 'carried';
    at(d.sources, 0).published = { edtf: '2024-13', basis: 'stated' };
    at(d.predicates, 0).id = 'paid';
  });
  expect(problems.map((p) => p.code).sort()).toEqual(['carried-without-text-of', 'invalid-date', 'predicate-prefix', 'unknown-id']);
});

test('every code of a check has a test in this file, or in those on symmetric claims and on datasets', () => {
  const here = new URL('.', import.meta.url);
  const rooms = [here, new URL('../', import.meta.url)];
  const sources = rooms
    .flatMap((room) => readdirSync(room).map((name) => new URL(name, room)))
    .filter(({ pathname }) => /\/(check-[a-z]+|normalise-file|assign-datasets)\.ts$/.test(pathname));
  expect(sources.length).toBeGreaterThanOrEqual(10);
  const told = new Set(sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((m) => m[1] ?? '')));
  const shown = ['check-records.test.ts', '../../testing/damaged-demo.ts', '../symmetric-claims.test.ts', '../assign-datasets.test.ts']
    .map((file) => readFileSync(new URL(file, here), 'utf8'))
    .join('\n');
  const words = new Set(['own-voice', 'not-established', 'described-as']);
  expect([...told].filter((code) => !words.has(code) && !shown.includes(`'${code}'`))).toEqual([]);
});
