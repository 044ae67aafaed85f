import { describe, expect, it } from 'vitest';
import { basisNote, describeLocator, describeQuantity, whenPhrase } from './describe-values.ts';

describe('a number in words', () => {
  it.each([
    [{ min: 10 }, 'at least 10'],
    [{ max: 5 }, 'at most 5'],
    [{ min: 200, max: 200, approx: true }, 'about 200'],
    [{ min: 3, max: 5, unit: 'men' }, '3 to 5 men'],
    [{ min: 1_000, approx: true, unit: 'USD' }, 'at least about 1,000 USD'],
    [{ min: 2.5, max: 2.5 }, '2.5'],
    [{}, 'a number not given'],
  ])('%j is “%s”', (quantity, words) => {
    expect(describeQuantity(quantity)).toBe(words);
  });
});

describe('a place in a source', () => {
  it.each([
    [{ paragraph: 16 }, 'paragraph 16'],
    [{ page: 'iv' }, 'page iv'],
    [{ timecode: '1:02:03' }, 'at 1:02:03'],
    [{ record: '17' }, 'record 17'],
    [undefined, 'place not given'],
  ])('%j is “%s”', (locator, words) => {
    expect(describeLocator(locator)).toBe(words);
  });
});

describe('a date in a sentence', () => {
  it.each([
    ['2022-07-05', 'on 5 July 2022'],
    ['2022-07', 'in July 2022'],
    ['2022', 'in 2022'],
    ['1979~', 'in about 1979'],
    ['2020-05-05?', 'perhaps on 5 May 2020'],
    ['2018/2020', 'between 2018 and 2020'],
    ['../2020', 'up to 2020'],
    ['2018/..', 'from 2018 on'],
    ['2018/', 'since 2018, end not known'],
    ['202X', 'in the 2020s'],
  ])('%s is “%s”', (edtf, words) => {
    expect(whenPhrase({ edtf, basis: 'stated' })).toBe(words);
  });
  it('says what its basis is, unless it is stated', () => {
    expect(['stated', 'inferred', 'outside'].map((basis) => basisNote(basis as 'stated', 'date'))).toEqual([
      '',
      'date inferred',
      'date from outside the sources',
    ]);
  });
});
