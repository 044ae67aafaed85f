/** Two claims have the same key exactly when they are one proposition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from './records.ts';
import { propositionKey } from './proposition-key.ts';
import { arbitraryRecords } from '../testing/arbitrary-records.ts';
import { records, type ClaimBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';

const key = (claim: Partial<ClaimBrief>) => propositionKey(records({ claims: [{ id: 'c', predicate: 'hired', ...claim }] }).claims.get('c')!);

describe('two claims are one proposition', () => {
  it('whatever their ids and datasets, and however their qualifiers are ordered or repeated', () => {
    expect(key({ id: 'c', dataset: 'one', to: ['x', 'y'], in: 'z' })).toBe(key({ id: 'c', dataset: 'two', to: ['y', 'x', 'y'], in: ['z'] }));
  });
  it('whether their text is quoted or not: that says whose words they are', () => {
    const text = { text: 'b', lang: 'en' };
    expect(key({ object: { ...text, quoted: true } })).toBe(key({ object: text }));
  });
  it('but not where the order of via differs', () => {
    expect(key({ via: ['x', 'y'] })).not.toBe(key({ via: ['y', 'x'] }));
  });
  it.each<Partial<ClaimBrief>>([
    { subject: 'other' },
    { object: 'other' },
    { predicate: 'paid' },
    { object: { text: 'b', lang: 'en' } },
    { via: 'x' },
    { to: 'x' },
    { at: 'x' },
    { in: 'x' },
    { instrument: 'x' },
    { intended: true },
    { attempted: true },
    { expected: true },
    { occasion: 'second' },
  ])('not where they differ in %j', (difference) => {
    expect(key(difference)).not.toBe(key({}));
  });
});

describe('the key', () => {
  it('ignores the order of every qualifier but via, and changes with any other change', () => {
    checkProperty(
      'proposition key',
      fc.property(arbitraryRecords({ claims: 4 }), fc.constantFrom('to' as const, 'at' as const, 'in' as const, 'instrument' as const), (built, qualifier) => {
        for (const claim of built.claims.values()) {
          const turned: Claim = { ...claim, [qualifier]: [...claim[qualifier]].reverse() };
          expect(propositionKey(turned)).toBe(propositionKey(claim));
          expect(propositionKey({ ...claim, [qualifier]: [...claim[qualifier], 'another'] })).not.toBe(propositionKey(claim));
          const reversed = [...claim.via].reverse();
          expect(propositionKey({ ...claim, via: reversed }) === propositionKey(claim)).toBe(reversed.join() === claim.via.join());
        }
      }),
    );
  });
});
