/** The two ends of a claim without direction are kept in one order, whichever way the claim is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityEnd } from './claim-ends.ts';
import { inEndOrder, isOutOfOrder, withEndsSwapped } from './end-order.ts';
import { propositionKey } from './proposition-key.ts';
import { segmentsOf } from './segments.ts';
import { arbitraryRecords } from '../testing/arbitrary-records.ts';
import { records, type ClaimBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';

const MET = { symmetric: true };
const written = (brief: Partial<ClaimBrief>) => records({ claims: [{ id: 'c', predicate: 'met', ...brief }] }).claims.get('c')!;
const kept = (brief: Partial<ClaimBrief>) => {
  const { subject, object, via } = inEndOrder(written(brief), MET);
  return [subject, object, ...via].join(' ');
};

describe('a claim without direction', () => {
  it('has the smaller id as its subject, and its via reversed where the ends are swapped', () => {
    expect(kept({ subject: 'b', object: 'a', via: ['x', 'y'] })).toBe('a b y x');
    expect(kept({ subject: 'a', object: 'b', via: ['x', 'y'] })).toBe('a b x y');
  });
  it('has an unknown end as its object', () => {
    expect(kept({ subject: 'unknown', object: 'b', via: ['x', 'y'] })).toBe('b unknown y x');
    expect(kept({ subject: 'b', object: 'unknown' })).toBe('b unknown');
    expect(kept({ subject: 'unknown', object: 'unknown' })).toBe('unknown unknown');
  });
  it('has its via begin with the smaller id where both ends are the same', () => {
    expect(kept({ subject: 'b', object: 'b', via: ['y', 'x'] })).toBe('b b x y');
    expect(kept({ subject: 'unknown', object: 'unknown', via: ['y', 'x'] })).toBe('unknown unknown x y');
  });
  it('stays as written where its object is none', () => {
    expect(kept({ subject: 'b', object: 'none' })).toBe('b none');
  });
  it('keeps its direction where it is intended or attempted', () => {
    expect(kept({ subject: 'b', object: 'a', intended: true })).toBe('b a');
    expect(kept({ subject: 'b', object: 'a', attempted: true })).toBe('b a');
    expect(kept({ subject: 'b', object: 'a', expected: true })).toBe('a b');
  });
  it('is reordered, one with a direction is not', () => {
    expect(isOutOfOrder(written({ subject: 'b', object: 'a' }), { symmetric: false })).toBe(false);
  });
  it('is one proposition both ways, joins the same entities, and is put in order once', () => {
    checkProperty(
      'end order',
      fc.property(arbitraryRecords({ claims: 12 }), (built) => {
        for (const claim of built.claims.values()) {
          const predicate = built.predicates.get(claim.predicate)!;
          expect(isOutOfOrder(claim, predicate)).toBe(false);
          if (!predicate.symmetric || claim.attempted || (entityEnd(claim.object) === undefined && claim.object !== 'unknown')) continue;
          const other = withEndsSwapped(claim);
          expect(propositionKey(inEndOrder(other, predicate))).toBe(propositionKey(claim));
          const typeOf = (id: string) => built.entities.get(id)?.type;
          const joins = (one: typeof claim) =>
            segmentsOf(one, predicate, typeOf)
              .map(({ from, to }) => [from, to].sort().join(' '))
              .sort();
          expect(joins(other)).toEqual(joins(claim));
        }
      }),
    );
  });
});
