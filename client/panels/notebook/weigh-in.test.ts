/** A claim speaks for an answer or against it, never both. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newAssessment } from './new-assessment.ts';
import { withClaim } from './weigh-in.tsx';

const ids = fc.constantFrom('one', 'two', 'three', 'constructor', '__proto__');

it('a claim that is put on a side stands there once, and not on the other', () => {
  const steps = fc.array(fc.tuple(ids, fc.constantFrom('for' as const, 'against' as const)), { minLength: 1 });
  fc.assert(
    fc.property(steps, (put) => {
      const after = put.reduce((assessment, [claim, side]) => withClaim(assessment, claim, side), newAssessment('Who paid?'));
      const [claim, side] = put.at(-1)!;
      expect(after[side].at(-1)).toBe(claim);
      expect(new Set([...after.for, ...after.against]).size).toBe(after.for.length + after.against.length);
      expect(new Set([...after.for, ...after.against])).toEqual(new Set(put.map(([one]) => one)));
    }),
  );
});
