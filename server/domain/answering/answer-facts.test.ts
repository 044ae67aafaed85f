/** What is said in short beside an answer says whose word it is, and how many claims it is of. */
import { describe, expect, it } from 'vitest';
import type { CitationBrief } from '../testing/build-records.ts';
import { contextOf } from '../testing/narration-context.ts';
import { claimInShort, courtFact, noLinkFact, shownOfClaims } from './answer-facts.ts';

function noLink(...citations: CitationBrief[]): string {
  const ctx = contextOf({
    voices: [{ id: 'daily', name: 'The Daily' }],
    sources: [{ id: 's', voice: 'daily', published: '2023' }],
    entities: { constructor: 'Person', army: 'Agency', court: 'Agency' } as Record<string, 'Person' | 'Agency'>,
    predicates: [{ id: 'no-established-link-to', group: 'association' }],
    claims: [{ id: 'c', subject: 'constructor', predicate: 'no-established-link-to', object: 'army', citations }],
  });
  return noLinkFact(['c'], ctx).text;
}

describe('who says that no link was found', () => {
  it('is whoever states it; that it is confirmed is not read of the link', () => {
    const origin = { origin: 's', originBasis: 'stated' as const, source: 's' };
    expect(noLink({ standing: { level: 'alleged', by: 'court' } })).toBe('court, of constructor and army');
    expect(noLink({ standing: { level: 'confirmed', by: 'court' }, ...origin })).toBe('court, of constructor and army');
  });
  it('is the newsroom where nobody is named, and nobody where it took that back', () => {
    expect(noLink({ standing: 'reported' })).toBe('The Daily, of constructor and army');
    expect(noLink({ standing: 'reported', originBasis: 'not-established' })).toBe('a source that does not say from whom it has this, of constructor and army');
    const retracted: CitationBrief = { stance: 'disputes', standing: { level: 'retracted', on: '2024' } };
    expect(noLink({ standing: 'reported' }, retracted)).toBe('nobody any more, of constructor and army');
  });
});

describe('what rests on a court', () => {
  const court = (decision: 'same' | 'unsure') => {
    const convicted: CitationBrief = { standing: { level: 'convicted', by: 'court', case: 'k' } };
    const lit = (id: string, subject: string) => ({ id, subject, predicate: 'lit', object: 'fire', citations: [convicted] });
    const ctx = contextOf({
      entities: { ann: 'Person', constructor: 'Person', ben: 'Person', fire: 'Plot', court: 'Agency', k: 'Case' } as Record<
        string,
        'Person' | 'Plot' | 'Agency' | 'Case'
      >,
      predicates: [{ id: 'lit', group: 'execution', accuses: ['subject'] }],
      claims: [lit('one', 'ann'), lit('two', 'constructor'), lit('three', 'ben')],
      identities: [{ a: 'ann', b: 'constructor', decision }],
    });
    return courtFact(['one', 'two', 'three'], 'claim', (id) => claimInShort(id, ctx), ctx);
  };
  it('counts one conviction of one who is recorded twice once', () => {
    expect(court('same')).toBe(
      '3 claims (two, counting those recorded as the same once): ann – fire (convicted by court), the same step also recorded of constructor; ben – fire (convicted by court)',
    );
    expect(court('unsure')).toBe('3 claims: ann – fire (convicted by court); constructor – fire (convicted by court); ben – fire (convicted by court)');
  });
});

it('claims of which one thing is said are told once with their number, and the rest is counted by claims', () => {
  expect(shownOfClaims(['a', 'b', 'a'])).toEqual(['a (2 claims)', 'b']);
  expect(shownOfClaims(['a', 'b', 'c', 'd', 'd', 'e'])).toEqual(['a', 'b', 'c', '3 more']);
  expect(shownOfClaims([])).toEqual([]);
});
