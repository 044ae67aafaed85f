/** The nearest known id is the one that a typing error would turn into the given one, or none. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestId } from './nearest-id.ts';
import { checkProperty } from '../testing/check-property.ts';

test('one insertion, deletion, substitution or swap is one edit', () => {
  for (const slip of ['sylvannia', 'sylvnia', 'sylvanja', 'syvlania']) expect(editDistance('sylvania', slip), slip).toBe(1);
});
test('two swapped letters lead to the id meant, not to another', () => expect(nearestId('amriov', ['amirov', 'omarov', 'iran'])).toBe('amirov'));
test('the same words in another order are near', () => expect(nearestId('amirov-rafat', ['rafat-amirov', 'polad-omarov'])).toBe('rafat-amirov'));
test('an id far from all others has no nearest one', () => expect(nearestId('xyz', ['rafat-amirov', 'iran'])).toBeUndefined());
test('of two at one distance the first in order is named', () => expect(nearestId('b', ['c', 'a'])).toBe('a'));

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
