/** The post in which somebody stands in a body is told where the passages give it. */
import { describe, expect, it } from 'vitest';
import type { CitationBrief, PredicateBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import type { EntityType } from '../model/lists.ts';

const served = { finite: 'held a post in', infinitive: 'to have held a post in', passive: 'was once served by', noun: 'former post' };
const VOICES = [
  { id: 'v', name: 'The Daily' },
  { id: 'w', name: 'The Weekly' },
];
const SOURCES = [
  { id: 's', voice: 'v' },
  { id: 't', voice: 'w' },
];
const PREDICATES: PredicateBrief[] = [
  { id: 'x:served', group: 'structure', takes: ['Agency'], forms: served },
  {
    id: 'x:leads',
    group: 'structure',
    takes: ['Agency'],
    within: true,
    forms: { finite: 'leads', infinitive: 'to lead', passive: 'is led by', noun: 'leadership' },
  },
  { id: 'x:heads-gang', group: 'structure', takes: ['Agency'], accuses: ['subject'], forms: served },
  {
    id: 'x:near',
    group: 'association',
    takes: ['Agency'],
    forms: { finite: 'is associated with', infinitive: 'to be associated with', passive: '', noun: 'tie' },
  },
];
function told(predicate: string, name: string, citations: CitationBrief[], type: EntityType = 'Person'): string {
  const entities = [
    { id: 'constructor', type, names: [{ text: name, lang: 'en', kind: 'label' as const }] },
    { id: 'o', type: 'Agency' as const, names: [{ text: 'Corps', lang: 'en', kind: 'primary' as const }] },
  ];
  const claims = [{ id: 'c', subject: 'constructor', predicate, object: 'o', citations }];
  return sentenceOf('c', contextOf({ voices: VOICES, sources: SOURCES, entities, predicates: PREDICATES, claims }));
}

describe('a post', () => {
  it('follows the body, before the date', () => {
    expect(told('x:served', 'Михаил Помпеев', [{ as: 'Secretary of State', happened: '2020' }])).toBe(
      'The Михаил Помпеев held a post in the Corps as Secretary of State in 2020, according to The Daily',
    );
  });
  it('is told once, the fuller of two that say one thing, and both of two that do not', () => {
    expect(told('x:served', 'Man', [{ as: 'leader' }, { as: 'Supreme Leader' }, { as: 'leader' }])).toContain('in the Corps as Supreme Leader, according');
    expect(told('x:served', 'Man', [{ as: 'leader' }, { as: 'envoy' }])).toContain('in the Corps as envoy and leader, according');
  });
  it('is not laid to a voice that calls it otherwise', () => {
    const other = { as: 'leader', source: 't' };
    expect(told('x:served', 'Man', [{ as: 'Supreme Leader' }, other])).toBe('The man held a post in the Corps, according to The Daily and The Weekly');
    expect(told('x:served', 'Man', [{ as: 'leader' }, other])).toContain('in the Corps as leader, according to The Daily and The Weekly');
  });
  it('is left out where the verb or the name says it, of several, of a mere tie, and of an accusation', () => {
    expect(told('x:served', 'Saudi ambassador', [{ as: 'ambassador to the U.S.' }])).not.toContain(' as ');
    expect(told('x:served', 'Diplomats', [{ as: 'clerk' }], 'Group')).not.toContain(' as ');
    expect(told('x:leads', 'Man', [{ as: 'head' }])).not.toContain(' as ');
    expect(told('x:near', 'Man', [{ as: 'affiliate' }])).not.toContain(' as ');
    expect(told('x:heads-gang', 'Man', [{ as: 'senior member' }])).not.toContain(' as ');
  });
  it('stands in one line without quotation marks, whatever it holds', () => {
    expect(told('x:served', 'Man', [{ as: 'head of “X”\u202e\nunit' }])).toMatch(/ as head of X\W*unit, according to The Daily$/);
  });
});
