/** What a view at a date shows: in, uncertain or out; and how the dates of citations decide about their claim. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import type { Clocks } from '../model/questions.ts';
import { records, type CitationBrief } from '../testing/build-records.ts';
import { clockDays, dateVisibility, sourceVisibleAt } from './visibility.ts';

const at = (clock: string) => clockDays({ happened: clock })?.happened;
const seen = (edtf: string | undefined, clock: string) => dateVisibility(edtf === undefined ? undefined : { edtf, basis: 'stated' }, at(clock));
const sources = [{ id: 'early', published: '2018-06' }, { id: 'late', published: '2021' }, { id: 'undated' }];
function figures(citations: CitationBrief[], clocks: Clocks) {
  return deriveFigures(records({ sources, claims: [{ id: 'c', predicate: 'p', citations }] }), {
    clocks,
  }).get('c')!;
}

describe('"by D" compares latest possible days', () => {
  it.each([
    ['2018', '2018', 'in'],
    ['2018', '2018-12-31', 'in'],
    ['2018', '2018-12-30', 'uncertain'],
    ['2018', '2017', 'out'],
    ['2018-06?', '2018-06', 'in'],
    ['2018-06~', '2018-06', 'uncertain'],
    ['2018-06~', '2018-07', 'in'],
    ['2017/..', '2030', 'uncertain'],
    ['2017/..', '2016', 'out'],
    ['../2018', '2018', 'in'],
    ['../2018', '1999', 'uncertain'],
    ['2022-24', '2022', 'uncertain'],
    ['2022-24', '2023-02', 'in'],
    [undefined, '2018', 'uncertain'],
  ] as const)('%s by %s is %s', (edtf, clock, state) => {
    expect(seen(edtf, clock)).toBe(state);
  });
  it('refuses a clock that is no date', () => {
    expect(() => clockDays({ published: 'last year' })).toThrow('is not a date');
  });
});

describe('the published clock', () => {
  it('leaves out what is read in a later source, and keeps what is undated, marked', () => {
    expect(figures([{ source: 'early' }, { source: 'late' }], { published: '2020' })).toMatchObject({ visible: true, uncertain: false, citations: 1 });
    expect(figures([{ source: 'late' }], { published: '2020' })).toMatchObject({
      visible: false,
      citations: 0,
      rank: -1,
      origins: 0,
    });
    expect(figures([{ source: 'undated' }], { published: '2020' })).toMatchObject({
      visible: true,
      uncertain: true,
    });
    expect(figures([{ source: 'undated' }], { published: '2020', firmOnly: true }).visible).toBe(false);
  });
  it('goes by the source read, not by its origin', () => {
    expect(figures([{ source: 'late', origin: 'early' }], { published: '2020' }).visible).toBe(false);
    expect(figures([{ source: 'early', origin: 'late' }], { published: '2020' })).toMatchObject({
      visible: true,
      origins: 1,
    });
  });
  it('shows a denial that was printed before what it denies', () => {
    const denial: CitationBrief = {
      source: 'early',
      stance: 'disputes',
      standing: { level: 'denied', by: 'a' },
    };
    expect(figures([denial, { source: 'late' }], { published: '2020' })).toMatchObject({
      visible: true,
      level: 'disputed-only',
      contested: true,
    });
  });
});

describe('the happened clock', () => {
  it('takes a claim in by any of its dates, leaves it out when all are later', () => {
    expect(figures([{ happened: '2018' }, { happened: '2021' }], { happened: '2019' })).toMatchObject({ visible: true, uncertain: false, citations: 2 });
    expect(figures([{ happened: '2020' }, { happened: '2021' }], { happened: '2019' }).visible).toBe(false);
    expect(figures([{ happened: '2021' }, {}], { happened: '2019' }).visible).toBe(false);
  });
  it('takes a claim in by any alternative of one passage', () => {
    const born = [{ happened: ['1971', '1973'] }];
    expect(figures(born, { happened: '1970' }).visible).toBe(false);
    expect(figures(born, { happened: '1972' })).toMatchObject({ visible: true, uncertain: false, contested: false });
  });
  it('keeps what may be later or is undated, marked, unless only firm dates are asked for', () => {
    for (const citations of [[{ happened: '2018/..' }], [{}]]) {
      expect(figures(citations, { happened: '2019' })).toMatchObject({
        visible: true,
        uncertain: true,
      });
      expect(figures(citations, { happened: '2019', firmOnly: true }).visible).toBe(false);
    }
  });
  it('is not dated by what disputes it, nor by what was taken back', () => {
    const denial: CitationBrief = {
      stance: 'disputes',
      happened: '2018',
      standing: { level: 'denied', by: 'a' },
    };
    expect(figures([{ happened: '2021' }, denial], { happened: '2019' }).visible).toBe(false);
    const retraction: CitationBrief = {
      source: 'early',
      stance: 'disputes',
      standing: { level: 'retracted', by: 'a' },
    };
    const built = records({
      voices: [{ id: 'v' }, { id: 'w' }],
      sources: [
        { id: 'early', voice: 'v', published: '2018' },
        { id: 'other', voice: 'w', published: '2018' },
      ],
      claims: [
        {
          id: 'c',
          predicate: 'p',
          citations: [{ source: 'early', happened: '2018' }, { source: 'other', happened: '2021' }, retraction],
        },
      ],
    });
    expect(deriveFigures(built, { clocks: { happened: '2019' } }).get('c')?.visible).toBe(false);
  });
  it('leaves out a step certainly taken later, and marks one that may be', () => {
    const charged = (on?: string): CitationBrief => ({
      happened: '2018',
      standing: { level: 'charged', by: 'us', case: 'k', on },
    });
    expect(figures([{ happened: '2018' }, charged('2021')], { happened: '2019' })).toMatchObject({
      level: 'reported',
      citations: 1,
    });
    expect(figures([{ happened: '2018' }, charged()], { happened: '2019' })).toMatchObject({
      level: 'charged',
      uncertain: false,
    });
    expect(figures([charged('2019/..')], { happened: '2019' }).history).toMatchObject([{ uncertain: true }]);
    expect(figures([charged('2019')], { happened: '2019' }).history[0]).not.toHaveProperty('uncertain');
  });
  it.each(['sanctioned', 'charged', 'admitted', 'found', 'convicted'] as const)(
    'leaves out an undated step %s where only firm dates are asked for',
    (level) => {
      const step: CitationBrief = { happened: '2018', standing: { level, by: 'us', case: 'k' } };
      const dated: CitationBrief = {
        ...step,
        standing: { level, by: 'us', case: 'k', on: '2019' },
      };
      const firm: Clocks = { happened: '2019', firmOnly: true };
      expect(figures([step], firm).visible).toBe(false);
      expect(figures([dated], firm)).toMatchObject({ visible: true, level });
      expect(figures([step], { firmOnly: true, published: '2019' }).visible).toBe(true);
    },
  );
  it.each(['unstated', 'reported', 'alleged'] as const)('keeps an undated word %s of a claim that firmly happened, and not one that may be later', (level) => {
    const word: CitationBrief = { happened: '2018', standing: { level, by: 'us' } };
    const later: CitationBrief = { ...word, standing: { level, by: 'us', on: '2019/..' } };
    const firm: Clocks = { happened: '2019', firmOnly: true };
    expect(figures([word], firm)).toMatchObject({ visible: true, uncertain: false, level });
    expect(figures([later], firm).visible).toBe(false);
  });
  it('lets an undated acquittal take nothing back where only firm dates are asked for', () => {
    const standing = (level: 'convicted' | 'acquitted', on?: string) => ({
      level,
      by: 'court',
      case: 'k',
      on,
    });
    const citations: CitationBrief[] = [
      { happened: '2018', standing: standing('convicted', '2019-01') },
      { stance: 'disputes', standing: standing('acquitted') },
    ];
    expect(figures(citations, { happened: '2019' }).level).toBe('alleged');
    expect(figures(citations, { happened: '2019', firmOnly: true }).level).toBe('convicted');
  });
});

describe('sources at a clock', () => {
  it('are visible as their publication is', () => {
    const built = records({ sources });
    const visible = (clocks?: Clocks) => ['early', 'late', 'undated', 'nowhere'].filter(sourceVisibleAt(built.sources, clocks));
    expect(visible({ published: '2020' })).toEqual(['early', 'undated', 'nowhere']);
    expect(visible({ published: '2020', firmOnly: true })).toEqual(['early']);
    expect(visible()).toEqual(['early', 'late', 'undated', 'nowhere']);
  });
});
