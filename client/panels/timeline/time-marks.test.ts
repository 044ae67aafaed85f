import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../server/contract/views.ts';
import { parseEdtf } from '../../../server/domain/dates/edtf-dates.ts';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { dated, edge } from '../../testing/build-views.ts';
import { dayOf, marksInWords, timedClaim } from './time-marks.ts';

const row = (happened: string[], more: Partial<TableRow> = {}): TableRow => ({
  claim: edge('paid', 'a', 'b', { level: 'alleged', rank: 1, happened: happened.map((edtf) => dated(edtf)) }),
  published: [],
  steps: [],
  ...more,
});
const step = (
  level: TableRow['steps'][number]['level'],
  rank: number,
  on?: string,
  more: Partial<TableRow['steps'][number]> = {},
): TableRow['steps'][number] => ({
  level,
  rank,
  citation: `${level} ${on}`,
  counts: true,
  ...(on === undefined ? {} : { on: dated(on) }),
  ...more,
});

describe('the marks of a claim', () => {
  it('are as long as its date is told: a day, a month, a year, an interval', () => {
    const lengths = ['2022-07-05', '2022-07', '2022', '2018/2020-06', '2024-02'].map((edtf) => {
      const [mark] = timedClaim(row([edtf]), 'happened', undefined).marks;
      return mark!.to! - mark!.from! + 1;
    });
    expect(lengths).toEqual([1, 31, 365, 365 + 365 + 182, 29]);
  });
  it('are two where the source says one or the other', () => {
    const { marks, first } = timedClaim(row(['1973', '1971']), 'happened', undefined);
    expect(marks.map(({ text }) => text)).toEqual(['1971', '1973']);
    expect(first).toBe(dayOf('1971-01-01'));
    expect(marksInWords(timedClaim(row(['1973', '1971']), 'happened', undefined), 'happened')).toBe('1971 or 1973');
  });
  it('have an open end where the date has one', () => {
    const [since] = timedClaim(row(['2018/..']), 'happened', undefined).marks;
    const [until] = timedClaim(row(['../2018']), 'happened', undefined).marks;
    expect([since!.from, since!.to]).toEqual([dayOf('2018-01-01'), undefined]);
    expect([until!.from, until!.to]).toEqual([undefined, dayOf('2018-12-31')]);
  });
  it('are none where no year is told, or no date', () => {
    for (const none of [[], ['XXXX'], ['XXXX-XX-XX']]) expect(timedClaim(row(none), 'happened', undefined)).toMatchObject({ marks: [], undatedSteps: 0 });
    expect(timedClaim(row([]), 'happened', undefined).first).toBeUndefined();
  });
  it('say that a date was worked out, is about so, or unsure', () => {
    const workedOut = timedClaim({ ...row([]), claim: edge('x', 'a', 'b', { happened: [dated('2022~', 'inferred')] }) }, 'happened', undefined).marks[0]!;
    expect(workedOut).toMatchObject({ about: true, unsure: false, text: 'about 2022 †' });
    expect(timedClaim(row(['1999?']), 'happened', undefined).marks[0]).toMatchObject({ about: false, unsure: true });
  });
  it('hold the steps of its standing, each once, with whose word they are', () => {
    const by = { id: 'doj', name: 'US Department of Justice' };
    const timed = timedClaim(
      row(['2022-07'], {
        steps: [step('reported', 1), step('charged', 3, '2023-01', { by }), step('charged', 3, '2023-01', { by, citation: 'again' }), step('convicted', 6)],
      }),
      'happened',
      undefined,
    );
    expect(timed.marks.map(({ kind, text, tag }) => [kind, text, tag])).toEqual([
      ['date', 'July 2022', 'July 2022'],
      ['step', 'charged by US Department of Justice, January 2023', 'charged, US Department of Justice'],
    ]);
    expect(timed.undatedSteps).toBe(1);
    expect(marksInWords(timed, 'happened')).toBe('July 2022; charged by US Department of Justice, January 2023; 1 undated step');
  });
  it('stand by publication where that is asked for, a step at the source that tells it', () => {
    const timed = timedClaim(
      row(['2022-07'], {
        published: [dated('2023-02-01'), dated('2024-05')],
        steps: [step('reported', 1, undefined, { published: dated('2023-02-01') }), step('charged', 3, '2023-01', { published: dated('2024-05') })],
      }),
      'published',
      undefined,
    );
    expect(timed.marks.map(({ kind, text }) => [kind, text])).toEqual([
      ['date', '1 February 2023'],
      ['step', 'charged, May 2024'],
    ]);
  });
  it('say of a step that was taken back what it counts as', () => {
    const fallen = timedClaim(row([], { steps: [step('charged', 3, '2023', { counts: false, fell: 'alleged' })] }), 'happened', undefined);
    expect(fallen.marks[0]).toMatchObject({ counts: false, text: 'charged, 2023 (fell to alleged)' });
  });
  it('are later than the date of the view, perhaps, or not', () => {
    const clock = dayOf('2022-08-31');
    const seen = ['2022-07', '2022', '2023', '2020/..', '2024-01-01'].map((edtf) => timedClaim(row([edtf]), 'happened', clock).seen);
    expect(seen).toEqual(['in', 'maybe', 'later', 'maybe', 'later']);
    // One of two dates is enough, and a later step makes no earlier deed later.
    expect(timedClaim(row(['2021', '2023']), 'happened', clock).seen).toBe('in');
    expect(timedClaim(row(['2021'], { steps: [step('charged', 3, '2023')] }), 'happened', clock)).toMatchObject({
      seen: 'in',
      marks: [{ seen: 'in' }, { seen: 'later' }],
    });
  });
  it('have the bounds of the server, before 1900 and far off too', () => {
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    const edtf = fc.oneof(
      year,
      year.map((text) => `${text}-02`),
      year.map((text) => `${text}-02-28`),
      year.map((text) => `${text}-24`),
      year.map((text) => `${text.slice(0, 3)}X`),
    );
    checkProperty(
      'days are those that the date means',
      fc.property(edtf, (text) => {
        // The last season goes on into a year that the format cannot write.
        fc.pre(text !== '9999-24');
        const [mark] = timedClaim(row([text]), 'happened', undefined).marks;
        const { earliest, latest } = parseEdtf(text);
        expect([mark!.from, mark!.to]).toEqual([earliest, latest]);
      }),
    );
  });
});
