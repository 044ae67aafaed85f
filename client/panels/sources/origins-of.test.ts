import { describe, expect, it } from 'vitest';
import { originCounts, withCarriers } from './origins-of.ts';

describe('the origins of claims', () => {
  it('are counted once for each voice of a claim, highest number first', () => {
    expect(originCounts([{ originVoices: ['b', 'a'] }, { originVoices: ['b', 'b'] }, { originVoices: [] }])).toEqual([
      { voice: 'b', claims: 2 },
      { voice: 'a', claims: 1 },
    ]);
  });

  it('include sources that carry a text through another, also where they form a cycle', () => {
    const carries = (id: string, source?: string) => ({ id, ...(source === undefined ? {} : { textOf: { source, how: 'republishes' as const } }) });
    expect(withCarriers(['root'], [carries('far', 'near'), carries('near', 'root'), carries('other')]).toSorted()).toEqual(['far', 'near', 'root']);
    expect(withCarriers(['a'], [carries('a', 'b'), carries('b', 'a')]).toSorted()).toEqual(['a', 'b']);
  });
});
