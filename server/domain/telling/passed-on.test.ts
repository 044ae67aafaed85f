/** Whoever spoke, and whoever passed it on, is told between the accuser and the text that was read. */
import { describe, expect, it } from 'vitest';
import type { CitationBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';

const told = (...citations: CitationBrief[]) =>
  sentenceOf(
    'c',
    contextOf({
      voices: [
        { id: 'daily', name: 'The Daily' },
        { id: 'wire', name: 'The Wire' },
        { id: 'police', name: 'The police', entities: ['police', 'chief'] },
        { id: 'exile', name: 'Ann Lee', entities: ['ann'] },
      ],
      sources: [
        { id: 'page', voice: 'daily' },
        { id: 'dispatch', voice: 'wire', seen: false },
        { id: 'talk', voice: 'police', seen: false },
        { id: 'account', voice: 'exile', seen: false },
      ],
      entities: [
        { id: 'state', type: 'Country', names: [{ text: 'Sylvania', lang: 'en', kind: 'primary' }] },
        { id: 'gang', type: 'Gang', names: [{ text: 'Quay Nine', lang: 'en', kind: 'primary' }] },
        { id: 'police', type: 'Agency', names: [{ text: 'The police', lang: 'en', kind: 'primary' }] },
        { id: 'chief', type: 'Person', names: [{ text: 'Cem Ay', lang: 'tr', kind: 'primary' }] },
        { id: 'ann', type: 'Person', names: [{ text: 'Ann Lee', lang: 'en', kind: 'primary' }] },
      ],
      predicates: [{ id: 'hired', accuses: ['subject'], forms: { finite: 'hired', infinitive: 'to have hired', passive: 'was hired by', noun: 'hiring' } }],
      claims: [{ id: 'c', subject: 'state', predicate: 'hired', object: 'gang', citations }],
    }),
  );
const byPolice = { source: 'page', origin: 'talk', standing: { level: 'alleged', by: 'police' } } as const;

describe('a sentence', () => {
  it.each<[string, CitationBrief, string]>([
    ['who passed it on', { ...byPolice, through: ['dispatch'] }, 'as passed on by The Wire, as reported by The Daily'],
    ['who spoke within the body', { ...byPolice, statedBy: 'chief' }, 'as told by Cem Ay, as reported by The Daily'],
    [
      'both, the nearer to the origin first',
      { ...byPolice, statedBy: 'chief', through: ['account'] },
      'as told by Cem Ay, as passed on by Ann Lee, as reported by The Daily',
    ],
    ['whoever did both once', { ...byPolice, statedBy: 'ann', through: ['account'] }, 'as passed on by Ann Lee, as reported by The Daily'],
    ['no speaker who is the accuser', { ...byPolice, statedBy: 'police' }, 'as reported by The Daily'],
  ])('names %s', (_, citation, way) => {
    expect(told(citation)).toBe(`Sylvania is alleged by The police to have hired Quay Nine, ${way}`);
  });
  it('says whom a newspaper cites that speaks in its own words', () => {
    expect(told({ source: 'page', statedBy: 'chief' })).toBe('Sylvania is reported by The Daily to have hired Quay Nine, citing Cem Ay');
  });
  it('says that only a part of the passages names who spoke', () => {
    expect(told({ ...byPolice, statedBy: 'chief' }, byPolice)).toContain(', as told in part by Cem Ay, as reported by The Daily');
  });
});
