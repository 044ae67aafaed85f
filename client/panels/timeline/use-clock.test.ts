import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { clockKey } from './use-clock.ts';

const dates = ['1979-12-31', '2022-07-31', '2022-08-12', '2024-02-29'];
const key = (text: string | undefined, name: string, shiftKey = false, rtl = false) => clockKey({ text, dates }, { key: name, shiftKey }, rtl);

describe('a key of the clock', () => {
  it('goes from date to date, back from no date and on to none', () => {
    expect(key(undefined, 'ArrowLeft')).toEqual({ to: '2024-02-29' });
    expect(key('2022-08', 'ArrowLeft')).toEqual({ to: '2022-08-12' });
    expect(key('2022-08', 'ArrowRight')).toEqual({ to: '2024-02-29' });
    expect(key('2024-02-29', 'ArrowRight')).toEqual({ to: undefined });
    expect(key(undefined, 'ArrowRight')).toBeUndefined();
    expect(key('1979-12-31', 'ArrowLeft')).toBeUndefined();
  });
  it('goes by years with Shift, of a leap day to the last of that month', () => {
    expect(key('2024-02-29', 'ArrowLeft', true)).toEqual({ to: '2023-02-28' });
    expect(key('2022-08', 'ArrowRight', true)).toEqual({ to: '2023-08-31' });
    expect(key('1980', 'ArrowLeft', true)).toEqual({ to: '1979-12-31' });
    expect(key('2023-12', 'ArrowRight', true)).toEqual({ to: undefined });
  });
  it('goes the other way where the page reads from right to left, and takes the date away', () => {
    expect(key('2022-08', 'ArrowRight', false, true)).toEqual({ to: '2022-08-12' });
    expect(key('2022-08', '0')).toEqual({ to: undefined });
    expect(key(undefined, '0')).toBeUndefined();
    expect(key('2022-08', 'x')).toBeUndefined();
  });
  it('leads to each date, back and on, whatever the dates are', () => {
    const some = fc
      .uniqueArray(fc.integer({ min: 1000, max: 9998 }), { minLength: 1, maxLength: 12 })
      .map((years) => years.toSorted((a, b) => a - b).map((year) => `${year}-12-31`));
    checkProperty(
      'as many steps as dates',
      fc.property(some, (all) => {
        const back: string[] = [];
        for (
          let at = clockKey({ text: undefined, dates: all }, { key: 'ArrowLeft', shiftKey: false }, false);
          at?.to !== undefined;
          at = clockKey({ text: at.to, dates: all }, { key: 'ArrowLeft', shiftKey: false }, false)
        )
          back.push(at.to);
        expect(back.toReversed()).toEqual(all);
      }),
    );
  });
});
