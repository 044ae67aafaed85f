/** Dates as people write them, read into EDTF. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { parseEdtf } from './edtf-dates.ts';
import { edtfOfWords } from './edtf-of-words.ts';

test.each([
  ['summer 2022', '2022-22'],
  ['the autumn of 2022', '2022-23'],
  ['July 2022', '2022-07'],
  ['5 July 2022', '2022-07-05'],
  ['Sept. 2019', '2019-09'],
  ['July 5, 2022', '2022-07-05'],
  ['the 2020s', '202X'],
  ['before 2018-06', '../2018-05'],
  ['before January 2018', '../2017-12'],
  ['before 1 March 2020', '../2020-02-29'],
  ['after 2018', '2019/..'],
  ['after 31 December 2019', '2020-01-01/..'],
  ['until June 2018', '../2018-06'],
  ['since 2018', '2018/..'],
  ['about 1979', '1979~'],
  ['perhaps May 2020', '2020-05?'],
  ['between 2018 and June 2019', '2018/2019-06'],
  ['May to June 2020', '2020-05/2020-06'],
  ['2022-07', '2022-07'],
  [' 2022-22 ', '2022-22'],
])('“%s” is %s', (written, edtf) => {
  expect(edtfOfWords(written)).toBe(edtf);
  expect(() => parseEdtf(edtf)).not.toThrow();
});

test.each(['05/07/2022', 'some time', 'before summer 2022', '2022-07-05/2022-07-09', 'May'])('“%s” stays as it is', (written) => {
  expect(edtfOfWords(written)).toBe(written);
});

test('a date that is EDTF already is not changed, and what is before and after one leaves nothing out', () => {
  const days = fc.date({ min: new Date('0100-01-02T00:00:00Z'), max: new Date('9990-12-30T00:00:00Z'), noInvalidDate: true });
  checkProperty(
    'before and after a date',
    fc.property(days, fc.constantFrom(4, 7, 10), (day, length) => {
      const date = day.toISOString().slice(0, length);
      expect(edtfOfWords(date)).toBe(date);
      const { earliest, latest } = parseEdtf(date);
      expect(parseEdtf(edtfOfWords(`before ${date}`)).latest).toBe(earliest - 1);
      expect(parseEdtf(edtfOfWords(`after ${date}`)).earliest).toBe(latest + 1);
    }),
  );
});
