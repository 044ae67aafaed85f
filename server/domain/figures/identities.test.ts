import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonOf, identityConflicts, identityLinks } from './identities.ts';
import type { Decision } from '../model/lists.ts';
import { checkProperty } from '../testing/check-property.ts';

const decided = (a: string, b: string, decision: Decision) => ({ a, b, decision });

describe('identity decisions', () => {
  it('give entities decided the same one canon, the smallest id, transitively', () => {
    expect([...canonOf([decided('b', 'c', 'same'), decided('a', 'b', 'same'), decided('x', 'y', 'unsure')])]).toEqual([
      ['a', 'a'],
      ['b', 'a'],
      ['c', 'a'],
    ]);
  });
  it('are in conflict where they join a recorded different, with the chain that joins it', () => {
    expect(identityConflicts([decided('a', 'b', 'same'), decided('b', 'c', 'same'), decided('a', 'c', 'different')])).toEqual([
      { a: 'a', b: 'c', chain: ['a', 'b', 'c'] },
    ]);
    expect(identityConflicts([decided('a', 'b', 'same'), decided('b', 'c', 'different')])).toEqual([]);
  });
  it('can be taken back: without the decision the parts have no common canon', () => {
    const kept = [decided('a', 'b', 'same')];
    expect(canonOf([...kept, decided('b', 'c', 'same')]).get('c')).toBe('a');
    expect(canonOf(kept).has('c')).toBe(false);
  });
  it('give links for same and unsure between entities shown, and never for different', () => {
    const all = [decided('b', 'c', 'unsure'), decided('a', 'b', 'same'), decided('a', 'c', 'different'), decided('a', 'z', 'same')];
    expect(identityLinks(all, new Set(['a', 'b', 'c']))).toEqual([decided('a', 'b', 'same'), decided('b', 'c', 'unsure')]);
  });
  it('give the same canons in any order', () => {
    const ids = fc.nat(7).map((i) => `e${i}`);
    const pairs = fc.array(
      fc.record({
        a: ids,
        b: ids,
        decision: fc.constantFrom<Decision>('same', 'same', 'different'),
      }),
      { maxLength: 12 },
    );
    checkProperty(
      'canons do not depend on the order of decisions',
      fc.property(pairs, (decisions) => {
        const canon = canonOf(decisions);
        expect(canonOf([...decisions].reverse())).toEqual(canon);
        for (const { a, b, decision } of decisions) {
          if (decision === 'same') expect(canon.get(a)).toBe(canon.get(b));
        }
      }),
    );
  });
});
