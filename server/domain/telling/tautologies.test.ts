/** A sentence whose object only repeats the name of its subject is told without it: by the kind of the predicate, whatever it is called. */
import { describe, expect, it } from 'vitest';
import type { CitationBrief, PredicateBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import type { EntityType } from '../model/lists.ts';

const is = (verb: string, noun: string) => ({ finite: `is ${verb}`, infinitive: `to be ${verb}`, passive: `was ${verb}`, noun });
const PREDICATES: PredicateBrief[] = [
  { id: 'x:number', group: 'identity', takes: ['count'], forms: is('put at', 'count') },
  { id: 'x:national', group: 'geography', takes: ['Country'], forms: { ...is('a national of', 'nationality'), plural: 'are nationals of' } },
  { id: 'x:member', group: 'structure', takes: ['Organization'], forms: { ...is('a member of', 'membership'), plural: 'are members of' } },
  { id: 'x:stands', group: 'geography', takes: ['Place', 'Country'], forms: is('located in', 'location') },
  { id: 'x:went', group: 'geography', takes: ['Place'], forms: { finite: 'travelled to', infinitive: 'to have travelled to', passive: '', noun: 'journey' } },
];
function told(subject: [EntityType, string], predicate: string, object: [EntityType, string] | 'value', citation: CitationBrief = {}, flags = {}): string {
  const label = (text: string) => [{ text, lang: 'en', kind: 'label' as const }];
  const primary = (text: string) => [{ text, lang: 'en', kind: 'primary' as const }];
  const entities = [
    { id: 'constructor', type: subject[0], names: label(subject[1]) },
    ...(object === 'value' ? [] : [{ id: 'o', type: object[0], names: primary(object[1]) }]),
  ];
  const claims = [{ id: 'c', subject: 'constructor', predicate, object: object === 'value' ? object : 'o', citations: [citation], ...flags }];
  return sentenceOf('c', contextOf({ voices: [{ id: 'v', name: 'The Daily' }], sources: [{ id: 's', voice: 'v' }], entities, predicates: PREDICATES, claims }));
}

describe('a number that the name of the subject gives', () => {
  const count = (min: number, max = min, approx?: true) => ({
    count: { min, max, ...(approx ? { approx } : {}), basis: 'stated' as const },
    happened: '2022-11',
  });
  it('is not given again', () => {
    expect(told(['Group', 'Two bakers of Sel'], 'x:number', 'value', count(2))).toBe(
      'Two bakers of Sel are given in that number as of November 2022, according to The Daily',
    );
    expect(told(['Group', '14 bakers'], 'x:number', 'value', count(14))).toBe('14 bakers are given in that number as of November 2022, according to The Daily');
  });
  it('is given where it is another one, a range, or not exact', () => {
    expect(told(['Group', 'Two bakers of Sel'], 'x:number', 'value', count(3))).toContain('are put at 3');
    expect(told(['Group', 'Two bakers of Sel'], 'x:number', 'value', count(2, 4))).toContain('are put at 2 to 4');
    expect(told(['Group', 'Two bakers of Sel'], 'x:number', 'value', count(2, 2, true))).toContain('are put at about 2');
    expect(told(['Group', 'Bakers of Sel'], 'x:number', 'value', count(2))).toContain('are put at 2');
  });
});

describe('what the name of the subject says with the noun of the verb', () => {
  it('is told as a description', () => {
    expect(told(['Group', 'Selian nationals'], 'x:national', ['Country', 'Selia'])).toBe('Selian nationals go by that description, according to The Daily');
    expect(told(['Group', 'Members of Αυγή abroad'], 'x:member', ['Organization', 'Αυγή'])).toBe(
      'Members of Αυγή abroad go by that description, according to The Daily',
    );
  });
  it('is told in full where the name says less, or where it is only meant or expected', () => {
    expect(told(['Group', 'Selian bakers'], 'x:national', ['Country', 'Selia'])).toContain('are nationals of Selia');
    expect(told(['Group', 'Members of the choir'], 'x:member', ['Organization', 'Αυγή'])).toContain('are members of Αυγή');
    expect(told(['Group', 'Members of Αυγή abroad'], 'x:member', ['Organization', 'Αυγή'], {}, { expected: true })).toContain(
      'expected to be a member of Αυγή',
    );
  });
});

describe('a place that the name of the subject gives', () => {
  it('is told as there', () => {
    expect(told(['Organization', 'Court in Порт-Элин'], 'x:stands', ['Place', 'Порт-Элин'])).toBe(
      'The court in Порт-Элин is located there, according to The Daily',
    );
    expect(told(['Organization', 'Court in Ost Sel of the north'], 'x:stands', ['Place', 'Ost Sel'])).toContain('of the north is located there,');
  });
  it('is named where “there” would say another thing: near it, in it and elsewhere, or on the way to it', () => {
    expect(told(['Organization', 'Court near Sel'], 'x:stands', ['Place', 'Sel'])).toContain('is located in Sel');
    expect(told(['Organization', 'Court in Sel and Ost'], 'x:stands', ['Place', 'Sel'])).toContain('is located in Sel');
    expect(told(['Group', 'Guests of Sel'], 'x:went', ['Place', 'Sel'])).toContain('travelled to Sel');
  });
  it('is named where the name gives another one, or only begins with it', () => {
    expect(told(['Organization', 'Court in Sella'], 'x:stands', ['Place', 'Sel'])).toContain('is located in Sel');
    expect(told(['Organization', 'Court in Ost'], 'x:stands', ['Country', 'Sel'])).toContain('is located in Sel');
  });
});
