/** Dates keep the text that a source wrote, and their bounds are computed here. */
import { describe, expect, it } from 'vitest';
import { civilDate, dayNumber } from './calendar.ts';
import { formatDated, latestDay, parseEdtf } from './edtf-dates.ts';
import { edtfOfBounds } from './edtf-of-bounds.ts';
import { AppError } from '../model/errors.ts';

const iso = (days: number) => (Number.isFinite(days) ? new Date(days * 86_400_000).toISOString().slice(0, 10) : String(days));
const bounds = (text: string) => {
  const { earliest, latest } = parseEdtf(text);
  return [iso(earliest), iso(latest)];
};
const refusal = (text: string): AppError => {
  try {
    parseEdtf(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`“${text}” was not refused`);
};

describe('the bounds of a date', () => {
  it.each([
    ['2022-07-05', '2022-07-05', '2022-07-05', 'day'],
    ['2022-07', '2022-07-01', '2022-07-31', 'month'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2022', '2022-01-01', '2022-12-31', 'year'],
    ['2022-07?', '2022-07-01', '2022-07-31', 'month'],
    ['2022-XX', '2022-01-01', '2022-12-31', 'year'],
    ['2022-XX-XX', '2022-01-01', '2022-12-31', 'year'],
    ['2022-12-XX', '2022-12-01', '2022-12-31', 'month'],
    ['202X', '2020-01-01', '2029-12-31', 'decade'],
    ['20XX', '2000-01-01', '2099-12-31', 'century'],
    ['2022-07-05T23:30:00-05:00', '2022-07-05', '2022-07-05', 'day'],
  ])('%s is %s to %s, a %s', (text, earliest, latest, precision) => {
    expect(bounds(text)).toEqual([earliest, latest]);
    expect(parseEdtf(text).precision).toBe(precision);
  });

  it.each([
    ['2022-07-01~', '2022-06-30', '2022-07-02'],
    ['2022-01~', '2021-12-01', '2022-02-28'],
    ['1979~', '1978-01-01', '1980-12-31'],
    ['1979%', '1978-01-01', '1980-12-31'],
    ['2018-21~', '2017-12-01', '2018-08-31'],
    ['201X~', '2000-01-01', '2029-12-31'],
    ['20XX%', '1900-01-01', '2199-12-31'],
    ['2018-XX~', '2017-01-01', '2019-12-31'],
  ])('%s is widened by one unit to %s to %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([earliest, latest]);
    expect(parseEdtf(text).approximate).toBe(true);
  });

  it.each([
    ['2022-21', '2022-03-01', '2022-05-31'],
    ['2022-22', '2022-06-01', '2022-08-31'],
    ['2022-23', '2022-09-01', '2022-11-30'],
    ['2022-24', '2022-12-01', '2023-02-28'],
    ['2023-24', '2023-12-01', '2024-02-29'],
  ])('the northern season %s is %s to %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([earliest, latest]);
  });

  it.each([
    ['2018/2020', '2018-01-01', '2020-12-31'],
    ['2018-06/2018-08-05', '2018-06-01', '2018-08-05'],
    ['2018~/2020', '2017-01-01', '2020-12-31'],
    ['2018/2020-05~', '2018-01-01', '2020-06-30'],
    ['2018/..', '2018-01-01', 'Infinity'],
    ['2018/', '2018-01-01', 'Infinity'],
    ['../2020', '-Infinity', '2020-12-31'],
    ['/2020', '-Infinity', '2020-12-31'],
    ['2018/2018-06', '2018-01-01', '2018-06-30'],
    ['2018-21/2018-22', '2018-03-01', '2018-08-31'],
    ['201X/202X', '2010-01-01', '2029-12-31'],
    ['2018-24?/..', '2018-12-01', 'Infinity'],
  ])('the interval %s runs from %s to %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([earliest, latest]);
  });

  it('keeps the text as written and says what the source is unsure of', () => {
    expect(parseEdtf('1979~')).toEqual({
      earliest: dayNumber(1978, 1, 1),
      latest: dayNumber(1980, 12, 31),
      uncertain: false,
      approximate: true,
      precision: 'year',
      text: '1979~',
    });
    expect([
      parseEdtf('2022?').uncertain,
      parseEdtf('2022%').uncertain,
      parseEdtf('2018?/2020').uncertain,
      parseEdtf('2022~').uncertain,
      parseEdtf('2022-21?').uncertain,
    ]).toEqual([true, true, true, false, true]);
  });
  it('counts days from 1970-01-01, and gives an unknown end no day', () => {
    expect([latestDay('1970-01-01'), latestDay('1969-12-31'), latestDay('2022/')]).toEqual([0, -1, Infinity]);
  });
  it('keeps the years below 100, which Date would move to the last century', () => {
    expect(bounds('0085')).toEqual(['0085-01-01', '0085-12-31']);
  });
});

describe('what is refused', () => {
  it.each([
    '',
    ' ',
    '85',
    '198',
    '-0044',
    '12345',
    'Y12345',
    'Y-17000',
    '85/2020',
    '2020/85',
    '-0044/2020',
    '~1979',
    '?2022',
    '2022-~07',
    '2022-13',
    '2022-00',
    '2022-25',
    '2022-02-30',
    '2023-02-29',
    '2022-2-3',
    '{2020,2021}',
    '[2020,2021]',
    '[..2020]',
    '156X-12-25',
    '2022-XX-15',
    '1XXX',
    '2018/?',
    '2022/2023/2024',
    '2022-21~~',
    '2022-25?',
    'July 2022',
    '1398/13/10',
    '2023-02-29/2023-03',
    '2023-02-29~',
  ])('“%s”', (text) => {
    expect(refusal(text).code).toBe('invalid');
    expect(refusal(text).details.problems?.[0]).toMatchObject({ code: 'invalid-date' });
  });
  it.each(['2020/2018', '2018-06/2018-05'])('“%s” has the form of a date, and ends before it starts', (text) => {
    expect(refusal(text)).toMatchObject({ code: 'refused', details: { problems: [{ code: 'reversed-interval' }] } });
  });
  it.each([
    ['July 2022', 'it is not written year-month-day', 'write 2022-07'],
    ['Sept. 2022', 'it is not written year-month-day', 'write 2022-09'],
    ['2022 may', 'it is not written year-month-day', 'write 2022-05'],
    ['May 2020/June 2021', 'it is not written year-month-day', 'write 2020-05/2021-06'],
    ['2020/May 2021', 'it is not written year-month-day', 'write 2020/2021-05'],
    ['may 2020/2021-06-30?', 'it is not written year-month-day', 'write 2020-05/2021-06-30?'],
    ['May 2020 / 5 June 2021', 'it is not written year-month-day', 'write 2020-05/2021-06-05'],
    ['Sept. 2020/..', 'it is not written year-month-day', 'write 2020-09/..'],
    ['/2020 March', 'it is not written year-month-day', 'write /2020-03'],
    ['May/June 2020', 'it is not written year-month-day', 'write 2020-05/2020-06'],
    ['5.7.2020/13.7.2020', 'it is not written year-month-day', 'write 2020-07-05/2020-07-13 (or 2020-05-07/2020-07-13): which is it?'],
    ['05/07/2022', 'it is not written year-month-day', 'write 2022-07-05 (or 2022-05-07): which is it?'],
    ['۱۴۰۱-۰۴', 'its digits are not 0 to 9', 'write Latin digits: 1401-04'],
    ['٢٠٢٢-٠٧-05', 'its digits are not 0 to 9', 'write Latin digits: 2022-07-05'],
    ['２０２２', 'its digits are not 0 to 9', 'write Latin digits: 2022'],
    ['२०२२-०७', 'its digits are not 0 to 9', 'write Latin digits: 2022-07'],
    ['𝟐𝟎𝟐𝟐', 'its digits are not 0 to 9', 'write Latin digits: 2022'],
    ['2022-02-30', 'February 2022 has 28 days', 'write a day that there is, or the month alone: 2022-02'],
    ['2024-02-30~', 'February 2024 has 29 days', 'write a day that there is, or the month alone: 2024-02'],
    ['2023-02-29/2023-03', 'February 2023 has 28 days', 'write a day that there is, or the month alone: 2023-02'],
    ['2023-02-29T10:00', 'February 2023 has 28 days', 'write a day that there is, or the month alone: 2023-02'],
    ['2022-04-00', 'April 2022 has 30 days', 'write a day that there is, or the month alone: 2022-04'],
  ])('says of “%s” that %s', (text, reason, remedy) => {
    expect(refusal(text).details.problems?.[0]).toEqual({ code: 'invalid-date', message: `“${text}” is not a date: ${reason}`, remedy });
  });
  it('takes no other word for a month', () => {
    for (const text of ['Ju 2022', 'Julius 2022', 'about 2022', 'May 2020/Julius 2021', 'May/2020', 'May 2020/June 2021/July 2022'])
      expect(refusal(text).message).toContain('four digits');
  });
  it('says how to write what was meant', () => {
    expect(refusal('~1979').details.problems?.[0]?.remedy).toBe('put the mark after the date: 1979~');
    expect(refusal('85').details.problems?.[0]?.remedy).toContain('85XX');
    expect(refusal('2020/2018').details.problems?.[0]?.remedy).toBe('write the earlier date first');
  });
});

describe('a date in prose is no more exact than written', () => {
  it.each([
    ['2022-07-05', '5 July 2022'],
    ['2022-07', 'July 2022'],
    ['2022-07-XX', 'July 2022'],
    ['2022-XX', '2022'],
    ['1979~', 'about 1979'],
    ['2022-07?', 'perhaps July 2022'],
    ['2022%', 'perhaps about 2022'],
    ['2022-21', 'spring 2022'],
    ['2022-24', 'winter 2022–2023'],
    ['2022-22~', 'about summer 2022'],
    ['202X?', 'perhaps the 2020s'],
    ['202X', 'the 2020s'],
    ['20XX', 'between 2000 and 2099'],
    ['2018/2019-06', 'between 2018 and June 2019'],
    ['2018/..', 'from 2018 on'],
    ['2018/', 'since 2018, end not known'],
    ['../2020~', 'up to about 2020'],
  ])('%s reads “%s”', (edtf, prose) => {
    expect(formatDated({ edtf, basis: 'stated' })).toBe(prose);
  });
});

describe('a date written from its bounds', () => {
  it.each(['2018', '2018-06', '2018-06-15', '2018/2019', '2018/2018-06', '2018-06-15/2018-06-20', '2018-12/2019', '2018/..', '../2018-06'])(
    '%s comes back as itself',
    (text) => {
      const { earliest, latest } = parseEdtf(text);
      expect(edtfOfBounds(earliest, latest)).toBe(text);
    },
  );
  it('writes a whole year or month as such', () => {
    expect(edtfOfBounds(dayNumber(2024, 2, 1), dayNumber(2024, 2, 29))).toBe('2024-02');
    expect(edtfOfBounds(dayNumber(2019, 1, 1), dayNumber(2019, 1, 31))).toBe('2019-01');
    expect(edtfOfBounds(dayNumber(2019, 1, 1), dayNumber(2019, 1, 1))).toBe('2019-01-01');
  });
});

describe('day numbers', () => {
  it('agree with the platform’s calendar over four centuries and back', () => {
    for (let day = dayNumber(1800, 1, 1); day < dayNumber(2200, 1, 1); day += 1) {
      const { year, month, day: ofMonth } = civilDate(day);
      if (Date.UTC(year, month - 1, ofMonth) !== day * 86_400_000 || dayNumber(year, month, ofMonth) !== day) throw new Error(`day ${day}`);
    }
    expect(dayNumber(2021, 14, 1)).toBe(dayNumber(2022, 2, 1));
  });
});

describe('a date in another notation (faults 22 and 23)', () => {
  const remedyOf = (text: string) => {
    try {
      parseEdtf(text);
    } catch (error) {
      return (error as { details: { problems: { remedy: string }[] } }).details.problems[0]?.remedy;
    }
    return 'accepted';
  };
  it.each([
    ['05/07/2022', 'write 2022-07-05 (or 2022-05-07): which is it?'],
    ['12.4.2011', 'write 2011-04-12 (or 2011-12-04): which is it?'],
    ['5-7-2022', 'write 2022-07-05 (or 2022-05-07): which is it?'],
    ['25/07/2022', 'write 2022-07-25'],
    ['07/07/2022', 'write 2022-07-07'],
    ['2022/07/05', 'write 2022-07-05'],
    ['July 5, 2022', 'write 2022-07-05'],
    ['5 July 2022', 'write 2022-07-05'],
    ['/', 'write a date, or leave the field out'],
    ['../..', 'write a date, or leave the field out'],
  ])('%s is refused: %s', (text, remedy) => {
    expect(remedyOf(text)).toBe(remedy);
  });
});
