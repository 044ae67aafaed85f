/** The expressions that describe a date take what the parser takes, and nothing else. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../model/errors.ts';
import { checkProperty } from '../testing/check-property.ts';
import { clockFault } from './clock-faults.ts';
import { parseEdtf, REVERSED } from './edtf-dates.ts';
import { CLOCK_PATTERN, EDTF_PATTERN, RECORDED_PATTERN } from './edtf-pattern.ts';

/** Whether the parser takes the form of a text; an interval that ends before it starts has the form. */
function isForm(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    return error instanceof AppError && error.code === 'refused';
  }
}
const isClock = (name: string, text: string): boolean => [undefined, REVERSED].includes(clockFault(name, text)?.code);

/** Texts made of the parts of dates, right and wrong ones: about a third of them are dates. */
const year = fc.constantFrom('2024', '2023', '1900', '2000', '0000', '9999', '202X', '20XX', 'XXXX', '2X24', '85', '12024', '-0044');
const two = fc.oneof(
  fc.integer({ min: 0, max: 35 }).map((n) => String(n).padStart(2, '0')),
  fc.constantFrom('XX', '1X', 'X1', '5'),
);
const time = fc.constantFrom('T10:00', 'T10:00:00', 'T23:59:59.123', 'T24:00', 'T24:00:01', 'T25:00', 'T10:60', 'T10', 'T10:00:00.1');
const zone = fc.constantFrom(
  '',
  'Z',
  '+02:00',
  '+0200',
  '+02',
  '-00:00',
  '-00:30',
  '-0530',
  '+14:00',
  '+14:30',
  '+15',
  '-12:00',
  '-12:30',
  '-13',
  '\u221203:00',
  'z',
);
const mark = fc.constantFrom('', '', '', '?', '~', '%', '??', '!');
const point = fc.oneof(
  fc.tuple(year, mark).map((parts) => parts.join('')),
  fc.tuple(year, fc.constant('-'), two, mark).map((parts) => parts.join('')),
  fc.tuple(year, fc.constant('-'), two, fc.constant('-'), two, mark).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('2024-02-29', '2023-02-29', '2024-05-06'), time, zone).map((parts) => parts.join('')),
);
const end = fc.oneof({ weight: 4, arbitrary: point }, { weight: 1, arbitrary: fc.constantFrom('', '..', '.') });
const dateLike = fc.oneof(
  point,
  fc.tuple(end, end).map((ends) => ends.join('/')),
  fc.tuple(end, end, end).map((ends) => ends.join('/')),
);

it('what parts of dates make is taken by both or by neither', () => {
  checkProperty(
    'form of a date',
    fc.property(dateLike, (text) => {
      expect([text, EDTF_PATTERN.test(text)]).toEqual([text, isForm(text)]);
      expect([text, CLOCK_PATTERN.test(text)]).toEqual([text, isClock('published', text)]);
      expect([text, RECORDED_PATTERN.test(text)]).toEqual([text, isClock('recorded', text)]);
    }),
    { runs: 3_000 },
  );
});
it.each([
  ['date', EDTF_PATTERN, isForm],
  ['clock', CLOCK_PATTERN, (text: string) => isClock('happened', text)],
  ['recorded clock', RECORDED_PATTERN, (text: string) => isClock('recorded', text)],
] as const)('what the expression of a %s makes is taken', (name, pattern, taken) => {
  checkProperty(
    `made of the expression of a ${name}`,
    fc.property(fc.stringMatching(pattern), (text) => {
      expect([text, taken(text)]).toEqual([text, true]);
    }),
    { runs: 500 },
  );
});
it.each(['', ' ', '2024\n', '\u0662\u0660\u0662\u0664', '2024/2025/2026', '2024 ', 'Y12024', '2024-13', '2023-02-29'])('%j is none', (text) => {
  expect([EDTF_PATTERN, CLOCK_PATTERN, RECORDED_PATTERN].map((pattern) => pattern.test(text))).toEqual([false, false, false]);
});
