import { describe, expect, it } from 'vitest';
import type { RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { pathOfClaims } from '../testing/path-of-claims.ts';
import { answerTraceInWords, type TracedWords } from './answer-trace.ts';

const named = (id: string, text: string, type: 'Person' | 'Country' | 'Agency' | 'Plot' = 'Person') => ({
  id,
  type,
  names: [{ text, lang: 'en', kind: 'primary' as const }],
});
const CASE: RecordsBrief = {
  voices: [{ id: 'daily', name: 'The Daily' }],
  sources: [{ id: 'page', voice: 'daily', publisher: 'The Daily', title: 'Three charged', published: '2024-09-18' }],
  entities: [
    named('ann', 'Ann Able'),
    named('ben', 'Ben Baker'),
    named('cid', 'Cid Cook'),
    named('sylvania', 'Sylvania', 'Country'),
    named('bureau', 'Bureau', 'Agency'),
    named('court', 'High Court', 'Agency'),
    named('police', 'Police Office', 'Agency'),
    named('plot', 'Fire', 'Plot'),
  ],
  predicates: [
    {
      id: 'hired',
      group: 'sponsorship',
      accuses: ['subject'],
      forms: { finite: 'hired', infinitive: 'to have hired', passive: 'was hired by', noun: 'hiring of' },
    },
    {
      id: 'took-part-in',
      group: 'execution',
      accuses: ['subject'],
      forms: { finite: 'took part in', infinitive: 'to have taken part in', passive: '', noun: 'part in' },
    },
    {
      id: 'organ-of',
      group: 'structure',
      within: true,
      forms: { finite: 'is an organ of', infinitive: 'to be an organ of', passive: '', noun: 'organ of' },
    },
    { id: 'praised', group: 'statement', traversed: false, forms: { finite: 'praised', infinitive: 'to have praised', passive: '', noun: 'praise of' } },
    {
      id: 'no-established-link-to',
      group: 'statement',
      traversed: false,
      forms: { finite: 'has no established link to', infinitive: 'to have no established link to', passive: '', noun: 'no link to' },
    },
  ],
  claims: [
    {
      id: 'convicted',
      subject: 'ann',
      predicate: 'took-part-in',
      object: 'plot',
      citations: [{ standing: { level: 'convicted', by: 'court', case: 'trial' } }],
    },
    {
      id: 'blamed',
      subject: 'sylvania',
      predicate: 'hired',
      object: 'ben',
      citations: [{ standing: { level: 'sanctioned', by: 'police' } }, { stance: 'disputes', standing: { level: 'denied', by: 'sylvania' } }],
    },
    { id: 'ben-in', subject: 'ben', predicate: 'took-part-in', object: 'plot', citations: [{ standing: { level: 'charged', by: 'police', case: 'trial' } }] },
    { id: 'ann-ben', subject: 'ben', predicate: 'hired', object: 'ann', citations: [{ standing: { level: 'reported' } }] },
    { id: 'praise', subject: 'cid', predicate: 'praised', object: 'bureau', citations: [{}] },
    { id: 'praise-above', subject: 'cid', predicate: 'praised', object: 'sylvania', citations: [{}] },
    { id: 'organ', subject: 'bureau', predicate: 'organ-of', object: 'sylvania', citations: [{}] },
    { id: 'no-link', subject: 'ben', predicate: 'no-established-link-to', object: 'bureau', citations: [{ standing: { level: 'alleged', by: 'police' } }] },
    { id: 'cid-no-link', subject: 'cid', predicate: 'no-established-link-to', object: 'bureau', citations: [{}] },
  ],
};
const ctx = contextOf(CASE);
const path = (entities: string[], claims: string[]) => pathOfClaims(entities, claims, ctx.records, ctx.figures);
const answer = (traced: Partial<TracedWords> & Pick<TracedWords, 'sides'>) =>
  answerTraceInWords({ paths: [], alsoSaid: [], maxHops: 6, stoppedAtLimit: false, ...traced }, ctx);
const texts = (traced: Parameters<typeof answer>[0]) => answer(traced).sentences.map(({ text }) => text);
const told = (id: string) => sentenceOf(id, ctx);

const ONE = { from: ['ann'], to: ['sylvania'] };
const byPlot = path(['ann', 'plot', 'ben', 'sylvania'], ['convicted', 'ben-in', 'blamed']);
const short = path(['ann', 'ben', 'sylvania'], ['ann-ben', 'blamed']);

describe('a trace with paths, answered in words', () => {
  it('names the firmest path, its weakest hop, the hop that rests on a court, who has no response, and what was not established', () => {
    expect(texts({ sides: ONE, paths: [short, byPlot] })).toEqual([
      'Of two paths told from Ann Able to Sylvania, the firmest goes through Fire and Ben Baker (weakest hop: sanctioned); on one of them a hop rests on a court.',
      `Its weakest hop: ${told('blamed')}.`,
      `The hop from Ann Able to Fire rests on a court: ${told('convicted')}.`,
      'No response by Ben Baker to what is told here is on record in these sources.',
      'Not established: a link between Ben Baker and the Bureau, according to the Police Office and The Daily.',
    ]);
  });

  it('says in short what rests on a court, what is weakest, what stands against it, and who says that there is no link', () => {
    expect(answer({ sides: ONE, paths: [byPlot] }).facts.map(({ of, text }) => `${of}: ${text}`)).toEqual([
      'court: 1 hop: Ann Able – Fire (convicted by the High Court)',
      'weakest: Ben Baker – Sylvania (sanctioned, 1 origin, 1 uninvolved)',
      'against: Ben Baker – Sylvania: Sylvania denies it',
      'no-link: the Police Office, of Ben Baker and the Bureau',
    ]);
  });

  it('says that nothing is on record, and that nobody says there is no link, where it is so', () => {
    const one = path(['ben', 'plot'], ['ben-in']);
    expect(answer({ sides: { from: ['ben'], to: ['plot'] }, paths: [one] }).facts.map(({ text }) => text)).toEqual([
      'no hop',
      'Ben Baker – Fire (charged, 1 origin, 1 uninvolved)',
      'no dispute on record in these sources',
      'nobody in these sources',
    ]);
  });

  it('names a court on another path as such', () => {
    const direct = path(['ben', 'plot'], ['ben-in']);
    const other = path(['ben', 'ann', 'plot'], ['ann-ben', 'convicted']);
    expect(texts({ sides: { from: ['ben'], to: ['plot'] }, paths: [direct, other] }).slice(0, 3)).toEqual([
      'Of two paths told from Ben Baker to Fire, the firmest is direct (its only hop: charged); on one of them a hop rests on a court.',
      `${told('ben-in')}.`,
      `On another path, the hop from Ann Able to Fire rests on a court: ${told('convicted')}.`,
    ]);
  });

  it('says in short what stands against any of the paths told, and who says of any that there is no link, whatever their order', () => {
    const direct = path(['ben', 'plot'], ['ben-in']);
    const other = path(['ben', 'sylvania'], ['blamed']);
    const sides = { from: ['ben'], to: ['plot', 'sylvania'] };
    for (const paths of [
      [direct, other],
      [other, direct],
    ])
      expect(answer({ sides, paths, hopsToldBelow: true }).facts.map(({ of, text }) => `${of}: ${text}`)).toEqual([
        'court: no hop',
        'weakest: Ben Baker – Fire (charged, 1 origin, 1 uninvolved), on the path named above',
        'against: Ben Baker – Sylvania, on another path: Sylvania denies it',
        'no-link: the Police Office, of Ben Baker and the Bureau',
      ]);
  });

  it('calls none the firmest where several are equally firm', () => {
    const direct = path(['ben', 'sylvania'], ['blamed']);
    const sides = { from: ['ann', 'ben'], to: ['sylvania'], asked: { from: 'any perpetrator' } };
    const leads = (...paths: (typeof direct)[]) => texts({ sides, paths })[0];
    expect(leads(direct, byPlot)).toMatch(
      /^Of two paths told from any perpetrator to Sylvania, none is firmer than another; the first leads from Ben Baker to Sylvania directly \(its only hop: sanctioned\)/,
    );
    expect(leads(byPlot, direct)).toMatch(/^Of two paths told from any perpetrator to Sylvania, none is firmer than another; the first leads from Ann Able/);
    expect(leads(short, byPlot, direct)).toMatch(
      /^Of three paths told from any perpetrator to Sylvania, two are equally firm and none is firmer; the first of these leads from Ann Able to Sylvania through Fire/,
    );
  });

  it('names the side that was asked for, and the ends of the firmest path', () => {
    const sides = { from: ['ann', 'ben'], to: ['sylvania'], asked: { from: 'any perpetrator' } };
    expect(texts({ sides, paths: [short] })[0]).toBe(
      'One path is told from any perpetrator to Sylvania: it leads from Ann Able to Sylvania through Ben Baker (weakest hop: reported); no hop of it rests on a court.',
    );
  });

  it('claims no number of paths where the search stopped at its limit', () => {
    expect(texts({ sides: ONE, paths: [short, byPlot], stoppedAtLimit: true })[0]).toMatch(/^Of the two paths found from/);
    // Asked for one alone, of several.
    for (const cut of [{ more: true }, { stoppedAtLimit: true }])
      expect(texts({ sides: ONE, paths: [short], ...cut })[0]).toMatch(
        /^The one path given from .+ to .+ (?:is direct|goes through .+) \((?:its only|weakest) hop: /,
      );
  });

  it('says what stands against a hop that it does not tell', () => {
    const on = path(['ben', 'sylvania', 'bureau'], ['blamed', 'organ']);
    const lower = path(['ann', 'ben', 'sylvania'], ['ann-ben', 'blamed']);
    expect(texts({ sides: { from: ['ben'], to: ['bureau'] }, paths: [on] }).some((text) => text.startsWith('Against'))).toBe(false);
    expect(texts({ sides: ONE, paths: [lower] })).toContainEqual(
      expect.stringMatching(/^Against the hop from Ben Baker to Sylvania: Sylvania denies it; no response by Ben Baker/),
    );
  });

  it('does not put a finding that was quashed against the hop it once held up', () => {
    const steps = (level: 'found' | 'convicted') => [
      { standing: { level, by: 'court', case: 'trial', on: '2023' } },
      { stance: 'disputes' as const, standing: { level: 'acquitted' as const, by: 'police', case: 'trial', on: '2024' } },
    ];
    const quashed = contextOf({
      ...CASE,
      claims: [
        { id: 'ann-in', subject: 'ann', predicate: 'took-part-in', object: 'plot', citations: steps('convicted') },
        { id: 'ben-in', subject: 'ben', predicate: 'took-part-in', object: 'plot', citations: steps('found') },
      ],
    });
    const { sentences, facts } = answerTraceInWords(
      {
        sides: { from: ['ann'], to: ['ben'] },
        paths: [pathOfClaims(['ann', 'plot', 'ben'], ['ann-in', 'ben-in'], quashed.records, quashed.figures)],
        alsoSaid: [],
        maxHops: 6,
        stoppedAtLimit: false,
      },
      quashed,
    );
    expect(sentences.map(({ text }) => text).filter((text) => text.startsWith('Against'))).toEqual([
      'Against the hop from Fire to Ben Baker: Ben Baker was acquitted of it by the Police Office (2024).',
    ]);
    expect(facts.find(({ of }) => of === 'against')?.text).toBe(
      'Ann Able – Fire: Ann Able was acquitted of it by the Police Office (2024); Fire – Ben Baker: Ben Baker was acquitted of it by the Police Office (2024)',
    );
  });

  it('numbers each passage once, in the order of its first use', () => {
    const { sentences, notes } = answer({ sides: ONE, paths: [short, byPlot] });
    expect([...new Set(sentences.flatMap(({ footnotes }) => footnotes))]).toEqual(notes.map(({ n }) => n));
    expect(notes.map(({ claim }) => claim)).toEqual(['blamed', 'blamed', 'convicted', 'no-link']);
  });

  it('begins with the date it is told at, says by when nothing was published, and closes with what is left out', () => {
    const dated = contextOf(CASE, { published: '2025' });
    const told = (entities: string[], claims: string[]) =>
      answerTraceInWords(
        {
          sides: { from: ['ben'], to: ['plot'] },
          paths: [pathOfClaims(entities, claims, dated.records, dated.figures)],
          alsoSaid: [],
          maxHops: 6,
          stoppedAtLimit: false,
        },
        dated,
      );
    const { sentences, facts, knowledge } = told(['ben', 'plot'], ['ben-in']);
    expect(sentences[0]?.text).toMatch(/^As published by the end of 2025: one path is told from Ben Baker to Fire/);
    expect(sentences.slice(1).map(({ text }) => text)).toContain(
      'No response by Ben Baker to what is told here is in the sources here published by the end of 2025.',
    );
    expect(sentences.filter(({ text }) => text.startsWith('As published'))).toHaveLength(1);
    expect(facts.find(({ of }) => of === 'against')?.text).toBe('no dispute in the sources here published by the end of 2025');
    expect(knowledge).toMatch(/^Told as published by the end of 2025; later sources on record are left out, /);
  });

  it('leaves out a claim beside the path that may not be told', () => {
    const { sentences, facts } = answer({ sides: ONE, paths: [byPlot], mayTell: (claim) => claim !== 'no-link' });
    expect(sentences.flatMap(({ claims }) => claims)).not.toContain('no-link');
    expect(facts.at(-1)?.text).toBe('nobody in these sources');
  });
});

describe('a trace without a path, answered in words', () => {
  const sides = { from: ['cid'], to: ['bureau'] };

  it('says what the records do say of the two ends, the recorded absence of a link first', () => {
    const { sentences, facts } = answer({ sides, alsoSaid: ['cid-no-link', 'praise-above', 'praise'] });
    expect(sentences.map(({ text }) => text)).toEqual([
      'No path of up to six hops was found from Cid Cook to the Bureau.',
      'Not established: a link between Cid Cook and the Bureau, according to The Daily.',
      `${told('praise')}.`,
    ]);
    expect(facts).toEqual([]);
  });

  it('tells what is said of bodies above the ends where nothing is said of the ends', () => {
    expect(texts({ sides, alsoSaid: ['praise-above'] })[1]).toBe(`${told('praise-above')}.`);
  });

  it('says so where nothing else is on record', () => {
    expect(texts({ sides })).toEqual([
      'No path of up to six hops was found from Cid Cook to the Bureau.',
      'Nothing else on record joins the two sides, or the bodies above them.',
    ]);
  });

  it('tells a body in common, and that the search stopped', () => {
    expect(texts({ sides, commonBody: [{ entities: ['cid', 'police', 'bureau'], bodies: ['police'] }] })[1]).toBe(
      'Cid Cook and the Bureau have only a body in common: the Police Office.',
    );
    expect(texts({ sides, stoppedAtLimit: true })[0]).toMatch(/ before the search stopped at its limit\.$/);
  });

  it('says whose decision it is that the two are the same', () => {
    const same = { from: 'ann', to: 'ben', decisions: [{ a: 'ann', b: 'ben', why: 'one passport' }] };
    const { sentences, notes } = answer({ sides: { from: ['ann'], to: ['ben'] }, sameEnds: [same] });
    expect(sentences).toEqual([{ text: 'Ann Able and Ben Baker are recorded as the same by the curator.', claims: [], footnotes: [1] }]);
    expect(notes).toEqual([{ n: 1, text: 'Ann Able and Ben Baker are recorded as the same by the curator: one passport.' }]);
  });
});
