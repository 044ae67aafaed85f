/** What contests a claim is told as what it is: a correction of a statement that still stands, a retraction of one that does not, an acquittal of whom it acquits. */
import { describe, expect, it } from 'vitest';
import type { CitationBrief, RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';

const name = (text: string) => [{ text, lang: 'en', kind: 'primary' as const }];
const forms = (finite: string, base: string) => ({ finite, base, infinitive: `to have ${finite}`, passive: `was ${finite} by`, noun: base });
const CASE: RecordsBrief = {
  voices: [
    { id: 'daily', name: 'The Daily' },
    { id: 'weekly', name: 'The Weekly' },
    { id: 'prosecution', name: 'The Prosecution', entities: ['prosecution'] },
  ],
  sources: [
    { id: 'first', voice: 'daily', publisher: 'The Daily', published: '2023-03-14' },
    { id: 'correction', voice: 'daily', publisher: 'The Daily', published: '2023-03-16' },
    { id: 'later', voice: 'daily', publisher: 'The Daily', published: '2024-05-20' },
    { id: 'other', voice: 'weekly', publisher: 'The Weekly', published: '2023-03-15' },
  ],
  entities: [
    { id: 'grell', names: name('Anton Grell') },
    { id: 'verdan', names: name('Jonas Verdan') },
    { id: 'court', type: 'Agency', names: name('High Court') },
    { id: 'appeal', type: 'Agency', names: [{ text: 'Αρειος Παγος', lang: 'el', kind: 'primary' }] },
    { id: 'prosecution', type: 'Agency', names: name('Prosecution') },
    { id: 'k', type: 'Case' },
    { id: 'plot', type: 'Plot', names: [{ text: 'Fire', lang: 'en', kind: 'label' }] },
  ],
  predicates: [
    { id: 'lit', group: 'execution', accuses: ['subject'], takes: ['Plot'], forms: forms('lit', 'light') },
    { id: 'hired', group: 'sponsorship', accuses: ['subject', 'object'], takes: ['Person'], forms: forms('hired', 'hire') },
    { id: 'met', group: 'association', takes: ['Person'], forms: forms('met', 'meet') },
  ],
};
const told = (predicate: string, object: string, ...citations: CitationBrief[]) =>
  sentenceOf('c', contextOf({ ...CASE, claims: [{ id: 'c', predicate, subject: 'grell', object, citations }] }));

describe('a retraction', () => {
  const takenBack: CitationBrief = { source: 'later', stance: 'disputes', standing: { level: 'retracted', on: '2023-03-16' } };
  it('after which the same paper says it anew is a correction of what it wrote before', () => {
    const anew: CitationBrief = { source: 'later', happened: '2021-11-05', standing: 'reported' };
    expect(told('met', 'verdan', { source: 'first', happened: '2021-11-03', standing: 'reported' }, takenBack, anew)).toBe(
      'Anton Grell met Jonas Verdan on 5 November 2021, according to The Daily; The Daily has corrected what it wrote of it before (16 March 2023)',
    );
  });
  it('that leaves the word of another is told of the one that took it back', () => {
    expect(told('met', 'verdan', { source: 'first', standing: 'reported' }, takenBack, { source: 'other', standing: 'reported' })).toBe(
      'Anton Grell met Jonas Verdan, according to The Weekly; The Daily has retracted it (16 March 2023)',
    );
  });
  it('that leaves nobody is told of a claim that nobody stands by', () => {
    expect(told('met', 'verdan', { source: 'first', standing: 'reported' }, takenBack)).toBe(
      'No source that still stands says that Anton Grell met Jonas Verdan; The Daily has retracted it (16 March 2023)',
    );
  });
});

describe('a claim of which only the dispute is on record', () => {
  const denied: CitationBrief = { source: 'later', stance: 'disputes', standing: { level: 'denied', by: 'grell' } };
  it('is not told as one that somebody once stood by', () => {
    const nobody = 'No source in view says that Anton Grell';
    expect(told('lit', 'plot', denied)).toBe(`${nobody} lit the fire; Anton Grell denies it`);
    expect(told('met', 'verdan', denied)).toBe(`${nobody} met Jonas Verdan; Anton Grell denies it`);
  });
  it('at a date is one that nothing visible then says', () => {
    const charged: CitationBrief = { source: 'later', standing: { level: 'charged', by: 'prosecution', case: 'k' } };
    const before: CitationBrief = { ...denied, source: 'first' };
    const claims = [{ id: 'c', predicate: 'lit', subject: 'grell', object: 'plot', citations: [charged, before] }];
    expect(sentenceOf('c', contextOf({ ...CASE, claims }, { published: '2023' }))).toBe(
      'No source in view says that Anton Grell lit the fire; Anton Grell denies it',
    );
  });
});

describe('an outcome or a denial of nobody known', () => {
  const by = (level: 'acquitted' | 'withdrawn' | 'denied' | 'contradicted', on?: string): CitationBrief => ({
    source: 'later',
    stance: 'disputes',
    standing: { level, case: 'k', ...(on === undefined ? {} : { on }) },
  });
  const charged: CitationBrief = { source: 'first', standing: { level: 'charged', by: 'prosecution', case: 'k' } };
  it.each([
    ['acquitted', 'Anton Grell was acquitted of it (2024), according to The Daily'],
    ['withdrawn', 'the charge was withdrawn (2024), according to The Daily'],
    ['denied', 'it is denied (2024), according to The Daily'],
    ['contradicted', 'The Daily contradicts it (2024)'],
  ] as const)('is not laid to the newspaper that tells of it: %s', (level, clause) => {
    expect(told('lit', 'plot', charged, by(level, '2024')).split('; ')[1]).toBe(clause);
  });
  it('nor that of a claim that accuses two', () => {
    expect(told('hired', 'verdan', charged, by('acquitted'))).toMatch(/; an acquittal stands on record, according to The Daily$/);
  });
});

describe('an acquittal', () => {
  const charged: CitationBrief = { source: 'first', standing: { level: 'charged', by: 'prosecution', case: 'k' } };
  const acquitted: CitationBrief = { source: 'later', stance: 'disputes', standing: { level: 'acquitted', by: 'court', case: 'k', on: '2024-04-18' } };
  it('names whom it acquits, of whom the allegation is told as past', () => {
    expect(told('lit', 'plot', charged, acquitted)).toBe(
      'Anton Grell was alleged by the Prosecution to have lit the fire, according to The Daily; Anton Grell was acquitted of it by the High Court (18 April 2024)',
    );
  });
  it('of a claim that accuses two does not say which of them', () => {
    expect(told('hired', 'verdan', charged, acquitted)).toMatch(/; an acquittal by the High Court stands on record \(18 April 2024\)$/);
  });
  it('leaves the allegation of another as it is', () => {
    const other: CitationBrief = { source: 'other', standing: { level: 'alleged', by: 'verdan' } };
    expect(told('lit', 'plot', charged, acquitted, other)).toMatch(/^Anton Grell is alleged by the Prosecution and Jonas Verdan /);
  });
});

describe('a conviction that an acquittal took back', () => {
  const charged: CitationBrief = { source: 'first', standing: { level: 'charged', by: 'prosecution', case: 'k', on: '2023-01' } };
  const step = (level: 'found' | 'convicted', on?: string): CitationBrief => ({ source: 'other', standing: { level, by: 'court', case: 'k', on } });
  const acquitted = (on?: string): CitationBrief => ({ source: 'later', stance: 'disputes', standing: { level: 'acquitted', by: 'appeal', case: 'k', on } });
  it.each([
    ['convicted', 'Anton Grell was convicted by the High Court of having lit the fire, according to The Weekly, a conviction that no longer stands'],
    ['found', 'The High Court found that Anton Grell lit the fire, according to The Weekly, a finding that no longer stands'],
  ] as const)('is told as what the court did, which never alleges: %s', (level, sentence) => {
    expect(told('lit', 'plot', step(level, '2023'), acquitted('2024'))).toBe(`${sentence}; Anton Grell was acquitted of it by Αρειος Παγος (2024)`);
  });
  it('stands between the charge and the acquittal, in the order of what happened', () => {
    for (const on of ['2023-06', undefined])
      expect(told('lit', 'plot', acquitted('2024'), step('convicted', on), charged)).toBe(
        'Anton Grell was alleged by the Prosecution to have lit the fire, according to The Daily; ' +
          `the High Court convicted Anton Grell of it${on === undefined ? '' : ' (June 2023)'}; Anton Grell was acquitted of it by Αρειος Παγος (2024)`,
      );
  });
  it('that a new trial followed is told as an acquittal of before, and the conviction as it stands', () => {
    expect(told('lit', 'plot', step('convicted', '2024-05'), acquitted('2023'))).toBe(
      'Anton Grell was convicted by the High Court of having lit the fire, according to The Weekly; Anton Grell had before been acquitted of it by Αρειος Παγος (2023)',
    );
    const withdrawn: CitationBrief = { source: 'later', stance: 'disputes', standing: { level: 'withdrawn', by: 'prosecution', case: 'k', on: '2023' } };
    expect(told('lit', 'plot', step('convicted', '2024-05'), withdrawn)).toMatch(/; an earlier charge had been withdrawn by the Prosecution \(2023\)$/);
  });
  it('is told beside what others still say', () => {
    const blamed: CitationBrief = { source: 'first', standing: { level: 'sanctioned', by: 'prosecution' } };
    expect(told('lit', 'plot', blamed, step('convicted', '2023'), acquitted('2024'))).toMatch(
      /^Anton Grell is blamed by the Prosecution, .*; the High Court convicted Anton Grell of it \(2023\); Anton Grell was acquitted of it by /,
    );
  });
});

describe('what is expected', () => {
  it.each(['feared', 'accused', 'suspected', 'claim'])('is not hedged a second time by “%s”', (hedge) => {
    const ctx = (predicate: string, object: string, level: 'reported' | 'alleged') =>
      contextOf({
        ...CASE,
        claims: [
          {
            id: 'c',
            predicate,
            subject: 'grell',
            object,
            expected: true,
            citations: [{ source: 'first', hedge, standing: level === 'alleged' ? { level, by: 'prosecution' } : level }],
          },
        ],
      });
    expect(sentenceOf('c', ctx('lit', 'plot', 'reported'))).toBe(
      `Anton Grell is expected, according to The Daily, to light the fire (the passage says “${hedge}”; as of 14 March 2023)`,
    );
    expect(sentenceOf('c', ctx('lit', 'plot', 'alleged'))).toMatch(/^Anton Grell is expected, according to the Prosecution, to light the fire/);
    expect(sentenceOf('c', ctx('met', 'verdan', 'reported'))).toBe(
      `Anton Grell is expected to meet Jonas Verdan, according to The Daily (the passage says “${hedge}”; as of 14 March 2023)`,
    );
  });
  it('is not reported to be expected', () => {
    const claims = [
      { id: 'c', predicate: 'lit', subject: 'grell', object: 'plot', expected: true, citations: [{ hedge: 'reportedly', standing: 'reported' as const }] },
    ];
    expect(sentenceOf('c', contextOf({ ...CASE, claims }))).toMatch(
      /^Anton Grell is expected, according to .*, to light the fire \(the passage says “reportedly”; as of .*\)$/,
    );
  });
});

describe('a hedge that is a verb of accusing', () => {
  it.each(['suspected', 'accused'])('“%s” is followed by "of"', (hedge) => {
    const alleged: CitationBrief = { source: 'first', hedge, standing: { level: 'alleged', by: 'prosecution' } };
    expect(told('lit', 'plot', alleged)).toBe(`Anton Grell is ${hedge} by the Prosecution of having lit the fire, according to The Daily`);
    expect(told('lit', 'plot', { source: 'first', hedge, standing: 'reported' })).toBe(
      `Anton Grell is ${hedge}, according to The Daily, of having lit the fire`,
    );
  });
});

describe('a rival that stands', () => {
  const others = ['verdan', 'third', 'fourth', 'fifth'];
  const claims = others.map((subject) => ({
    id: subject,
    subject,
    predicate: 'lit',
    object: 'plot',
    citations: [{ source: 'first', standing: { level: 'alleged' as const, by: 'prosecution' } }],
  }));
  const beside = (rivals: number) => contextOf({ ...CASE, claims, rivals: others.slice(1, rivals + 1).map((id) => ({ claims: ['verdan', id] })) });
  const lit = 'Jonas Verdan is alleged by the Prosecution to have lit the fire, according to The Daily';
  it('is named, with whose word it is', () => {
    expect(sentenceOf('verdan', beside(1))).toBe(`${lit}; a rival claim stands beside it, that third lit the fire (alleged by the Prosecution)`);
  });
  it('of several, two are named and the rest is counted', () => {
    expect(sentenceOf('verdan', beside(3))).toBe(
      `${lit}; 2 rival claims stand beside it, that fifth lit the fire (alleged by the Prosecution), and that fourth lit the fire (alleged by the Prosecution); a further rival claim stands beside it`,
    );
  });
  it('that is not told in the piece is only said to be there', () => {
    const ctx = beside(1);
    expect(sentenceOf('verdan', { ...ctx, claimsTold: new Set(['verdan']) })).toBe(`${lit}; a rival claim stands beside it`);
    expect(sentenceOf('verdan', { ...ctx, claimsTold: new Set(['verdan', 'third']) })).toBe(sentenceOf('verdan', ctx));
  });
});
