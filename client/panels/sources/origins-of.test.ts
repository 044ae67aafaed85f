import { describe, expect, it } from 'vitest';
import { originCounts, withCarriers } from './origins-of.ts';

describe('whom claims go back to', () => {
  it('counts a claim at each of its voices, once, the most first', () => {
    expect(originCounts([{ originVoices: ['b', 'a'] }, { originVoices: ['b', 'b'] }, { originVoices: [] }])).toEqual([
      { voice: 'b', claims: 2 },
      { voice: 'a', claims: 1 },
    ]);
  });

  it('finds what carries a text through another, and ends on a circle', () => {
    const carries = (id: string, source?: string) => ({ id, ...(source === undefined ? {} : { textOf: { source, how: 'republishes' as const } }) });
    expect(withCarriers(['root'], [carries('far', 'near'), carries('near', 'root'), carries('other')]).toSorted()).toEqual(['far', 'near', 'root']);
    expect(withCarriers(['a'], [carries('a', 'b'), carries('b', 'a')]).toSorted()).toEqual(['a', 'b']);
  });
});
