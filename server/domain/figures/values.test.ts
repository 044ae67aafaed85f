/** Values that overlap are narrowed; values that exclude each other are kept side by side. */
import { describe, expect, it } from 'vitest';
import type { Basis } from '../model/lists.ts';
import type { Citation, Dated, Quantity } from '../model/records.ts';
import { records } from '../testing/build-records.ts';
import { happenedValues, quantityValues } from './values.ts';

const citations = (...briefs: Partial<Citation>[]): Citation[] => [
  ...(records({
    claims: [
      {
        id: 'c',
        predicate: 'p',
        citations: briefs.map((brief, i) => ({ ...brief, id: `k${i}` }) as never),
      },
    ],
  }).citations.get('c') ?? []),
];
const stated = (edtf: string): Dated => ({ edtf, basis: 'stated' });
const dates = (...texts: (string | Dated | string[])[]) =>
  happenedValues(
    citations(
      ...texts.map((text) => ({
        happened: Array.isArray(text) ? text.map(stated) : typeof text === 'string' ? stated(text) : text,
      })),
    ),
  );
const counts = (...quantities: (Omit<Quantity, 'basis'> & { basis?: Basis })[]) =>
  quantityValues(citations(...quantities.map((q) => ({ count: { basis: 'stated' as const, ...q } }))), 'count');
const texts = (found: { values: { value: unknown }[] }) => found.values.map(({ value }) => value);

describe('dates that overlap narrow to their intersection', () => {
  it('"2018" and "2018-06" to 2018-06, by both citations', () => {
    expect(dates('2018', '2018-06')).toEqual({
      values: [{ value: '2018-06', basis: 'stated', citations: ['k0', 'k1'] }],
      disjoint: [],
    });
  });
  it.each([
    [['2018-06?', '2018'], ['2018-06?']],
    [['1979~', '1980'], ['1980']],
    [['2022-24', '2023-01'], ['2023-01']],
    [['2018/2020', '2019/2021'], ['2019/2020']],
    [['2018-05/2018-07', '2018-06-15/..'], ['2018-06-15/2018-07']],
    [['2018/..', '../2019-06'], ['2018/2019-06']],
    [['202X', '2022-07-05~'], ['2022-07-05~']],
    [['2018', '2018'], ['2018']],
    [['2018?', '2018'], ['2018']],
    [['2018/..'], ['2018/..']],
  ])('%j to %j', (said, narrowed) => {
    expect(texts(dates(...said))).toEqual(narrowed);
    expect(dates(...said).disjoint).toEqual([]);
  });
  it('a span that overlaps two that exclude each other narrows with each', () => {
    expect(dates('2018', '2018-09', '2018-06')).toEqual({
      values: [
        { value: '2018-06', basis: 'stated', citations: ['k0', 'k2'] },
        { value: '2018-09', basis: 'stated', citations: ['k0', 'k1'] },
      ],
      disjoint: ['k1', 'k2'],
    });
  });
  it('the result has the weakest basis that it needed', () => {
    const basis = (...said: [string, Basis][]) => dates(...said.map(([edtf, of]) => ({ edtf, basis: of }))).values[0]?.basis;
    expect(basis(['2018-06', 'stated'], ['2018', 'outside'])).toBe('stated');
    expect(basis(['2018', 'stated'], ['2018-06', 'inferred'])).toBe('inferred');
    expect(basis(['2018', 'stated'], ['2018-06', 'outside'])).toBe('outside');
  });
});

describe('dates that exclude each other', () => {
  it('stand side by side in order and make the claim contested', () => {
    const found = dates('2019', '2018-06', '2020-01-05');
    expect([texts(found), found.disjoint]).toEqual([
      ['2018-06', '2019', '2020-01-05'],
      ['k0', 'k1', 'k2'],
    ]);
  });
  it('contest nothing where the basis of one is outside', () => {
    expect(dates('2018', { edtf: '2019', basis: 'outside' }, { edtf: '2020', basis: 'outside' })).toMatchObject({ values: [{}, {}, {}], disjoint: [] });
    expect(dates('2018', { edtf: '2019', basis: 'inferred' }).disjoint).toEqual(['k0', 'k1']);
  });
});

describe('counts and amounts', () => {
  it('make the claim contested on any basis: only dates of basis outside do not', () => {
    expect(counts({ min: 5, max: 5 }, { min: 10, max: 10, basis: 'outside' }).disjoint).toEqual(['k0', 'k1']);
  });
  it('narrow, bounds inclusive, an absent bound open', () => {
    expect(texts(counts({ min: 10 }, { min: 5, max: 12 }))).toEqual([{ min: 10, max: 12, basis: 'stated' }]);
    expect(counts({ max: 10 }, { min: 10 })).toMatchObject({
      values: [{ value: { min: 10, max: 10 } }],
      disjoint: [],
    });
    expect(counts({ max: 9 }, { min: 10 }).disjoint).toEqual(['k0', 'k1']);
  });
  it('are a tenth wider each way where approximate, and stay as written where they can', () => {
    expect(counts({ min: 10, max: 10, approx: true }, { min: 11, max: 11 })).toMatchObject({
      values: [{ value: { min: 11, max: 11 } }],
      disjoint: [],
    });
    expect(counts({ min: 10, max: 10, approx: true }, { min: 12, max: 12 }).disjoint).toEqual(['k0', 'k1']);
    expect(texts(counts({ min: 100, max: 100, approx: true }))).toEqual([{ min: 100, max: 100, approx: true, basis: 'stated' }]);
    expect(texts(counts({ min: 10, max: 10, approx: true }, { min: 9, max: 11 }))).toEqual([{ min: 9, max: 11, basis: 'stated' }]);
    expect(texts(counts({ min: -10, max: -10, approx: true }, { min: -11, max: -11 }))).toEqual([{ min: -11, max: -11, basis: 'stated' }]);
  });
  it('of different units, or with and without one, are never compared', () => {
    expect(counts({ min: 1, max: 1, unit: 'USD' }, { min: 5, max: 5, unit: 'EUR' }, { min: 9, max: 9 })).toMatchObject({ values: [{}, {}, {}], disjoint: [] });
  });
  it('are kept apart from one another', () => {
    const both = citations({
      count: { min: 1, max: 1, basis: 'stated' },
      amount: { min: 9, max: 9, basis: 'stated' },
    });
    expect([quantityValues(both, 'count').values.length, quantityValues(both, 'amount').values[0]?.value.min]).toEqual([1, 9]);
  });
});

describe('the alternatives of one citation', () => {
  it('stand side by side and contest nothing among themselves', () => {
    expect(dates(['1971', '1973'])).toEqual({
      values: [
        { value: '1971', basis: 'stated', citations: ['k0'] },
        { value: '1973', basis: 'stated', citations: ['k0'] },
      ],
      disjoint: [],
    });
  });
  it('are not contested by a date that fits one of them, nor by other alternatives that do', () => {
    expect(dates(['1971', '1973'], '1973-05').disjoint).toEqual([]);
    expect(dates(['1971', '1973'], ['1973', '1975']).disjoint).toEqual([]);
  });
  it('are contested by a date that fits none', () => {
    expect(dates(['1971', '1973'], '1972', '1971-02').disjoint).toEqual(['k0', 'k1', 'k2']);
  });
});
