import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../../server/domain/model/lists.ts';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { TIME_LANES } from '../../../server/contract/view-link.ts';
import { edge } from '../../testing/build-views.ts';
import { lanesOf, linesOf, UNDATED } from './lanes.ts';
import type { TimedClaim } from './time-marks.ts';

const timed = (id: string, first: number | undefined, more: Parameters<typeof edge>[3] = {}, subject = 'anna', object = 'bruno'): TimedClaim => ({
  claim: edge(id, subject, object, more),
  marks: [],
  ...(first !== undefined && { first }),
  undatedSteps: 0,
  seen: 'in',
});
const types: Record<string, EntityType> = { anna: 'Person', bruno: 'Person', gang: 'Gang', plot: 'Plot', other: 'Plot', case: 'Case', place: 'Place' };
const typeOf = (id: string): EntityType | undefined => (Object.hasOwn(types, id) ? types[id] : undefined);
const told = (by: (typeof TIME_LANES)[number], claims: TimedClaim[]) =>
  lanesOf(claims, by, typeOf).map(({ id, dated, undated }) => [id, dated.map(({ claim }) => claim.id), undated.map(({ claim }) => claim.id)]);

describe('the lanes of the timeline', () => {
  it('come by their first day, those without a date last, then claims that name none, then the undated', () => {
    const claims = [
      timed('c', 30, { in: ['plot'] }),
      timed('a', 10, { in: ['other'] }),
      timed('b', 20, { in: ['plot'] }),
      timed('d', undefined, { in: ['case'] }),
      timed('e', 5),
    ];
    expect(told('plots', claims)).toEqual([
      ['other', ['a'], []],
      ['plot', ['b', 'c'], []],
      ['case', [], ['d']],
      ['', ['e'], []],
      [UNDATED, [], ['d']],
    ]);
  });
  it('hold a claim in each lane that it names: both ends, every origin', () => {
    expect(told('people', [timed('a', 1, {}, 'anna', 'gang')])).toEqual([
      ['anna', ['a'], []],
      ['gang', ['a'], []],
    ]);
    expect(told('voices', [timed('a', 1, { originVoices: ['constructor', 'afp'] })]).map(([id]) => id)).toEqual(['afp', 'constructor']);
  });
  it('lose no claim and count none of the undated twice, however they are made', () => {
    const claim = fc.record({
      first: fc.option(fc.nat(99), { nil: undefined }),
      in: fc.subarray(['plot', 'other', 'case', 'constructor']),
      voices: fc.subarray(['__proto__', 'afp', 'toString']),
    });
    checkProperty(
      'dated claims stand in a lane, undated ones once in their own',
      fc.property(fc.array(claim, { maxLength: 25 }), fc.constantFrom(...TIME_LANES), (records, by) => {
        const claims = records.map((one, i) => timed(`c${i}`, one.first, { in: one.in, originVoices: one.voices }));
        const lanes = lanesOf(claims, by, typeOf);
        const undated = claims.filter(({ first }) => first === undefined).length;
        expect(new Set(lanes.flatMap(({ dated }) => dated)).size).toBe(claims.length - undated);
        expect(lanes.find(({ id }) => id === UNDATED)?.undated.length ?? 0).toBe(undated);
        const lines = linesOf(lanes, () => true);
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        expect(linesOf(lanes, () => false)).toHaveLength(lanes.length);
      }),
    );
  });
});
