/** Which dataset the records of a file belong to, and what is said of a dataset that nothing would go into. */
import { describe, expect, it } from 'vitest';
import { assignDatasets, type NamedFile } from './assign-datasets.ts';

const file = (name: string, id?: string): NamedFile => ({
  name,
  content: { format: 'attest/1', ...(id === undefined ? {} : { dataset: { id } }) } as NamedFile['content'],
});
const datasetsOf = (files: readonly NamedFile[], asked?: string) => assignDatasets(files, asked).files.map(({ name, dataset }) => [name, dataset]);

describe('the dataset of a file', () => {
  it('is that of its header, else of its folder, else the one asked for', () => {
    const files = [file('a/one.json', 'first'), file('a/two.json'), file('b/three.json')];
    expect(datasetsOf(files, 'asked')).toEqual([
      ['a/one.json', 'first'],
      ['a/two.json', 'first'],
      ['b/three.json', 'asked'],
    ]);
    expect(assignDatasets(files, 'asked').problems).toEqual([]);
  });
});

describe('a dataset asked for that no file goes into', () => {
  it('is refused with the dataset that the header names', () => {
    expect(assignDatasets([file('one.json', 'first'), file('two.json')], 'demo').problems).toEqual([
      {
        code: 'dataset-not-used',
        message: 'the dataset "demo" was asked for, but the header of this file names "first"',
        remedy: 'leave the dataset "demo" out, or change the header',
        file: 'one.json',
        pointer: '/dataset/id',
      },
    ]);
  });
  it('is no fault where the header names the same, or where there is no readable file', () => {
    expect(assignDatasets([file('one.json', 'demo')], 'demo').problems).toEqual([]);
    expect(assignDatasets([], 'demo').problems).toEqual([]);
  });
});
