/** Since when a standing holds is told no more exactly than it is known. */
import { describe, expect, it } from 'vitest';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { describeStanding, describeStandingOf } from './describe-standing.ts';
import type { CitationBrief } from '../testing/build-records.ts';

const ctx = contextOf({});

it.each([
  ['2024-04-18', 'convicted, since 18 April 2024'],
  ['2018/2022-08', 'convicted, since some day between 2018 and August 2022'],
  ['../2012', 'convicted, since some day up to 2012'],
  ['2012/..', 'convicted, since some day from 2012 on'],
])('%s is told as “%s”', (edtf, told) => {
  expect(describeStanding({ level: 'convicted', by: [], since: { edtf, basis: 'stated' } }, ctx)).toBe(told);
});

/** The standing of one accusation in short, dated. */
function standing(...citations: CitationBrief[]): string {
  const brief = {
    entities: { ann: 'Person' as const, police: 'Agency' as const, court: 'Agency' as const, army: 'Agency' as const, k: 'Case' as const },
    predicates: [{ id: 'lit', group: 'execution' as const, accuses: ['subject' as const] }],
    claims: [{ id: 'c', predicate: 'lit', subject: 'ann', citations }],
  };
  return describeStandingOf('c', contextOf(brief), true);
}
const step = (level: 'charged' | 'alleged' | 'convicted', by: string, on?: string): CitationBrief => ({
  standing: { level, by, ...(level === 'alleged' ? {} : { case: 'k' }), ...(on === undefined ? {} : { on }) },
});

it('of several who took one step on different days, each has its own date', () => {
  expect(standing(step('charged', 'police', '2022-01'), step('charged', 'army', '2023-05-02'))).toBe(
    'charged by police, since January 2022, and by army, since 2 May 2023',
  );
  expect(standing(step('charged', 'police', '2022-01'), step('charged', 'army'))).toBe('charged by police, since January 2022, and by army');
  expect(standing(step('charged', 'police', '2022-01'), step('charged', 'army', '2022-01'))).toBe('charged by army and police, since January 2022');
  expect(standing(step('charged', 'police', '2022-01'), step('charged', 'police', '2023'))).toBe('charged by police, since January 2022');
});
it('the date of a charge is not that of the conviction, nor of the allegation before it', () => {
  expect(standing(step('alleged', 'army', '2020'), step('charged', 'police', '2022-01'))).toBe('charged by police, since January 2022');
  expect(standing(step('charged', 'police', '2022-01'), step('convicted', 'court'))).toBe('convicted by court');
});

describe('at a date by which a deed may not yet have been done', () => {
  const told = (edtf: string | undefined, happened: string, more: Partial<CitationBrief> = {}) =>
    sentenceOf(
      'c',
      contextOf(
        {
          entities: { ann: 'Person', house: 'Place' },
          predicates: [{ id: 'searched', forms: { finite: 'searched', infinitive: 'to have searched', passive: 'was searched by', noun: 'search' } }],
          claims: [
            {
              id: 'c',
              subject: 'ann',
              predicate: 'searched',
              object: 'house',
              citations: [{ ...(edtf === undefined ? {} : { happened: { edtf, basis: 'stated' as const } }), ...more }],
            },
          ],
        },
        { happened },
      ),
    );
  it.each([
    ['../2023-03-14', '2021', true],
    ['2021', '2021-06', true],
    ['2021-05', '2021-06', false],
    ['2021', '2021', false],
    // It is counted among what is undated, in every answer, and its sentence gives no date to doubt.
    [undefined, '2021', false],
  ])('a sentence that dates it %s says at %s that it may be later: %s', (edtf, clock, isSaid) => {
    expect(told(edtf, clock).includes('(perhaps later than ')).toBe(isSaid);
  });
  it('a step that may be later says so itself, and only once', () => {
    expect(told('2021', '2021-06', { standing: { level: 'admitted', by: 'ann' } }).match(/perhaps later than/g)).toHaveLength(1);
  });
});
