/** Paragraphs are counted as in curated files, and a text has one form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { paragraphsOf, textAsKept } from './paragraphs.ts';

describe('the paragraphs of a text', () => {
  it('are its lines that are not blank, without white space around them', () => {
    expect(paragraphsOf('One.\r\n\r\n  \t\n Two. \nThree.\rFour.\u2028Five.\n')).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five.']);
    expect(paragraphsOf(' \n\n')).toEqual([]);
  });
  it('are kept composed, and without what shows nothing or turns the direction', () => {
    expect(textAsKept('\uFEFFCafe\u0301\u0007\r\n\n\u202EAli\u2069\tReza')).toBe('Café\nAli\tReza');
    expect(textAsKept('half \ud800 of a sign')).toBe('half \ufffd of a sign');
    // A joiner belongs to the writing of Persian.
    expect(textAsKept('می\u200cرود')).toBe('می\u200cرود');
  });
  it('stay the same however often a text is brought into its form', () => {
    const text = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\r\n', '\r', ' ', '\u2029', 'é', 'e\u0301')))
      .map((parts) => parts.join(''));
    checkProperty(
      'one form',
      fc.property(text, (given) => {
        const kept = textAsKept(given);
        expect(textAsKept(kept) === kept).toBe(true);
        expect(paragraphsOf(kept).join('\n') === kept).toBe(true);
      }),
    );
  });
});
