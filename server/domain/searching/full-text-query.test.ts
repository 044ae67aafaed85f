/** What a person types never reaches the index as query syntax. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullTextQuery } from './full-text-query.ts';

describe('full-text-query', () => {
  it('searches each word exactly, as a beginning and misspelt', () => {
    expect(fullTextQuery('Amirov')).toBe('((amirov^3 OR amirov* OR amirov~1)) OR (_mr)');
  });
  it('searches both scripts', () => {
    expect(fullTextQuery('Иран', { exact: true })).toBe('(иран) OR (iran)');
  });
  it('searches a name of signs alone by its signs, and leaves signs out beside words', () => {
    expect(fullTextQuery('👨 🇮🇷', { exact: true })).toBe('(👨 AND 🇮🇷)');
    expect(fullTextQuery('Iran 🇮🇷', { exact: true })).toBe('(iran)');
  });
  it('escapes signs that are syntax, where nothing else was typed', () => {
    expect(fullTextQuery('*:* && ~', { exact: true })).toBe('(\\*\\:\\* AND \\&\\& AND \\~)');
  });
  it('gives no query where nothing was typed', () => {
    expect(fullTextQuery(' ')).toBeUndefined();
  });
  it('escapes every typed character that is syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab+-!(){}[]^"~*?:\\/|& ORANDT'.split('')), maxLength: 30 }), (typed) => {
        const query = fullTextQuery(typed) ?? '';
        const bare = query.replace(/\\./g, '').replace(/\^3|~[12]|\*| OR | AND |[()]/g, ' ');
        expect(bare).toMatch(/^[a-z_ ]*$/);
      }),
      { verbose: true },
    );
  });
});
