/** A clock with an open end, or with a time of day but no zone, is refused, and the error says what to write instead. */
import { describe, expect, it } from 'vitest';
import { refuseUnclearClocks } from './clock-faults.ts';
import type { Clocks } from '../model/questions.ts';

const refusal = (clocks: Clocks): unknown => {
  try {
    refuseUnclearClocks(clocks);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a clock', () => {
  it.each(['happened', 'published', 'recorded'] as const)('%s with an open end is refused by its name', (clock) => {
    for (const open of ['2024/', '2024/..'])
      expect(refusal({ [clock]: open }), open).toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(`${clock} is "${open}"`),
        details: { problems: [{ code: 'open-clock', pointer: `/${clock}`, remedy: expect.stringContaining('last day') }] },
      });
  });
  it.each(['2024', '2024-06', '2024-06-30', '2023/2024', '../2024', '2024~', '2024?'])('%s may stand', (date) => {
    expect(refusal({ happened: date, published: date, recorded: date })).toBeUndefined();
  });
  it.each(['2026-11-25T22:33:00', '2026-11-25T22:33', '2026-11-25T22:33:00 02:00'])('recorded at %s has no zone', (recorded) => {
    expect(refusal({ recorded })).toMatchObject({
      code: 'invalid',
      details: { problems: [{ code: 'no-zone', pointer: '/recorded', remedy: expect.stringMatching(/Z or an offset/) }] },
    });
  });
  it.each(['2026-11-25T22:33:00Z', '2026-11-25T22:33:00.123+02:00', '2026-11-25T22:33-0530'])('recorded at %s has one', (recorded) => {
    expect(refusal({ recorded })).toBeUndefined();
  });
  it('that ends before it starts has the form of a date, and is refused', () => {
    expect(refusal({ published: '2024/2020' })).toMatchObject({
      code: 'refused',
      details: { problems: [{ code: 'reversed-interval', pointer: '/published' }] },
    });
    expect(refusal({ published: '2024/2020', happened: 'x' })).toMatchObject({ code: 'invalid' });
  });
  it.each(['2026-11-31T22:33:00Z', '2026-11-25T25:00Z', '2026-11-25T22:33:00Z/2025-0530'])('recorded at %s is no instant', (recorded) => {
    expect(refusal({ recorded })).toMatchObject({ code: 'invalid', details: { problems: [{ pointer: '/recorded' }] } });
  });
  it('that is no date is refused by its name, each by itself, with what to write', () => {
    expect(refusal({ happened: '2024-13', published: '2024', recorded: 'bar' })).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('happened is “2024-13”'),
      details: {
        problems: [
          { code: 'no-date', pointer: '/happened', remedy: expect.stringMatching(/./) },
          { code: 'no-date', pointer: '/recorded', remedy: expect.stringContaining('2024-06-30T12:00:00Z') },
        ],
      },
    });
  });
});
