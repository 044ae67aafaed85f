import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { editDistance } from './edit-distance.ts';

test('one insertion, deletion, substitution or swap is one edit', () => {
  for (const slip of ['sylvannia', 'sylvnia', 'sylvanja', 'syvlania']) expect(editDistance('sylvania', slip), slip).toBe(1);
  expect(editDistance('ceilfa', 'cielfa', 2)).toBe(1);
});

test('within a limit too it is the same from both sides, for any text', () => {
  checkProperty(
    'edit distance within a limit',
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
      expect(editDistance(a, a, 0)).toBe(0);
    }),
  );
});

test('the distance is a distance: zero for equals, the same both ways, never more than a replacement', () => {
  const slug = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 12 });
  checkProperty(
    'edit distance',
    fc.property(slug, slug, (a, b) => {
      expect(editDistance(a, a)).toBe(0);
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      const most = 2;
      const bounded = editDistance(a, b, most);
      expect(Math.min(bounded, most + 1)).toBe(Math.min(editDistance(a, b), most + 1));
    }),
  );
});
