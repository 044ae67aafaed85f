import { expect, it } from 'vitest';
import { displayName } from '../../server/domain/model/names.ts';
import { node } from '../testing/build-views.ts';
import { whyUnnamed } from './why-unnamed.ts';

it('somebody whose name no source had printed by the date of the view is said to be so', () => {
  const early = displayName({ type: 'Person', names: [{ text: 'Ann', lang: 'en', kind: 'primary', sources: ['later'] }] }, { sourceVisible: () => false });
  const person = node('ann', { name: early.text });
  expect(whyUnnamed(person, { published: '2022-07' })).toBe('no name printed by 2022-07');
  expect(whyUnnamed(person, { recorded: '2024-01-01' })).toBe('no name on record by 2024-01-01');
});
it('nothing is said of one with a name, or where the view has no date', () => {
  expect(whyUnnamed(node('ann', { name: 'Ann' }), { published: '2022-07' })).toBeUndefined();
  expect(whyUnnamed(node('x', { name: 'Unnamed person' }), {})).toBeUndefined();
  expect(whyUnnamed(node('x', { name: 'Unnamed person', type: 'Gang' }), { published: '2022' })).toBeUndefined();
});
