/** An id is legal whatever the name is. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ID_PATTERN } from '../model/lists.ts';
import { checkProperty } from '../testing/check-property.ts';
import { idFrom } from './id-from.ts';

it('an id is made of the name in Latin letters, and its suffix', () => {
  expect(idFrom("The Daily's fire, 2024", 'ab12cd')).toBe('the-dailys-fire-2024-ab12cd');
  expect(idFrom('Радио Лантерн', 'ab12cd')).toBe('radio-lantern-ab12cd');
  expect(idFrom('…', 'ab12cd')).toBe('r-ab12cd');
  checkProperty(
    'ids of any name',
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(ID_PATTERN.test(idFrom(name, 'ab12cd'))).toBe(true);
    }),
  );
});
