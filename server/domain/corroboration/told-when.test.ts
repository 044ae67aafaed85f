import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../dates/calendar.ts';
import { parseEdtf } from '../dates/edtf-dates.ts';
import { deriveFigures } from '../figures/derive-figures.ts';
import { rememberedChains } from '../figures/lineage.ts';
import { records, type CitationBrief, type SourceBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { daysBetween, sequenceOf, toldBy } from './told-when.ts';

function told(sources: SourceBrief[], citations: CitationBrief[]) {
  const voices = ['court', 'paper', 'agency'].map((id) => ({ id }));
  const built = records({ voices, sources, claims: [{ id: 'x', predicate: 'knew', citations }] });
  return toldBy(deriveFigures(built).get('x')!, built, rememberedChains(built.sources));
}
const day = (text: string) => parseEdtf(text).earliest;
const days = (a: string | undefined, b: string | undefined) => {
  const spans = told(
    [
      { id: 'court', published: a },
      { id: 'paper', published: b },
    ],
    [{ source: 'court' }, { source: 'paper' }],
  );
  const between = daysBetween(spans.get('court')!, spans.get('paper')!);
  return [between.least, between.most, sequenceOf(between)];
};

describe('when a voice told a claim', () => {
  it('is when the first of its sources on any way was published, as root, as page read and in between', () => {
    const spans = told(
      [
        { id: 'court', published: '2020-01-05' },
        { id: 'agency', published: '2020-01-10' },
        { id: 'paper', published: '2020-02' },
        { id: 'paper-2', voice: 'paper', published: '2020-01-20' },
      ],
      [{ source: 'paper', through: ['agency'], origin: 'court' }, { source: 'paper-2' }],
    );
    expect(Object.fromEntries(spans)).toEqual({
      court: { earliest: day('2020-01-05'), latest: day('2020-01-05') },
      agency: { earliest: day('2020-01-10'), latest: day('2020-01-10') },
      paper: { earliest: day('2020-01-20'), latest: day('2020-01-20') },
    });
  });
  it('is not told by what was taken back, nor by a dispute', () => {
    const spans = told(
      [{ id: 'court' }, { id: 'paper' }, { id: 'agency' }],
      [
        { source: 'court', paraphrase: 'a' },
        { source: 'court', stance: 'disputes', standing: { level: 'retracted' } },
        { source: 'agency', stance: 'disputes', standing: { level: 'contradicted' } },
        { source: 'paper' },
      ],
    );
    expect([...spans.keys()]).toEqual(['paper']);
  });
});

describe('how much later another voice tells it', () => {
  it('is as exact as the dates are, and no more', () => {
    expect(days('2020-01-05', '2020-01-10')).toEqual([5, 5, 'after']);
    expect(days('2020-01-05', '2020-01-05')).toEqual([0, 0, 'same-day']);
    expect(days('2020-01-05', '2020-02')).toEqual([27, 55, 'after']);
    expect(days('2020-02', '2020-01-05')).toEqual([-55, -27, 'before']);
    // Two of one month: neither is known to be first.
    expect(days('2020-01', '2020-01')).toEqual([-30, 30, 'open']);
    // Perhaps on the same day is not later.
    expect(days('2020-01-01', '2020-01')).toEqual([0, 30, 'open']);
    // About 5 January is one day around it; unsure is no day more.
    expect(days('2020-01-05', '2020-01-10~')).toEqual([4, 6, 'after']);
    expect(days('2020-01-05', '2020-01-10?')).toEqual([5, 5, 'after']);
  });
  it('has no end where a date has none, and none at all without a date', () => {
    expect(days('2020-01-05', '2020-01-10/..')).toEqual([5, Infinity, 'after']);
    expect(days('../2020-01-05', '2020-01-10')).toEqual([5, Infinity, 'after']);
    expect(days('2020-01-05', undefined)).toEqual([-Infinity, Infinity, 'open']);
    expect(days(undefined, undefined)).toEqual([-Infinity, Infinity, 'open']);
  });
  it('holds whatever days the dates mean, and no narrower bounds do', () => {
    const dates = fc.array(
      fc.record({ first: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 40 }), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { minLength: 1, maxLength: 3 },
    );
    checkProperty(
      'the days between are within the bounds',
      fc.property(dates, dates, (of, other) => {
        const begin = dayNumber(2020, 1, 1);
        const edtf = (n: number) => new Date((begin + n) * 86_400_000).toISOString().slice(0, 10);
        const briefs = (voice: string, list: typeof of): SourceBrief[] =>
          list.map(({ first, length }, i) => ({ id: `${voice}-${i}`, voice, published: `${edtf(first)}/${edtf(first + length)}` }));
        const sources = [...briefs('court', of), ...briefs('paper', other)];
        const spans = told(
          sources,
          sources.map(({ id }) => ({ source: id })),
        );
        const { least, most } = daysBetween(spans.get('court')!, spans.get('paper')!);
        const firstDay = (list: typeof of, at: (one: (typeof of)[number]) => number) =>
          Math.min(...list.map((one) => one.first + Math.round(at(one) * one.length)));
        const chosen = firstDay(other, ({ at }) => at) - firstDay(of, ({ at }) => at);
        expect(chosen).toBeGreaterThanOrEqual(least);
        expect(chosen).toBeLessThanOrEqual(most);
        expect(firstDay(other, () => 0) - firstDay(of, () => 1)).toBe(least);
        expect(firstDay(other, () => 1) - firstDay(of, () => 0)).toBe(most);
      }),
      { runs: 300 },
    );
  });
});
