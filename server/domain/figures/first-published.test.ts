/** When a claim was first published, as far as the sources tell. */
import { describe, expect, it } from 'vitest';
import { records, type CitationBrief } from '../testing/build-records.ts';
import { deriveFigures } from './derive-figures.ts';

const SOURCES = { day: '2019-05-06', month: '2019-05', about: '2020~', season: '2018-24', since: '2018/..', until: '../2017', ancient: '0000~' };

function firstPublishedOf(citations: CitationBrief[], published?: string): string | undefined {
  const sources = Object.entries(SOURCES).map(([id, date]) => ({ id, voice: 'v', published: date }));
  const built = records({
    voices: [{ id: 'v' }],
    sources: [...sources, { id: 'undated', voice: 'v' }],
    predicates: [{ id: 'met' }],
    claims: [{ id: 'one', subject: 'a', predicate: 'met', object: 'b', citations }],
  });
  return deriveFigures(built, { clocks: { published } }).get('one')?.firstPublished;
}

describe('the day a claim was first published', () => {
  it.each<[string[], string | undefined]>([
    [['day'], '2019-05-06'],
    [['month'], '2019-05-01'],
    [['month', 'day'], '2019-05-01'],
    [['about', 'day'], '2019-01-01'],
    [['season', 'day'], '2018-12-01'],
    [['since', 'day'], '2018-01-01'],
    [['ancient', 'day'], '0000-01-01'],
    [['until', 'day'], undefined],
    [['undated'], undefined],
    [['day', 'undated'], undefined],
  ])('of the sources %j is %s', (sources, day) => {
    expect(firstPublishedOf(sources.map((source) => ({ source })))).toBe(day);
  });
  it('is told by what supports it, and not known where nothing does', () => {
    const denied = { source: 'season', stance: 'disputes' as const, standing: { level: 'denied' as const, by: 'b' } };
    expect(firstPublishedOf([denied, { source: 'day' }])).toBe('2019-05-06');
    expect(firstPublishedOf([denied])).toBeUndefined();
  });
  it('is told by what is visible at the dates of the view', () => {
    expect(firstPublishedOf([{ source: 'season' }, { source: 'about' }], '2019-04')).toBe('2018-12-01');
  });
});
