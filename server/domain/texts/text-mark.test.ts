/** Places count characters of Unicode, whatever a string of JavaScript counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { placesIn, quoteAt } from './text-mark.ts';

describe('a marked passage', () => {
  it('has its words and at most 32 characters on either side', () => {
    const paragraph = `${'a'.repeat(40)}the words${'b'.repeat(40)}`;
    expect(quoteAt(paragraph, { start: 40, end: 49 })).toEqual({ exact: 'the words', prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) });
    expect(quoteAt('short', { start: 0, end: 5 })).toEqual({ exact: 'short', prefix: '', suffix: '' });
  });
  it('is none where the paragraph ends before it, or it holds nothing', () => {
    expect(quoteAt('short', { start: 0, end: 6 })).toBeUndefined();
    expect(quoteAt('short', { start: 3, end: 3 })).toBeUndefined();
  });
  it('counts a sign beyond the 65,536 first once', () => {
    expect(quoteAt('a😀b', { start: 1, end: 2 })?.exact).toBe('😀');
    expect(placesIn('a😀b').unitsOf({ start: 1, end: 3 })).toEqual({ start: 1, end: 4 });
    // Within the sign.
    expect(placesIn('a😀b').charactersOf({ start: 2, end: 4 })).toEqual({ start: 1, end: 3 });
  });
  it('is found again at the place that was counted', () => {
    const sign = fc.constantFrom('a', 'é', 'ش', '😀', '𐎠', ' ', '漢');
    checkProperty(
      'there and back',
      fc.property(fc.array(sign, { minLength: 1 }), fc.nat(), fc.nat(), (signs, from, length) => {
        const paragraph = signs.join('');
        const start = from % signs.length;
        const end = start + 1 + (length % (signs.length - start));
        const { unitsOf, charactersOf } = placesIn(paragraph);
        const units = unitsOf({ start, end });
        expect(paragraph.slice(units.start, units.end)).toBe(quoteAt(paragraph, { start, end })?.exact);
        expect(charactersOf(units)).toEqual({ start, end });
      }),
    );
  });
});
