/** The nearest known id is the one that a typing error would turn into the given one, or none. */
import { expect, test } from 'vitest';
import { nearestId } from './nearest-id.ts';

test('two swapped letters lead to the id meant, not to another', () => expect(nearestId('amriov', ['amirov', 'omarov', 'iran'])).toBe('amirov'));
test('the same words in another order are near', () => expect(nearestId('amirov-rafat', ['rafat-amirov', 'polad-omarov'])).toBe('rafat-amirov'));
test('an id far from all others has no nearest one', () => expect(nearestId('xyz', ['rafat-amirov', 'iran'])).toBeUndefined());
test('of two at one distance the first in order is named', () => expect(nearestId('b', ['c', 'a'])).toBe('a'));
