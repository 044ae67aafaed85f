/** The worked cases of model.md on what a text only passes on, in sentences. */
import { expect, it } from 'vitest';
import { footnoteOf } from './footnotes.ts';
import type { CitationBrief, RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';

const AROUND: RecordsBrief = {
  voices: [{ id: 'newsroom', name: 'The Daily' }],
  sources: [{ id: 'page', voice: 'newsroom', publisher: 'The Daily', title: 'Charged' }],
  entities: [
    { id: 'authority', type: 'Agency', names: [{ text: 'The Prosecution', lang: 'en', kind: 'primary' }] },
    { id: 'suspect', names: [{ text: 'Ivan Petrov', lang: 'en', kind: 'primary' }] },
  ],
  predicates: [{ id: 'charged', group: 'justice', forms: { finite: 'charged', infinitive: 'to have charged', passive: 'was charged by', noun: 'charge' } }],
};
const charge = (...citations: CitationBrief[]) =>
  contextOf({ ...AROUND, claims: [{ id: 'charge', subject: 'authority', predicate: 'charged', object: 'suspect', citations }] });

it('a charge whose notice was not read nor named is told as the page reports it', () => {
  const ctx = charge({ standing: { level: 'confirmed', by: 'authority', on: '2023-01' } });
  expect(sentenceOf('charge', ctx)).toBe('The Prosecution charged Ivan Petrov, as reported by The Daily');
  const [citation] = ctx.records.citations.get('charge') ?? [];
  expect(citation && footnoteOf(citation, ctx)).toBe(
    'The Daily, “Charged”, place not given. Reported as confirmed by The Prosecution, January 2023. The passage names no word of that body itself: it counts as a report.',
  );
});

it('two dates of one passage are told as alternatives, and the sources do not differ', () => {
  const happened = (...edtf: string[]) => sentenceOf('charge', charge({ happened: edtf }));
  expect(happened('1971', '1973')).toBe('The Prosecution charged Ivan Petrov in 1971 or 1973, according to The Daily');
  expect(happened('1971', '1973-05-02')).toBe('The Prosecution charged Ivan Petrov in 1971 or on 2 May 1973, according to The Daily');
});

it('only a quoted text stands in quotation marks; the curator’s words are indirect speech', () => {
  const described = (quoted?: true, text = 'a former guard') =>
    sentenceOf(
      'c',
      contextOf({
        ...AROUND,
        predicates: [{ id: 'described-as', group: 'identity', forms: { finite: 'is described as', infinitive: 'to be described as', passive: '', noun: '' } }],
        claims: [{ id: 'c', subject: 'suspect', predicate: 'described-as', object: { text, lang: 'en', ...(quoted ? { quoted } : {}) } }],
      }),
    );
  expect(described()).toBe('Ivan Petrov is described as a former guard, according to The Daily');
  expect(described(true)).toBe('Ivan Petrov is described as “a former guard”, according to The Daily');
  const marked = 'a “war machine” and ‘hero’, in Petrov’s words';
  expect(described(undefined, marked)).toBe('Ivan Petrov is described as a war machine and hero, in Petrov’s words, according to The Daily');
});
