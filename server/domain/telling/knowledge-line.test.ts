import { describe, expect, it } from 'vitest';
import { knowledgeLine } from './knowledge-line.ts';

const until = (id: string, edtf?: string, basis: 'stated' | 'outside' = 'stated') => ({
  id,
  ...(edtf === undefined ? {} : { knowledgeUntil: { edtf, basis } }),
});

describe('how far it is told', () => {
  it.each([
    [[until('a', '2024-11')], 'As told up to 2024-11; later outcomes not searched.'],
    [[until('a', '2024-11-05')], 'As told up to 2024-11; later outcomes not searched.'],
    [[until('a', '2023-02', 'outside')], 'As told up to 2023-02 (date from outside the sources); later outcomes not searched.'],
    [[until('a', '2023'), until('vocabulary')], 'As told up to 2023; later outcomes not searched.'],
    [[until('b', '2024'), until('a', '2023')], 'As told up to 2023 (a) and 2024 (b); later outcomes not searched.'],
    [[until('a', '2023'), until('b', '2023')], 'As told up to 2023; later outcomes not searched.'],
    [[until('a')], 'How far this is told is not said; later outcomes not searched.'],
    [[], 'How far this is told is not said; later outcomes not searched.'],
  ])('of %j is “%s”', (datasets, line) => {
    expect(knowledgeLine(datasets)).toBe(line);
  });
});
