import { describe, expect, it } from 'vitest';
import type { Clocks } from '../model/questions.ts';
import { contextOf } from '../testing/narration-context.ts';
import { answeredSince } from './responses.ts';

const since = (clocks: Clocks, atRisk = false) => {
  const ctx = contextOf(
    {
      voices: [{ id: 'daily', name: 'The Daily' }],
      sources: [
        { id: 'early', voice: 'daily', published: '2022-01-05' },
        { id: 'late', voice: 'daily', published: '2024-05-20' },
      ],
      entities: [
        { id: 'man', type: 'Person' },
        { id: 'court', type: 'Agency' },
        { id: 'critic', type: 'Person', names: [{ text: 'Hidden Name', lang: 'en', kind: 'primary' }], atRisk },
      ],
      predicates: [{ id: 'killed', accuses: ['subject'], group: 'execution' }],
      claims: [
        {
          id: 'c',
          predicate: 'killed',
          subject: 'man',
          object: 'man',
          citations: [
            { source: 'early', standing: { level: 'reported' } },
            { source: 'early', stance: 'disputes', standing: { level: 'denied', by: 'man' } },
            { source: 'late', stance: 'disputes', standing: { level: 'contradicted', by: 'critic' } },
            { source: 'late', stance: 'disputes', standing: { level: 'acquitted', by: 'court', on: { edtf: '2024-04-18', basis: 'stated' } } },
            { source: 'late', standing: { level: 'alleged', by: 'court' } },
          ],
        },
      ],
    },
    clocks,
  );
  const claim = ctx.records.claims.get('c');
  return claim && answeredSince(claim, ctx);
};

describe('what was answered after the dates of a view', () => {
  it('is each later answer with its date, and neither an earlier one nor what supports the claim', () => {
    expect(since({ published: '2023' })).toBe(
      'On record here only later: acquitted by court, 18 April 2024; contradicted by Hidden Name (published 20 May 2024)',
    );
  });
  it('is known at a happened date by the day of the step', () => {
    expect(since({ happened: '2023' })).toBe('On record here only later: acquitted by court, 18 April 2024');
  });
  it('is nothing where the date hides no answer, or there is no date', () => {
    expect(since({ published: '2025' })).toBeUndefined();
    expect(since({})).toBeUndefined();
  });
  it('does not name a person in danger', () => {
    expect(since({ published: '2023' }, true)).toBe('On record here only later: acquitted by court, 18 April 2024; contradicted (published 20 May 2024)');
  });
});
