/** What a person types never reaches the index as query syntax. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullTextQuery } from './full-text-query.ts';

describe('full-text-query', () => {
  it('searches each word exactly, as a beginning and misspelt', () => {
    expect(fullTextQuery('Amirov')).toBe('((amirov^3 OR amirov* OR amirov~1)) OR (x\\_mr)'.replace('\\_', '_'));
  });
  it('searches both scripts', () => {
    expect(fullTextQuery('Иран', { exact: true })).toBe('(иран) OR (iran)');
  });
  it('gives no query where no letter was typed', () => {
    expect(fullTextQuery('*:* && ~')).toBeUndefined();
  });
  it('escapes every typed character that is syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab+-!(){}[]^"~*?:\\/|& ORANDT'.split('')), maxLength: 30 }), (typed) => {
        const query = fullTextQuery(typed) ?? '';
        const bare = query.replace(/\^3|~[12]|\*| OR | AND |[()]/g, ' ');
        expect(bare).toMatch(/^[a-z_ ]*$/);
      }),
      { verbose: true },
    );
  });
});
