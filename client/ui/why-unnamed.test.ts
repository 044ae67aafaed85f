import { expect, it } from 'vitest';
import { displayName } from '../../server/domain/model/names.ts';
import { node } from '../testing/build-views.ts';
import { namingLines, whyUnnamed } from './why-unnamed.ts';

it('somebody whose name no source had printed by the date of the view is said to be so', () => {
  const early = displayName({ type: 'Person', names: [{ text: 'Ann', lang: 'en', kind: 'primary', sources: ['later'] }] }, { sourceVisible: () => false });
  const person = node('ann', { name: early.text });
  expect(whyUnnamed(person, { published: '2022-07' })).toBe('no name printed by 2022-07');
  expect(whyUnnamed(person, { recorded: '2024-01-01' })).toBe('no name on record by 2024-01-01');
});
it('a name that was redacted is said to be so, and neither a label of the curator nor unknown to the sources', () => {
  const redacted = { label: true, unnamed: true, redacted: '2026-11-30' };
  expect(namingLines(redacted)).toEqual(['name redacted on 30 November 2026']);
  expect(namingLines({ label: true, unnamed: true })).toEqual(["the curator's label, cited to nobody", 'not named in the sources']);
  expect(namingLines({ label: false, unnamed: false })).toEqual([]);
});
it('nothing is said of one with a name, or where the view has no date', () => {
  expect(whyUnnamed(node('ann', { name: 'Ann' }), { published: '2022-07' })).toBeUndefined();
  expect(whyUnnamed(node('x', { name: 'Unnamed person' }), {})).toBeUndefined();
  expect(whyUnnamed(node('x', { name: 'Unnamed person', type: 'Gang' }), { published: '2022' })).toBeUndefined();
});
