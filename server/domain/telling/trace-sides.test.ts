/** Everything unusual about the two sides of a trace is said. */
import { describe, expect, it } from 'vitest';
import { askedSide, sideLines } from './trace-sides.ts';

const lines = (from: string[], to: string[], gone: string[] = []) => sideLines({ from, to, gone }, (id) => id.toUpperCase());

it('says nothing where the two sides share nobody and nobody is gone', () => {
  expect(lines(['a'], ['b'])).toEqual([]);
});
it('names the entities that are on both sides', () => {
  expect(lines(['a', 'b'], ['b', 'c'])).toEqual(['On both sides stands B: an entity is not linked with itself.']);
  expect(lines(['a', 'b'], ['b', 'a'])).toEqual(['On both sides stand A and B: an entity is not linked with itself.']);
});
it('says which side is empty', () => {
  expect(lines([], ['b'])).toEqual(['No entity stands on the side to start from.']);
  expect(lines(['a'], [])).toEqual(['No entity stands on the side to arrive at.']);
});
it('names the entities of a saved set that are gone, and how many more', () => {
  expect(lines(['a'], ['b'], ['x'])).toEqual(['1 entity of a saved set is no longer on record: x.']);
  const gone = Array.from({ length: 12 }, (_, i) => `x${i}`);
  expect(lines(['a'], ['b'], gone)[0]).toMatch(/^12 entities of a saved set are no longer on record: x0, .*x9 and 2 more\.$/);
});

describe('a side that was asked for', () => {
  it('by role or type is told as such, and one whose entities or saved set were named is not', () => {
    expect(askedSide({ role: 'intermediary' })).toBe('any intermediary');
    expect(askedSide({ type: 'Case' })).toBe('any legal case');
    expect(askedSide({ ids: ['iran'] })).toBeUndefined();
    expect(askedSide({ savedSet: 'suspects' })).toBeUndefined();
  });
});
