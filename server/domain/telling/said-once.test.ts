/** What a sub-editor would strike: a thing said twice, people as members of people, sanctions that intend. */
import { describe, expect, it } from 'vitest';
import type { ClaimBrief, PredicateBrief, RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';

const label = (text: string) => [{ text, lang: 'en', kind: 'label' as const }];
const primary = (text: string) => [{ text, lang: 'en', kind: 'primary' as const }];
const among = (id: string, finite: string): PredicateBrief => ({
  id,
  group: 'structure',
  forms: { finite, infinitive: `to be ${finite.slice(3)}`, passive: 'has as a part', noun: 'part', ofSeveral: 'among' },
});
const CASE: RecordsBrief = {
  voices: [{ id: 'daily', name: 'The Daily' }],
  sources: [{ id: 'page', voice: 'daily' }],
  entities: [
    { id: 'ann', names: primary('Ann Lee') },
    { id: 'state', type: 'Country', names: primary('Sylvania') },
    { id: 'strike', type: 'Event', names: label('Strike of 2020') },
    { id: 'fire', type: 'Plot', names: label('Fire in Lantern Street') },
    { id: 'case', type: 'Case', names: label('Case over the fire') },
    { id: 'politicians', type: 'Group', names: label('American politicians') },
    { id: 'couple', type: 'Group', names: label('Couple held in Vienna') },
    { id: 'front', type: 'Organization', names: primary('Free Front') },
    { id: 'affiliates', type: 'Organization', names: label('Affiliates of the corps') },
    { id: 'court', type: 'Agency', names: primary('High Court') },
    { id: 'sanctions', type: 'Measure', names: label('Sanctions on Sylvania') },
  ],
  predicates: [
    {
      id: 'responsible-for',
      group: 'execution',
      accuses: ['subject'],
      forms: {
        finite: 'is responsible for',
        infinitive: 'to be responsible for',
        passive: 'is laid at the door of',
        noun: 'responsibility',
        blamedFor: 'object',
      },
    },
    among('member-of', 'is a member of'),
    among('part-of', 'is part of'),
    {
      id: 'sentenced',
      group: 'justice',
      forms: { finite: 'sentenced', infinitive: 'to have sentenced', passive: 'was sentenced by', noun: 'sentence', base: 'sentence' },
    },
    {
      id: 'countered',
      group: 'target',
      forms: { finite: 'acted against', infinitive: 'to have acted against', passive: 'was acted against by', noun: 'countering', base: 'act against' },
    },
  ],
};
const told = (claim: Omit<ClaimBrief, 'id'>): string => sentenceOf('c', contextOf({ ...CASE, claims: [{ ...claim, id: 'c' }] }));

describe('a sentence says a thing once', () => {
  const blamed = (level: 'sanctioned' | 'charged'): Omit<ClaimBrief, 'id'> => ({
    predicate: 'responsible-for',
    subject: 'ann',
    object: 'strike',
    citations: [{ standing: { level, by: 'state' } }],
  });
  it('somebody is blamed for the deed, not for being responsible for it', () => {
    expect(told(blamed('sanctioned'))).toMatch(/^Ann Lee is blamed by Sylvania, in a formal designation, for the strike of 2020,/);
  });
  it('and of a charge the verb stays', () => {
    expect(told(blamed('charged'))).toMatch(/^Ann Lee is charged by Sylvania with being responsible for the strike of 2020,/);
  });
  it('the plot that a case is about follows apart, and stands in its place where no case is named', () => {
    const sentenced = (inside: string[]) => told({ predicate: 'sentenced', subject: 'court', object: 'ann', in: inside });
    expect(sentenced(['case', 'fire'])).toBe(
      'The High Court sentenced Ann Lee in the case over the fire, according to The Daily (concerning the fire in Lantern Street)',
    );
    expect(sentenced(['fire'])).toBe('The High Court sentenced Ann Lee concerning the fire in Lantern Street, according to The Daily');
  });
});

describe('who belongs to several', () => {
  it.each([
    ['member-of', 'ann', 'politicians', 'Ann Lee is among American politicians'],
    ['member-of', 'politicians', 'politicians-2', 'American politicians are among the'],
    ['part-of', 'front', 'affiliates', 'The Free Front is among affiliates of the corps'],
    ['member-of', 'ann', 'front', 'Ann Lee is a member of the Free Front'],
    ['member-of', 'ann', 'couple', 'Ann Lee is a member of the couple held in Vienna'],
    ['member-of', 'ann', 'affiliates', 'Ann Lee is a member of affiliates of the corps'],
  ])('%s, %s, %s: %s', (predicate, subject, object, sentence) => {
    const second = {
      id: 'politicians-2',
      type: 'Group' as const,
      names: [{ text: 'Two hundred politicians', lang: 'en', kind: 'label' as const, article: 'the' as const }],
    };
    const ctx = contextOf({ ...CASE, entities: [...(CASE.entities as []), second], claims: [{ id: 'c', predicate, subject, object }] });
    expect(sentenceOf('c', ctx)).toMatch(new RegExp(`^${sentence}`));
  });
});

it('what cannot act is meant to do something, and intends nothing', () => {
  const countered = (subject: string, more: Partial<ClaimBrief> = {}) => told({ predicate: 'countered', subject, object: 'ann', intended: true, ...more });
  expect(countered('sanctions')).toMatch(/^Sanctions on Sylvania were meant to act against Ann Lee/);
  expect(countered('sanctions', { attempted: true })).toMatch(/were meant to attempt to act against/);
  expect(countered('sanctions', { expected: true })).toMatch(/are expected to be meant to act against/);
  expect(countered('state')).toMatch(/^Sylvania intended to act against Ann Lee/);
});
