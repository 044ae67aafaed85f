import { describe, expect, it } from 'vitest';
import { inLocale, localeOf, pseudo } from './locale.ts';

describe('the locale of the page', () => {
  it('is that of the address, else the stored one, else English', () => {
    expect(localeOf('?locale=ar-XB', 'en-XA')).toBe('ar-XB');
    expect(localeOf('', 'en-XA')).toBe('en-XA');
    expect(localeOf('?locale=tlh', null)).toBe('en');
  });
  it('leaves English as it is', () => {
    const catalogue = { a: 'Search' };
    expect(inLocale(catalogue, 'en')).toBe(catalogue);
  });
  it('changes and lengthens every word, also in functions and lists, and keeps the shape', () => {
    const catalogue = {
      a: 'Search',
      of: (n: number) => `${n} hidden`,
      pair: (n: number) => [String(n), 'of them'] as const,
      list: ['x', '12'],
      deep: { b: 'Hop' },
    };
    const there = inLocale(catalogue, 'en-XA');
    expect(there.a).toMatch(/^Šéáŕçĥ·+$/);
    expect(there.of(3)).toMatch(/^3 ĥíđđéñ·+$/);
    expect(there.pair(3)[0]).toBe('3');
    expect(there.list[1]).toBe('12');
    expect(there.deep.b).not.toContain('Hop');
    expect(pseudo('Search paths').length).toBeGreaterThanOrEqual(16);
  });
});
