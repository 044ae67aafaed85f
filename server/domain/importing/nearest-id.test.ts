/** The nearest known id is the one that a typing error would turn into the given one, or none. */
import { expect, test } from 'vitest';
import { nearestId, nearestPredicate } from './nearest-id.ts';

test('two swapped letters lead to the id meant, not to another', () => expect(nearestId('amriov', ['amirov', 'omarov', 'iran'])).toBe('amirov'));
test('the same words in another order are near', () => expect(nearestId('amirov-rafat', ['rafat-amirov', 'polad-omarov'])).toBe('rafat-amirov'));
test('an id far from all others has no nearest one', () => expect(nearestId('xyz', ['rafat-amirov', 'iran'])).toBeUndefined());
test('a predicate is suggested only for a slip: two edits at most, or other case', () => {
  const known = ['alleged-to-have-ordered', 'ordered-by', 'hired'];
  expect(nearestPredicate('Alleged-To-Have-Ordered', known)).toBe('alleged-to-have-ordered');
  expect(nearestPredicate('hierd', known)).toBe('hired');
  expect(nearestPredicate('order-by', known)).toBe('ordered-by');
  // A third of its letters, or the same words but one.
  expect(nearestPredicate('have-ordered', known)).toBeUndefined();
  expect(nearestPredicate('to-have-ordered-alleged', known)).toBeUndefined();
  expect(nearestPredicate('allegedly-ordered-it-all', ['allegedly-ordered'])).toBeUndefined();
  expect(nearestPredicate('', [])).toBeUndefined();
});
test('of two at one distance the first in order is named', () => expect(nearestId('b', ['c', 'a'])).toBe('a'));
