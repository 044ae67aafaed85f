import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { byStanding } from '../figures/by-standing.ts';
import { inOneGo } from '../figures/in-slices.ts';
import { arbitraryRecords } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { GAP_KINDS } from '../model/lists.ts';
import { gapsOf } from './gaps.ts';
import { gapsInSlices } from './order-gaps.ts';

it('lists the claims that carry most first, then those that lack most, then as given; and counts each reason, whichever is asked for', () => {
  let [listed, carrying] = [0, 0];
  checkProperty(
    'the order of what wants corroboration',
    fc.property(
      arbitraryRecords({ claims: 12 }),
      fc.subarray([...GAP_KINDS], { minLength: 1 }),
      fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
      (built, kinds, weights) => {
        const claims = [...deriveFigures(built).values()].filter(({ visible }) => visible).sort(byStanding);
        const carries = new Map(claims.flatMap(({ claim }, i) => (weights[i] ? [[claim, weights[i]] as const] : [])));
        const { gaps, totals } = inOneGo(gapsInSlices(claims, built.sources, carries, kinds));
        const kindsOf = (id: string) =>
          gapsOf(
            claims.find(({ claim }) => claim === id)!,
            built.sources,
          ).map(({ kind }) => kind);
        const expected = claims.map(({ claim }) => claim).filter((id) => kindsOf(id).some((kind) => kinds.includes(kind)));
        expect(gaps.map(({ claim }) => claim)).toEqual(
          expected.toSorted((a, b) => (carries.get(b) ?? 0) - (carries.get(a) ?? 0) || kindsOf(b).length - kindsOf(a).length),
        );
        for (const kind of GAP_KINDS) expect(totals[kind]).toBe(claims.filter(({ claim }) => kindsOf(claim).includes(kind)).length);
        listed += gaps.length;
        carrying += gaps.filter((gap) => gap.carries > 0).length;
      },
    ),
    { runs: 200 },
  );
  expect([listed, carrying].every((n) => n > 100)).toBe(true);
});
