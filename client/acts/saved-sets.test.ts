import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { id } from '../../server/contract/records.ts';
import { idOfName } from './saved-sets.ts';

describe('the id of a set', () => {
  it('is made from its name, whatever the name', () => {
    expect(['Gangs of 2024', 'Żółć & Co.', 'گروه'].map(idOfName)).toEqual(['gangs-of-2024', 'zo-c-co', 'set']);
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (name) => /^[a-z0-9][a-z0-9-]*$/.test(idOfName(name))),
      { seed: 8, numRuns: 300 },
    );
  });
  it('is accepted by the server', () => {
    expect(id.safeParse(idOfName('A set')).success).toBe(true);
  });
});
