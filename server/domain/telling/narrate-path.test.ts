import { describe, expect, it } from 'vitest';
import { footnoteOf } from './footnotes.ts';
import { commonBodyLine, narratePath, pathTitle, placesOf } from './narrate-path.ts';
import { pathOfClaims } from '../testing/path-of-claims.ts';
import type { RecordsBrief } from '../testing/build-records.ts';
import { contextOf } from '../testing/narration-context.ts';

const CASE: RecordsBrief = {
  dataset: { id: 'demo', knowledgeUntil: { edtf: '2024-09', basis: 'stated' } },
  voices: [
    { id: 'daily', name: 'The Daily' },
    { id: 'wire', name: 'The Wire' },
    { id: 'justice', name: 'Ministry of Justice (prosecutors)', entities: ['moj'] },
  ],
  sources: [
    {
      id: 'page',
      voice: 'daily',
      publisher: 'The Daily',
      title: 'Three charged',
      published: '2024-09-18',
      textOf: { source: 'wire-text', how: 'republishes' },
    },
    { id: 'wire-text', voice: 'wire', publisher: 'The Wire', seen: false },
    {
      id: 'papers',
      voice: 'justice',
      publisher: 'Prosecutors',
      title: '[Court papers]',
      seen: false,
    },
    { id: 'blog', voice: 'daily', publisher: 'A blog', authors: ['A. Writer'] },
  ],
  entities: [
    { id: 'sylvania', type: 'Country', names: [{ text: 'Sylvania', lang: 'en', kind: 'primary' }] },
    {
      id: 'moj',
      type: 'Agency',
      names: [{ text: 'Ministry of Justice', lang: 'en', kind: 'primary' }],
    },
    { id: 'petrov', names: [{ text: 'Ivan Petrov', lang: 'en', kind: 'primary' }] },
    { id: 'associate', names: [{ text: 'Associate abroad', lang: 'en', kind: 'label' }] },
    {
      id: 'plot',
      type: 'Plot',
      names: [{ text: 'Plot to kill a writer', lang: 'en', kind: 'label' }],
    },
    {
      id: 'case-1',
      type: 'Case',
      names: [{ text: 'Case over the plot', lang: 'en', kind: 'label' }],
    },
  ],
  predicates: [
    {
      id: 'hired',
      group: 'sponsorship',
      accuses: ['subject', 'object', 'via'],
      forms: {
        finite: 'hired',
        base: 'hire',
        infinitive: 'to have hired',
        passive: 'was hired by',
        noun: 'hiring',
      },
    },
    {
      id: 'carried-out',
      group: 'execution',
      accuses: ['subject'],
      forms: {
        finite: 'carried out',
        base: 'carry out',
        infinitive: 'to have carried out',
        passive: 'was carried out by',
        noun: 'execution',
      },
    },
  ],
  claims: [
    {
      id: 'ordered',
      predicate: 'hired',
      subject: 'sylvania',
      object: 'petrov',
      via: 'associate',
      citations: [
        {
          id: 'k1',
          source: 'page',
          locator: 16,
          origin: 'papers',
          standing: { level: 'alleged', by: 'moj' },
          hedge: 'allegedly',
        },
        {
          id: 'k2',
          source: 'page',
          locator: 20,
          stance: 'disputes',
          standing: { level: 'denied', by: 'sylvania' },
        },
      ],
    },
    {
      id: 'deed',
      predicate: 'carried-out',
      subject: 'petrov',
      object: 'plot',
      attempted: true,
      citations: [
        {
          id: 'k3',
          source: 'page',
          locator: 19,
          origin: 'papers',
          originBasis: 'inferred',
          standing: { level: 'charged', by: 'moj', on: '2024-09', case: 'case-1' },
          stage: 'indicted',
          offences: ['murder for hire'],
        },
        { id: 'k4', source: 'blog', standing: 'reported' },
      ],
    },
  ],
};
const ctx = contextOf(CASE);
const path = pathOfClaims(['plot', 'petrov', 'associate', 'sylvania'], ['ordered', 'deed'], ctx.records, ctx.figures);
const citation = (claim: string, id: string) => {
  const found = ctx.records.citations.get(claim)?.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('a path as prose', () => {
  const prose = narratePath(path, ctx);
  it('has one sentence for each hop, and tells a claim that makes two hops once', () => {
    expect(prose.sentences.map(({ text }) => text)).toEqual([
      'Ivan Petrov is charged by the Ministry of Justice with having attempted to carry out the plot to kill a writer, as reported by The Wire, reprinted by The Daily (offence named: murder for hire); also reported by The Daily in its own voice.',
      'Sylvania is alleged by the Ministry of Justice to have hired Ivan Petrov through the associate abroad, as reported by The Wire, reprinted by The Daily; Sylvania denies it.',
      'The same claim leads on from the associate abroad to Sylvania; it counts once.',
    ]);
  });
  it('numbers footnotes where they are first used, the highest standing first and denials last', () => {
    expect(prose.sentences.map(({ footnotes }) => footnotes)).toEqual([
      [1, 2],
      [3, 4],
      [3, 4],
    ]);
    expect(prose.notes.map(({ n, claim, citation: id }) => [n, claim, id])).toEqual([
      [1, 'deed', 'k3'],
      [2, 'deed', 'k4'],
      [3, 'ordered', 'k1'],
      [4, 'ordered', 'k2'],
    ]);
  });
  it('names the weakest hop, who answers, and how far it is told', () => {
    expect(prose.sentences.map(({ weakest }) => weakest)).toEqual([false, true, false]);
    expect(prose.closing).toEqual([
      'The weakest hop is number 2, Ivan Petrov to the associate abroad: alleged by the Ministry of Justice, 1 origin, 0 uninvolved.',
      'The associate abroad: no response on record in these sources.',
      'Ivan Petrov: no response on record in these sources.',
      'Sylvania: denies it.',
      'As told up to 2024-09; later outcomes not searched. The newest dated source on this matter: 18 September 2024; no outcome after it was looked for.',
    ]);
  });
  it('is the same every time', () => {
    expect(narratePath(path, ctx)).toEqual(prose);
  });
  it('has a title: both ends, who stands between, and the weakest standing', () => {
    expect(pathTitle(path, ctx)).toBe('The plot to kill a writer to Sylvania: Ivan Petrov and the associate abroad; weakest hop: alleged');
    const direct = pathOfClaims(['petrov', 'plot'], ['deed'], ctx.records, ctx.figures);
    expect(pathTitle(direct, ctx)).toBe('Ivan Petrov to the plot to kill a writer: directly; only hop: charged');
  });
  it('names in its title the one found, where a role was asked for', () => {
    const hop = pathOfClaims(['associate', 'sylvania'], ['ordered'], ctx.records, ctx.figures);
    expect(pathTitle(hop, ctx, { from: 'any intermediary' })).toBe('Any intermediary to Sylvania: the associate abroad; only hop: alleged');
    expect(pathTitle(hop, ctx, { to: 'any sponsor' })).toBe('The associate abroad to any sponsor: Sylvania; only hop: alleged');
  });
  it('says that two ends have only a body in common', () => {
    expect(commonBodyLine({ entities: ['petrov', 'moj', 'associate'], bodies: ['moj'] }, ctx)).toBe(
      'Ivan Petrov and the associate abroad have only a body in common: the Ministry of Justice',
    );
  });
  it('cannot be told where no claim joins two neighbours', () => {
    expect(() => pathOfClaims(['plot', 'sylvania'], ['ordered'], ctx.records, ctx.figures)).toThrow(/no claim/);
  });
});

describe('a footnote', () => {
  it('tells what was read and where, whose text that is, where it takes this from, and the step', () => {
    expect(footnoteOf(citation('deed', 'k3'), ctx)).toBe(
      'The Daily, “Three charged”, 18 September 2024, paragraph 19; it reprints The Wire, not seen; it takes this from Prosecutors, [Court papers], not seen, as the text around it shows. Charged by the Ministry of Justice in the case over the plot, September 2024. Stage of the case: indicted. Offence: murder for hire.',
    );
  });
  it('says “The same” after a footnote on the same source', () => {
    expect(footnoteOf(citation('ordered', 'k1'), ctx, citation('deed', 'k3'))).toBe(
      'The same, paragraph 16; it takes this from Prosecutors, [Court papers], not seen. Alleged by the Ministry of Justice. The passage says “allegedly”.',
    );
  });
  it('says when no locator is given, and when the page speaks in its own voice', () => {
    expect(footnoteOf(citation('deed', 'k4'), ctx)).toBe('A. Writer, A blog, place not given. Reported.');
    const own = { ...citation('deed', 'k3'), origin: undefined, originBasis: 'own-voice' as const };
    expect(footnoteOf(own, ctx)).toContain('the page’s own words, not those of the text it carries');
    const rumour = { ...citation('deed', 'k4'), originBasis: 'not-established' as const };
    expect(footnoteOf(rumour, ctx)).toContain('it does not say from whom it has this');
  });
  it('marks a step that was taken back', () => {
    const back = contextOf({
      ...CASE,
      claims: [
        {
          id: 'deed',
          predicate: 'carried-out',
          subject: 'petrov',
          object: 'plot',
          citations: [
            {
              id: 'k1',
              source: 'page',
              origin: 'papers',
              standing: { level: 'charged', by: 'moj', case: 'case-1' },
            },
            { id: 'k2', source: 'blog', standing: 'reported' },
            {
              id: 'k3',
              source: 'page',
              origin: 'papers',
              stance: 'disputes',
              standing: { level: 'acquitted', by: 'moj', case: 'case-1' },
            },
            {
              id: 'k4',
              source: 'blog',
              stance: 'disputes',
              standing: { level: 'retracted', by: 'moj' },
            },
          ],
        },
      ],
    });
    const notes = (back.records.citations.get('deed') ?? []).map((one) => footnoteOf(one, back));
    expect(notes[0]).toContain('Since acquitted: it counts as an allegation.');
    expect(notes[1]).toContain('Since retracted.');
  });
});

it('a title routes nobody through whoever is recorded as the same', () => {
  const step = (before: number, from: string, to: string) => ({ before, from, to, decisions: [] });
  expect(placesOf({ entities: ['ann', 'anna', 'plot', 'ben', 'benny'], same: [step(0, 'ann', 'anna'), step(2, 'ben', 'benny')] })).toEqual([
    'ann',
    'plot',
    'benny',
  ]);
  expect(placesOf({ entities: ['ann', 'cem', 'zem', 'ben'], same: [step(1, 'cem', 'zem')] })).toEqual(['ann', 'cem', 'ben']);
  expect(placesOf({ entities: ['ann', 'anna'], same: [step(0, 'ann', 'anna')] })).toEqual(['ann']);
});
