import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayText } from '../../../server/domain/dates/edtf-dates.ts';
import { dayText } from '../../../server/domain/dates/calendar.ts';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { dayOf } from './time-marks.ts';
import { dateAt, extentOf, firstSpan, inside, LEAST_DAYS, marked, moved, showing, type Span, ticksOf, zoomed } from './time-span.ts';

const mark = (from: string, to = from) => ({ from: dayOf(from), to: dayOf(to) });
const days = fc.integer({ min: dayOf('0000-01-01'), max: dayOf('9999-12-31') });
const marks = fc.array(
  fc
    .tuple(days, fc.nat(4000), fc.constantFrom('both', 'from', 'to'))
    .map(([from, long, ends]) => ({ ...(ends !== 'to' && { from }), ...(ends !== 'from' && { to: from + long }) })),
  { minLength: 1, maxLength: 40 },
);

describe('the span of the timeline', () => {
  it('holds every date, with room on both sides', () => {
    expect(extentOf([])).toBeUndefined();
    const last = extentOf([{ to: 2_932_892 }])!;
    expect(last.to - last.from).toBeGreaterThanOrEqual(LEAST_DAYS);
    checkProperty(
      'no mark is outside',
      fc.property(marks, (all) => {
        const span = extentOf(all)!;
        for (const { from, to } of all) {
          expect(span.from).toBeLessThanOrEqual(from ?? to!);
          expect(span.to).toBeGreaterThanOrEqual(Math.min(to ?? from!, dayOf('9999-12-31')));
        }
        expect(span.to - span.from).toBeGreaterThanOrEqual(LEAST_DAYS);
      }),
    );
  });
  it('shows at first where most dates are, and all of it where they lie evenly', () => {
    const near = Array.from({ length: 19 }, (_, i) => mark(`20${10 + Math.floor(i / 2)}-03-01`));
    const all = [mark('1823-01-01'), ...near];
    const extent = extentOf(all)!;
    const first = firstSpan(all, extent);
    expect(dayText(Math.floor(first.from))!.slice(0, 4)).toBe('2009');
    expect(dayText(Math.floor(first.to))!.slice(0, 4)).toBe('2019');
    const even = extentOf(near)!;
    expect(firstSpan(near, even)).toEqual(even);
    const [one] = near;
    expect(firstSpan([one!], extentOf([one!])!)).toEqual(extentOf([one!]));
  });
  it('zooms about the place under the pointer, and never leaves all dates', () => {
    const all: Span = { from: 0, to: 10_000 };
    const closer = zoomed(all, 2, 0.25, all);
    expect(closer).toEqual({ from: 1_250, to: 6_250 });
    expect(zoomed(closer, 0.5, 0.25, all)).toEqual(all);
    expect(moved(closer, 10, all)).toEqual({ from: 5_000, to: 10_000 });
    expect(showing(closer, 9_000, all)).toEqual({ from: 5_000, to: 10_000 });
    expect(showing(closer, 2_000, all)).toBe(closer);
    checkProperty(
      'whatever is pressed, the span stays inside and has its least length',
      fc.property(
        fc.array(
          fc.oneof(
            fc.record({ factor: fc.double({ min: 0.01, max: 100, noNaN: true }), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
            fc.record({ share: fc.double({ min: -3, max: 3, noNaN: true }) }),
          ),
          { maxLength: 20 },
        ),
        (acts) => {
          let span = all;
          for (const act of acts) {
            span = 'share' in act ? moved(span, act.share, all) : zoomed(span, act.factor, act.at, all);
            expect(span.from).toBeGreaterThanOrEqual(all.from);
            expect(span.to).toBeLessThanOrEqual(all.to + 1e-6);
            expect(span.to - span.from).toBeGreaterThanOrEqual(LEAST_DAYS - 1e-6);
          }
        },
      ),
    );
    expect(inside({ from: -5, to: 5 }, { from: 0, to: 3 })).toEqual({ from: 0, to: LEAST_DAYS });
  });
  it('has ticks on whole days, each with another name; the first says its year', () => {
    expect(ticksOf({ from: dayOf('2022-07-10'), to: dayOf('2022-09-10') }, 400).map(({ text }) => text)).toEqual(['Aug 2022', 'Sep']);
    expect(ticksOf({ from: dayOf('0043-05-01'), to: dayOf('0047-05-01') }, 400).map(({ text }) => text)).toEqual(['0044', '0045', '0046', '0047']);
    // Months come in a row, and the first has the room of two.
    const months = ticksOf({ from: dayOf('2022-05-25'), to: dayOf('2023-03-10') }, 560).map(({ text }) => text);
    expect(months.slice(0, 3)).toEqual(['Jun 2022', '', 'Aug']);
    // Five weeks begin in this month (seed 1663730760): no more than a narrow axis has room for.
    expect(ticksOf({ from: -679_991, to: -679_963 }, 60)).toHaveLength(3);
    checkProperty(
      'no tick is half a day, and no name comes twice',
      fc.property(days, fc.integer({ min: LEAST_DAYS, max: 3_000_000 }), fc.integer({ min: 60, max: 2_400 }), (from, long, width) => {
        const span = inside({ from, to: from + long }, { from: dayOf('0000-01-01'), to: dayOf('9999-12-31') });
        const ticks = ticksOf(span, width);
        expect(ticks.every(({ day }) => Number.isInteger(day) && day >= span.from && day <= span.to)).toBe(true);
        const names = ticks.map(({ text }) => text).filter((text) => text !== '');
        if (long < 300) expect(new Set(names).size).toBe(names.length);
        expect(ticks.length).toBeLessThanOrEqual(2 + Math.ceil(width / 30));
      }),
    );
  });
});

describe('the date at a place', () => {
  it('is a day, a month or a year, as exact as a pointer can be', () => {
    expect([10, 1, 0.02].map((perDay) => dateAt(dayOf('2022-08-17') + 0.4, perDay))).toEqual(['2022-08-17', '2022-08', '2022']);
  });
  it('is a date of the format whose last day is not before the place', () => {
    checkProperty(
      'the clock holds the day that was pointed at',
      fc.property(fc.double({ min: -1e6, max: 4e6, noNaN: true }), fc.double({ min: 0.001, max: 30, noNaN: true }), (day, perDay) => {
        const text = dateAt(day, perDay);
        expect(text).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
        if (day >= dayOf('0000-01-01') && day < dayOf('9999-12-31')) expect(dayOf(lastDayText(text))).toBeGreaterThanOrEqual(Math.floor(day));
      }),
    );
  });
});

describe('a marked span', () => {
  const all = { from: dayOf('1990-01-01'), to: dayOf('2026-06-01') };
  it('ends where the date of the clock ends, at the year, month or day that is nearest', () => {
    const of = (to: string, perDay: number) => {
      const { date, span } = marked({ from: dayOf('2001-05-05'), to: dayOf(to) }, perDay, all);
      return [date, dayText(span.to - 1)];
    };
    expect(of('2007-01-20', 0.02)).toEqual(['2006', '2006-12-31']);
    expect(of('2006-11-20', 0.02)).toEqual(['2006', '2006-12-31']);
    expect(of('2007-01-20', 1)).toEqual(['2007-01', '2007-01-31']);
    expect(of('2007-01-20', 10)).toEqual(['2007-01-19', '2007-01-19']);
  });
  it('is told more exactly where a year would end after all there is, or before the mark begins', () => {
    expect(marked({ from: dayOf('2020-01-01'), to: dayOf('2026-05-30') }, 0.02, all).date).not.toBe('2026');
    expect(marked({ from: dayOf('2007-01-10'), to: dayOf('2007-01-28') }, 0.02, all).date).toBe('2007-01');
  });
  it('that begins where all there is ends stands on its last day', () => {
    const { date, span } = marked({ from: all.to, to: all.to }, 0.005, all);
    expect([date, dayText(span.to - 1)]).toEqual(['2026-05', '2026-05-31']);
  });
  it('says one date on the axis and at the clock, wherever it is', () => {
    const mark = fc.tuple(fc.double({ min: all.from + 20, max: all.to, noNaN: true }), fc.double({ min: 0, max: 9_000, noNaN: true }));
    checkProperty(
      'the last day shown is the last of the date',
      fc.property(mark, fc.double({ min: 0.005, max: 30, noNaN: true }), ([from, long], perDay) => {
        const { date, span } = marked({ from, to: from + long }, perDay, all);
        expect(span.to - 1).toBe(dayOf(lastDayText(date)));
        expect(span.to - span.from).toBeGreaterThanOrEqual(LEAST_DAYS);
        expect(span.from).toBeLessThanOrEqual(Math.min(from, all.to));
        expect(span.to).toBeLessThanOrEqual(all.to);
      }),
    );
  });
});
