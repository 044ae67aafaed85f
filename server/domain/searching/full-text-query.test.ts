/** What a person types never reaches the index as query syntax. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullTextQuery } from './full-text-query.ts';

describe('full-text-query', () => {
  it('looks for a word, its beginning, its consonants, and those with one missing', () => {
    expect(fullTextQuery('Rafat')).toBe('(rafat^6 OR _rvt^3 OR __rt OR __rv OR rafat*) OR _1rafat^4');
  });
  it('wants two words of those typed, or both as one', () => {
    expect(fullTextQuery('ali nejad')).toContain('(ali^6 OR _l^3) AND (nejad^6 OR');
    expect(fullTextQuery('ali nejad')).toContain('alinejad^4');
  });
  it('puts names before others that have the titles and initials typed, too', () => {
    expect(fullTextQuery('St John')).toContain(' OR ((st^6) AND (john^6 OR john*)) OR ');
    expect(fullTextQuery('John B.')).toContain(' OR ((john^6) AND (b^6 OR b*)) OR ');
  });
  it('wants each word as it is where exactly the name is looked for', () => {
    expect(fullTextQuery('Rafat Amirov', { exact: true })).toBe('(rafat AND amirov)');
  });
  it('looks for a name of signs by each of them', () => {
    expect(fullTextQuery('🦊+', { exact: true })).toBe('(_01f98a AND _02b)');
  });
  it('gives no query where nothing was typed', () => {
    expect(fullTextQuery(' ')).toBeUndefined();
  });
  it('escapes every typed character that is syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab+-!(){}[]^"~*?:\\/|& ORANDT'.split('')), maxLength: 30 }), (typed) => {
        const query = fullTextQuery(typed) ?? '';
        const bare = query.replace(/\\./g, '').replace(/\^[346]|\*| OR | AND |[()]/g, ' ');
        expect(bare).toMatch(/^[a-z0-9_ ]*$/);
      }),
      { verbose: true },
    );
  });
});
