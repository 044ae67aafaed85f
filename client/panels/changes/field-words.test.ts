/** Fields of records are told in words: names instead of ids, and nothing that was written is left out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { fieldLabel, fieldText, namesIn } from './field-words.ts';

const nameOf = namesIn([
  { kind: 'entity', id: 'constructor', name: 'Анна' },
  { kind: 'entity', id: 'afp', name: 'the agency as a body' },
  { kind: 'voice', id: 'afp', name: 'AFP' },
  { kind: 'source', id: 'afp-2024', name: 'AFP, article' },
]);

describe('the value of a field', () => {
  it('names the record that an id stands for, by the kind that the field holds', () => {
    expect(fieldText('subject', 'constructor', nameOf)).toBe('Анна');
    expect(fieldText('via', ['constructor', '__proto__'], nameOf)).toBe('Анна; __proto__');
    expect([fieldText('voice', 'afp', nameOf), fieldText('statedBy', 'afp', nameOf)]).toEqual(['AFP', 'the agency as a body']);
    expect(fieldText('paraphrase', 'constructor', nameOf)).toBe('constructor');
  });
  it('says who gave a standing and when, and where a passage stands', () => {
    expect(fieldText('standing', { level: 'charged', by: 'constructor', on: { edtf: '2022-07', basis: 'stated' } }, nameOf)).toBe(
      'charged, by Анна, on July 2022',
    );
    expect(fieldText('locator', { paragraph: 4 }, nameOf)).toBe('paragraph 4');
    expect(fieldText('names', [{ text: 'Anna', lang: 'en', kind: 'primary' }], nameOf)).toBe('Anna (kind primary)');
    expect(
      fieldText(
        'happened',
        [
          { edtf: '1971', basis: 'stated' },
          { edtf: '1973', basis: 'stated' },
        ],
        nameOf,
      ),
    ).toBe('1971; 1973');
    expect(fieldText('count', { min: 3, max: 3, basis: 'stated' }, nameOf)).toBe('3');
  });
  it('says "none" of what is not there, and yes or no of a mark', () => {
    expect([null, undefined, [], {}].map((value) => fieldText('quote', value, nameOf))).toEqual(['none', 'none', 'none', 'none']);
    expect([true, false].map((value) => fieldText('seen', value, nameOf))).toEqual(['yes', 'no']);
  });
  it('is never empty, whatever was written', () => {
    checkProperty(
      'a field has a text',
      fc.property(fc.string(), fc.jsonValue(), (field, value) => {
        expect(fieldText(field, value, nameOf)).not.toBe('');
        expect(typeof fieldLabel(field)).toBe('string');
      }),
    );
  });
});

it('a field is called by its word, and by itself where it has none', () => {
  expect([fieldLabel('statedBy'), fieldLabel('constructor')]).toEqual(['said by', 'constructor']);
});
