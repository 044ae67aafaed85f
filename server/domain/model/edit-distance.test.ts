import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { editDistance } from './edit-distance.ts';

test('one insertion, deletion, substitution or swap is one edit', () => {
  for (const slip of ['sylvannia', 'sylvnia', 'sylvanja', 'syvlania']) expect(editDistance('sylvania', slip), slip).toBe(1);
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
