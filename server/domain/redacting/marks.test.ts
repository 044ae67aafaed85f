/** A person who was redacted is known again by the id or by a whole name, and nobody else is. */
import { describe, expect, it } from 'vitest';
import type { Entity } from '../model/records.ts';
import { marksOf, redactionOf } from './marks.ts';

const marks = marksOf('salt', { id: 'khalid-mehdiyev', names: ['Khalid Mehdiyev', 'Mehdi', '王小明'] });
const kept = [{ salt: 'salt', marks }];
const person = (id: string, name: string, type: Entity['type'] = 'Person'): Entity => ({
  id,
  dataset: 'd',
  type,
  names: [{ text: name, lang: 'en', kind: 'primary' }],
});

describe('an entity would bring the person back', () => {
  it.each([
    ['the same id', person('khalid-mehdiyev', 'Somebody')],
    ['the same name in other letters and dashes', person('x', 'KHALID-MEHDIYEV')],
    ['the same name without spaces', person('x', '王小明')],
  ])('with %s', (_why, entity) => expect(redactionOf(entity, kept)).toBe(kept[0]));
});
describe('an entity would not', () => {
  it.each([
    ['with a name of one word, which many bear', person('x', 'Mehdi')],
    ['with another name', person('x', 'Khalid Omarov')],
    ['as a place', person('x', 'Khalid Mehdiyev', 'Place')],
  ])('%s', (_why, entity) => expect(redactionOf(entity, kept)).toBeUndefined());
});
it('the marks hold no word of the name, and differ with the salt', () => {
  expect(marks.join(' ')).toMatch(/^[0-9a-f ]+$/);
  expect(marksOf('other', { id: 'khalid-mehdiyev', names: [] })).not.toEqual(marksOf('salt', { id: 'khalid-mehdiyev', names: [] }));
});
