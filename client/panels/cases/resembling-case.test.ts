/** A name that resembles a case is warned of; another one is not. */
import { expect, it } from 'vitest';
import { resemblingCase } from './resembling-case.ts';

const cases = [
  { id: 'a', title: 'Lindhaven print works, a demonstration', entities: 1, claims: 1 },
  { id: 'b', title: 'Ships without flags', entities: 1, claims: 1 },
];

it('by half of its longer words, also where they are spelt a little differently', () => {
  expect(resemblingCase('Fires on the Lindhaven quays', cases)?.id).toBeUndefined();
  expect(resemblingCase('Lindhaven printworks', cases)?.id).toBe('a');
  expect(resemblingCase('Ship without flag', cases)?.id).toBe('b');
  expect(resemblingCase('The war of words', cases)).toBeUndefined();
  expect(resemblingCase('', cases)).toBeUndefined();
});
