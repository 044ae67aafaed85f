/** A long search is answered as far as it is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutQuery } from './cut-query.ts';

describe('cut-query', () => {
  it('leaves a short one as it is', () => {
    expect(cutQuery(' Rafat Amirov ', 20)).toEqual({ text: 'Rafat Amirov', cut: false });
  });
  it('ends at a word', () => {
    expect(cutQuery('Rafat Amirov of the gang', 15)).toEqual({ text: 'Rafat Amirov of', cut: true });
    expect(cutQuery('Rafat Amirov of the gang', 14)).toEqual({ text: 'Rafat Amirov', cut: true });
  });
  it('cuts a word that is too long by itself, and no character', () => {
    expect(cutQuery('aaaaaaaa', 3)).toEqual({ text: 'aaa', cut: true, whole: 'aaaaaaaa' });
    expect(cutQuery('aa🦊🦊', 3)).toEqual({ text: 'aa', cut: true, whole: 'aa🦊🦊' });
  });
  it('never gives more than was asked for, and only the beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (typed, most) => {
        const { text, cut } = cutQuery(typed, most);
        expect(text.length).toBeLessThanOrEqual(most);
        expect(typed.trim().startsWith(text)).toBe(true);
        expect(cut).toBe(text !== typed.trim());
      }),
      { verbose: true },
    );
  });
});
