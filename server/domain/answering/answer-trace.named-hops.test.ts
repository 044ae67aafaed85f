/** Whatever hop or claim an answer names, what stands against it, who is meant and who has not answered stand beside it. */
import { describe, expect, it } from 'vitest';
import type { EntityType } from '../model/lists.ts';
import type { RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { pathOfClaims } from '../testing/path-of-claims.ts';
import { answerTraceInWords } from './answer-trace.ts';

const named = (id: string, text: string, type: EntityType) => ({ id, type, names: [{ text, lang: 'en', kind: 'primary' as const }] });
const forms = (finite: string, infinitive: string) => ({ finite, infinitive, passive: '', noun: finite });
const CASE: RecordsBrief = {
  voices: [{ id: 'daily', name: 'The Daily' }],
  sources: [{ id: 'page', voice: 'daily', publisher: 'The Daily', title: 'Three charged', published: '2024-09-18' }],
  entities: [
    named('ann', 'Ann Able', 'Person'),
    named('anna', 'Anna Abel', 'Person'),
    named('gang', 'Night Riders', 'Gang'),
    named('bureau', 'Sixth Bureau', 'Agency'),
    named('court', 'High Court', 'Agency'),
    named('fire', 'Mill Fire', 'Plot'),
  ],
  predicates: [
    { id: 'ordered', group: 'sponsorship', accuses: ['subject'], forms: forms('ordered', 'to have ordered') },
    { id: 'helped', group: 'association', accuses: ['subject'], forms: forms('helped', 'to have helped') },
    { id: 'carried-out', group: 'execution', accuses: ['subject'], forms: forms('carried out', 'to have carried out') },
  ],
  claims: [
    { id: 'gang-bureau', subject: 'gang', predicate: 'helped', object: 'bureau', citations: [{}] },
    { id: 'ann-gang', subject: 'ann', predicate: 'helped', object: 'gang', citations: [{}] },
    { id: 'ann-fire', subject: 'ann', predicate: 'carried-out', object: 'fire', citations: [{ standing: { level: 'convicted', by: 'court', case: 'trial' } }] },
    {
      id: 'anna-fire',
      subject: 'anna',
      predicate: 'carried-out',
      object: 'fire',
      citations: [{ standing: { level: 'convicted', by: 'court', case: 'trial' } }],
    },
    {
      id: 'bureau-fire',
      subject: 'bureau',
      predicate: 'ordered',
      object: 'fire',
      citations: [{ standing: { level: 'found', by: 'court', case: 'trial' } }, { stance: 'disputes', standing: { level: 'denied', by: 'bureau' } }],
    },
  ],
  identities: [{ a: 'ann', b: 'anna', decision: 'same', why: 'one passport' }],
};
const ctx = contextOf(CASE);
const path = (entities: string[], claims: string[]) => pathOfClaims(entities, claims, ctx.records, ctx.figures);
const NONE = { alsoSaid: [], maxHops: 6, stoppedAtLimit: false };

describe('a hop of another path that rests on a court', () => {
  const paths = [path(['gang', 'bureau'], ['gang-bureau']), path(['gang', 'ann', 'fire', 'bureau'], ['ann-gang', 'ann-fire', 'bureau-fire'])];
  const { sentences, facts } = answerTraceInWords({ ...NONE, sides: { from: ['gang'], to: ['bureau'] }, paths }, ctx);
  it('is said to lie on another path', () => {
    expect(facts.find(({ of }) => of === 'court')?.text).toBe(
      '2 hops: Ann Able – Mill Fire (convicted by the High Court, on another path); Mill Fire – the Sixth Bureau (found by the High Court, on another path)',
    );
  });
  it('is never told without the denial of it', () => {
    expect(facts.find(({ of }) => of === 'against')?.text).toBe('Mill Fire – the Sixth Bureau, on another path: the Sixth Bureau denies it');
    expect(sentences.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Against the hop from Mill Fire to the Sixth Bureau, on another path: the Sixth Bureau denies it; no response by /),
    );
  });
});

it('somebody recorded as the same as who was asked for is said to be so, as the curator decided, before a hop is told of them', () => {
  const paths = [path(['ann', 'anna', 'fire'], ['anna-fire'])];
  const { sentences, notes } = answerTraceInWords({ ...NONE, sides: { from: ['ann'], to: ['fire'] }, paths }, ctx);
  expect(sentences[0]?.text).toMatch(/ rests on a court; Ann Able and Anna Abel are recorded as the same by the curator\.$/);
  expect(notes[0]?.text).toBe('Ann Able and Anna Abel are recorded as the same by the curator: one passport.');
  expect(sentences[0]?.footnotes).toEqual([1]);
});

it('an accusation told of two ends that no path joins has beside it who has not answered, whatever else there is room for', () => {
  const { sentences } = answerTraceInWords({ ...NONE, sides: { from: ['ann'], to: ['gang'] }, paths: [], alsoSaid: ['ann-gang'] }, ctx);
  expect(sentences.map(({ text }) => text)).toEqual([
    'No path of up to six hops was found from Ann Able to Night Riders.',
    `${sentenceOf('ann-gang', ctx)}.`,
    'No response by Ann Able to what is told here is on record in these sources.',
  ]);
});
