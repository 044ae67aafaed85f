/** A date without the form of one is told apart from one that only a rule refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDTF_PATTERN } from '../dates/edtf-pattern.ts';
import { arbitraryEdtf } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { datesWithoutForm } from './dates-without-form.ts';

const dated = (edtf: string) => ({ sources: [{ id: 'constructor', published: { edtf, basis: 'stated' } }] });

describe('the dates of a change', () => {
  it('without the form of one are named by where they stand, with a remedy', () => {
    const [problem] = datesWithoutForm(dated('2022-13'), '/records');
    expect(problem).toMatchObject({ code: 'invalid-date', pointer: '/records/sources/0/published/edtf' });
    expect(problem?.message).toContain('2022-13');
    expect(problem?.remedy).not.toBe('');
    expect(datesWithoutForm({ claims: [{ citations: [{ happened: [{ edtf: 'soon' }, { edtf: '2022' }] }] }] }, '').map(({ pointer }) => pointer)).toEqual([
      '/claims/0/citations/0/happened/0/edtf',
    ]);
  });
  it('that have it are left to the rules: no expression says that an end comes after its start', () => {
    expect(datesWithoutForm(dated('2022-05/2021-01'), '')).toEqual([]);
    expect(datesWithoutForm({ title: '2022-13', edtf: null }, '')).toEqual([]);
  });
  it('are found exactly where the description of the API would not have them', () => {
    checkProperty(
      'as the pattern says',
      fc.property(fc.oneof(arbitraryEdtf, fc.string(), fc.stringMatching(/^[0-9X]{4}-[0-9X]{2}(-[0-9X]{2})?[?~%/.]*$/)), (edtf) => {
        expect(datesWithoutForm(dated(edtf), '').length).toBe(EDTF_PATTERN.test(edtf) ? 0 : 1);
      }),
    );
  });
});
