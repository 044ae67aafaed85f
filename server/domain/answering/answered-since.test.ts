/** What the dates of a view hide of answers and outcomes is told in its answers, in its paths and of each accused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordsBrief } from '../testing/build-records.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { contextOf, contextOfRecords } from '../testing/narration-context.ts';
import { pathOfClaims } from '../testing/path-of-claims.ts';
import { narratePath } from '../telling/narrate-path.ts';
import { answeredSince, responsesOf } from '../telling/responses.ts';
import { answerClaimsInWords } from './answer-claims.ts';

const CASE: RecordsBrief = {
  voices: [{ id: 'daily', name: 'The Daily' }],
  sources: [
    { id: 'early', voice: 'daily', published: '2022-01-05' },
    { id: 'late', voice: 'daily', published: '2024-05-20' },
  ],
  entities: [
    { id: 'ann', type: 'Person' },
    { id: 'cem', type: 'Person' },
    { id: 'drug-lords', type: 'Group', generic: true },
    { id: 'plot', type: 'Plot' },
    { id: 'prosecutor', type: 'Agency' },
    { id: 'court', type: 'Agency', names: [{ text: 'High Court', lang: 'en', kind: 'primary', sources: ['late'] }] },
    { id: 'case', type: 'Case', unnamed: true, names: [{ text: 'The case', lang: 'en', kind: 'label' }] },
  ],
  predicates: [{ id: 'carried-out', accuses: ['subject'], group: 'execution' }],
  claims: [
    {
      id: 'cleared',
      subject: 'ann',
      predicate: 'carried-out',
      object: 'plot',
      citations: [
        { source: 'early', standing: { level: 'charged', by: 'prosecutor', case: 'case' } },
        { source: 'late', stance: 'disputes', standing: { level: 'acquitted', by: 'court', case: 'case', on: '2024-04-18' } },
      ],
    },
    {
      id: 'told-of-himself',
      subject: 'cem',
      predicate: 'carried-out',
      object: 'plot',
      citations: [{ source: 'early', standing: { level: 'alleged', by: 'cem' } }],
    },
    {
      id: 'of-a-class',
      subject: 'drug-lords',
      predicate: 'carried-out',
      object: 'plot',
      citations: [{ source: 'early', standing: { level: 'alleged', by: 'prosecutor' } }],
    },
  ],
};
const at = contextOf(CASE, { published: '2023' });
const textsOf = (ctx: typeof at) => responsesOf(ctx.records.claims.values(), ctx).map(({ text, kind, isAnsweredSince }) => [text, kind, isAnsweredSince]);

describe('at a date', () => {
  it('an answer tells a charge with the acquittal that followed, by a court whose name nothing printed by then', () => {
    const { sentences, facts } = answerClaimsInWords(['cleared'], 1, at);
    expect(sentences[1]?.text).toMatch(/charged by .*\. On record here only later: acquitted by a court in the case, 18 April 2024\.$/);
    expect(facts.find(({ of }) => of === 'against')?.text).toBe(
      'no dispute in the sources here published by the end of 2023; no response by ann to what is told here is in the sources here published by the end of 2023; ' +
        '1 claim answered, on record here only later: ann – plot: acquitted by a court in the case, 18 April 2024',
    );
  });
  it('a path tells it with its hop', () => {
    expect(narratePath(pathOfClaims(['ann', 'plot'], ['cleared'], at.records, at.figures), at).sentences[0]?.text).toContain(
      'On record here only later: acquitted by a court',
    );
  });
  it('nobody cleared since is listed without an answer and no more', () => {
    expect(textsOf(at)[0]).toEqual([
      'Ann: no response in the sources here published by the end of 2023; on record here only later: acquitted by a court in the case, 18 April 2024',
      'none',
      true,
    ]);
  });
});

describe('who answers', () => {
  it('tells an outcome from an answer, an own account from silence, and a class from somebody', () => {
    expect(textsOf(contextOf(CASE))).toEqual([
      ['Ann: acquitted by the High Court in the case, 18 April 2024', 'outcome', false],
      ['Cem: by own account', 'account', false],
      ['Drug-lords: no response on record in these sources', 'class', false],
    ]);
  });
  it('asks neither a class nor whoever tells of himself, in an answer in words', () => {
    const { facts } = answerClaimsInWords([...at.records.claims.keys()], 3, contextOf(CASE));
    expect(facts.find(({ of }) => of === 'against')?.text).not.toMatch(/no response by .*(cem|drug-lords)/);
  });
});

it('whatever the records and the dates, no answer tells a claim without what was answered since', () => {
  let told = 0;
  checkProperty(
    'answers at a date',
    fc.property(arbitraryRecords({ claims: 10 }), arbitraryClocks, (records, clocks) => {
      const ctx = contextOfRecords(records, clocks);
      const ids = [...records.claims.keys()].filter((id) => ctx.figures.get(id)?.visible);
      for (const { text, claims } of answerClaimsInWords(ids, ids.length, ctx).sentences.slice(1)) {
        const since = answeredSince(records.claims.get(claims[0] ?? '')!, ctx);
        if (since === undefined) continue;
        expect(text).toContain(since);
        told += 1;
      }
    }),
    { runs: 200 },
  );
  expect(told).toBeGreaterThan(20);
});
