import { describe, expect, it } from 'vitest';
import { dateText, quantityText } from './date-text.ts';

describe('dates in words', () => {
  it.each([
    ['2022', '2022'],
    ['2022-07', 'July 2022'],
    ['2022-07-28', '28 July 2022'],
    ['1979~', 'about 1979'],
    ['2022?', 'perhaps 2022'],
    ['2022-22', 'summer 2022'],
    ['2018/2020', '2018 to 2020'],
    ['2020/..', 'since 2020'],
    ['../2020', 'until 2020'],
  ])('%s is read as %s, never rounded to a day', (edtf, text) => expect(dateText({ edtf })).toBe(text));
});
describe('quantities in words', () => {
  it('show open bounds as open', () => {
    expect(quantityText({ min: 10, basis: 'stated' })).toBe('at least 10');
    expect(quantityText({ min: 30000, max: 30000, approx: true, unit: 'US dollars', basis: 'stated' })).toBe('about 30,000 US dollars');
  });
});
