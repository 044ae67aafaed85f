import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edge } from '../../testing/build-views.ts';
import { inTime } from './in-time.ts';

const at = (id: string, from?: string, to = from) => edge(id, 'a', 'b', { happened: from === undefined ? [] : [{ edtf: from, basis: 'stated', from, to }] });

describe('claims in time order', () => {
  it('are ordered by earliest day, shorter span first, undated last', () => {
    const year = at('year', '2022-01-01', '2022-12-31');
    const { dated, undated } = inTime([
      at('late', '2023-05-01'),
      at('none'),
      year,
      at('day', '2022-01-01'),
      edge('until', 'a', 'b', { happened: [{ edtf: '../2020', basis: 'stated', to: '2020-12-31' }] }),
    ]);
    expect(dated.map((claim) => claim.id)).toEqual(['until', 'day', 'year', 'late']);
    expect(undated.map((claim) => claim.id)).toEqual(['none']);
  });

  it('are all kept once, whatever their order before', () => {
    const days = fc.option(
      fc.date({ min: new Date('1979-01-01'), max: new Date('2025-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(days, { maxLength: 20 }), (dates) => {
        const claims = dates.map((day, i) => at(`c${i}`, day));
        const forward = inTime(claims);
        expect(inTime(claims.toReversed()).dated).toEqual(forward.dated);
        expect([...forward.dated, ...forward.undated].map((claim) => claim.id).toSorted()).toEqual(claims.map((claim) => claim.id).toSorted());
      }),
    );
  });
});
