import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayText } from '../../../server/domain/dates/edtf-dates.ts';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { edge } from '../../testing/build-views.ts';
import { happenedDates, lastDay, publishedDates, steps } from './as-of-dates.ts';

describe('the dates of a clock', () => {
  it('are the last day a date may mean', () => {
    expect(['2022', '2022-02', '2024-02~', '2022-07-28', '1999?'].map(lastDay)).toEqual(['2022-12-31', '2022-02-28', '2024-03-31', '2022-07-28', '1999-12-31']);
    expect(['2022/2023-06', '202X', '2022-24', '../2020'].map(lastDay)).toEqual(['2023-06-30', '2029-12-31', '2023-02-28', '2020-12-31']);
    expect(['..', '', '2020/..', '2022-13'].map(lastDay)).toEqual([undefined, undefined, undefined, undefined]);
  });
  it('are those of the server, whatever form of date a clock has', () => {
    const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    const month = fc.tuple(year, two(1, 12)).map((parts) => parts.join('-'));
    const point = fc.oneof(
      year,
      month,
      fc.tuple(year, two(21, 24)).map((parts) => parts.join('-')),
      fc.tuple(month, two(1, 28)).map((parts) => parts.join('-')),
      year.map((text) => `${text.slice(0, 3)}X`),
      year.map((text) => `${text.slice(0, 2)}XX`),
      year.map((text) => `${text}-XX`),
      month.map((text) => `${text}-XX`),
    );
    const marked = fc.tuple(point, fc.constantFrom('', '?', '~', '%')).map((parts) => parts.join(''));
    checkProperty(
      'the last day is the one of the server',
      fc.property(marked, fc.constantFrom('', '../', '/', '0000/'), (text, start) => {
        expect(lastDay(start + text)).toBe(lastDayText(start + text));
      }),
    );
  });
  it('come from what happened, since when it stands, and the sources read', () => {
    const dated = edge('a', 'x', 'y', {
      happened: [{ edtf: '2022-07', basis: 'stated', from: '2022-07-01', to: '2022-07-31' }],
      since: { edtf: '2023', basis: 'stated' },
      sources: ['s', 't'],
    });
    expect(happenedDates([dated, edge('b', 'x', 'y'), dated])).toEqual(['2022-07-31', '2023-12-31']);
    expect(publishedDates([dated], (id) => (id === 's' ? '2024-11-08' : undefined))).toEqual(['2024-11-08']);
  });
  it('are stepped over one by one, back to the first and on until there is no date', () => {
    const days = fc
      .uniqueArray(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
        { maxLength: 20 },
      )
      .map((all) => all.toSorted());
    fc.assert(
      fc.property(days, (dates) => {
        const back: string[] = [];
        for (let at = steps(dates, undefined).earlier; at !== undefined; at = steps(dates, at).earlier) back.unshift(at);
        expect(back).toEqual(dates);
        const on: string[] = dates.slice(0, 1);
        for (let at = steps(dates, dates[0]).later; dates.length > 0 && at !== undefined; at = steps(dates, at).later) on.push(at);
        expect(on).toEqual(dates);
        expect(steps(dates, undefined)).toMatchObject({ canGoOn: false });
      }),
    );
  });
});
