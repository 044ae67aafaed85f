/** The parts of a proposition say what the record says, once, in English. */
import { describe, expect, it } from 'vitest';
import type { ClaimBrief, CitationBrief, RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';

const label = (text: string) => [{ text, lang: 'en', kind: 'label' as const }];
const primary = (text: string) => [{ text, lang: 'en', kind: 'primary' as const }];
const CASE: RecordsBrief = {
  voices: [{ id: 'daily', name: 'The Daily' }],
  sources: [{ id: 'page', voice: 'daily' }],
  entities: [
    { id: 'ann', names: primary('Ann Lee') },
    { id: 'petrov', names: primary('Ivan Petrov') },
    { id: 'members', type: 'Group', names: label('Members of the club in America') },
    { id: 'us', type: 'Country', names: primary('United States') },
    { id: 'vienna', type: 'Place', names: primary('Vienna') },
    { id: 'couple', type: 'Group', names: label('Couple held in Vienna') },
    { id: 'attack', type: 'Plot', names: label('Attack on Ann Lee') },
    { id: 'plot', type: 'Plot', names: label('Plot against Ann Lee') },
    { id: 'order', type: 'Measure', names: label('Sanctions order') },
    { id: 'suburb', type: 'Place', kind: 'suburb', unnamed: true, names: label('Suburb of the capital') },
    { id: 'house', type: 'Place', kind: 'house', unnamed: true, names: label('House by the river') },
  ],
  predicates: [
    {
      id: 'attacked',
      group: 'execution',
      takes: ['Person'],
      forms: { finite: 'attacked', infinitive: 'to have attacked', passive: 'was attacked by', noun: 'attack', base: 'attack' },
    },
    {
      id: 'hired',
      group: 'sponsorship',
      takes: ['Person'],
      forms: { finite: 'hired', infinitive: 'to have hired', passive: 'was hired by', noun: 'hiring', base: 'hire', inPlot: 'for' },
    },
    {
      id: 'carried-out',
      group: 'execution',
      takes: ['Plot', 'Event'],
      forms: { finite: 'carried out', infinitive: 'to have carried out', passive: 'was carried out by', noun: 'execution' },
    },
    {
      id: 'arrested',
      group: 'justice',
      takes: ['Person'],
      forms: { finite: 'arrested', infinitive: 'to have arrested', passive: 'was arrested by', noun: 'arrest' },
    },
    {
      id: 'described-as',
      group: 'identity',
      takes: ['text'],
      forms: { finite: 'is described as', infinitive: 'to be described as', passive: 'describes', noun: 'description' },
    },
    {
      id: 'expected-of',
      group: 'justice',
      takes: ['Person'],
      forms: { finite: 'applies to', infinitive: 'to apply to', passive: 'is subject to', noun: 'x', base: 'apply to' },
    },
  ],
};
const tell = (claim: Omit<ClaimBrief, 'id'>, citation: CitationBrief = {}) =>
  sentenceOf('c', contextOf({ ...CASE, claims: [{ id: 'c', citations: [citation], ...claim }] })).replace(', according to The Daily', '');

describe('what did not happen', () => {
  it('is told by what the predicate takes', () => {
    expect(tell({ subject: 'ann', predicate: 'carried-out', object: 'none' })).toBe('Ann Lee carried out no plot');
    expect(tell({ subject: 'ann', predicate: 'hired', object: 'none' })).toBe('Ann Lee hired nobody');
  });
});

describe('the plot of a claim', () => {
  it('is joined by the words of the predicate', () => {
    expect(tell({ subject: 'ann', predicate: 'hired', object: 'petrov', in: 'plot' })).toBe('Ann Lee hired Ivan Petrov for the plot against Ann Lee');
    expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'ann', in: 'plot' })).toBe(
      'Ivan Petrov attacked Ann Lee as part of the plot against Ann Lee',
    );
  });
  it('is left out where its name says no more than the deed itself', () => {
    expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'ann', in: 'attack' }, { happened: '2024' })).toBe('Ivan Petrov attacked Ann Lee in 2024');
    expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'ann', in: 'attack', attempted: true })).toBe(
      'Ivan Petrov attempted to attack Ann Lee as part of the attack on Ann Lee',
    );
    expect(tell({ subject: 'petrov', predicate: 'hired', object: 'ann', in: 'attack' })).toContain('for the attack on Ann Lee');
  });
});

it('a plot that is an end of the claim is not told again', () => {
  expect(tell({ subject: 'ann', predicate: 'carried-out', object: 'plot', in: 'plot' })).toBe('Ann Lee carried out the plot against Ann Lee');
});

describe('a date', () => {
  it('is the last one by which a deed was done, where only that is known', () => {
    expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'ann' }, { happened: '../2022-08' })).toBe('Ivan Petrov attacked Ann Lee by August 2022');
    expect(tell({ subject: 'ann', predicate: 'hired', object: 'none' }, { happened: '../2022-08' })).toBe('Ann Lee hired nobody up to August 2022');
  });
  it('is one as of which something is so', () => {
    const lead = { id: 'leads', forms: { finite: 'leads', infinitive: 'to lead', passive: 'is led by', noun: 'lead', plural: 'lead' } };
    const claims = [{ id: 'c', subject: 'ann', predicate: 'leads', object: 'couple', citations: [{ happened: '2022-11' }] }];
    expect(sentenceOf('c', contextOf({ ...CASE, predicates: [lead], claims }))).toBe(
      'Ann Lee leads the couple held in Vienna as of November 2022, according to The Daily',
    );
  });
});

describe('a place', () => {
  it('stands before an object whose name has a place of its own', () => {
    expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'members', at: 'us' })).toBe(
      'Ivan Petrov attacked, in the United States, members of the club in America',
    );
  });
  it('that the name of an end contains is not told again', () => {
    expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'couple', at: 'vienna' })).toBe('Ivan Petrov attacked the couple held in Vienna');
    expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'ann', at: 'vienna' })).toBe('Ivan Petrov attacked Ann Lee in Vienna');
  });
});

it('one is in an area without a name, and at a house', () => {
  expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'ann', at: 'suburb' })).toBe('Ivan Petrov attacked Ann Lee in the suburb of the capital');
  expect(tell({ subject: 'petrov', predicate: 'attacked', object: 'ann', at: 'house' })).toBe('Ivan Petrov attacked Ann Lee at the house by the river');
});

describe('the terms of a step of the law', () => {
  const arrest: Omit<ClaimBrief, 'id'> = { subject: 'us', predicate: 'arrested', object: 'petrov' };
  it('are told: the offences named, the sentence passed and its basis', () => {
    expect(tell(arrest, { offences: ['arson'] })).toBe('The United States arrested Ivan Petrov (offence named: arson)');
    expect(tell(arrest, { offences: ['arson', 'fraud'], sentence: { text: 'nine years in prison', basis: 'inferred' } })).toBe(
      'The United States arrested Ivan Petrov (offences named: arson and fraud; the sentence, inferred: nine years in prison)',
    );
  });
  it('are those of the citations that give the shown level', () => {
    const citations: CitationBrief[] = [
      { offences: ['arson'], standing: { level: 'charged', by: 'us', case: 'k' } },
      { locator: 2, stance: 'disputes', standing: { level: 'retracted' } },
    ];
    const claims = [{ id: 'c', subject: 'petrov', predicate: 'attacked', object: 'ann', citations }];
    expect(sentenceOf('c', contextOf({ ...CASE, claims }))).not.toContain('arson');
  });
  it('an amount is told to be one', () => {
    expect(tell({ subject: 'ann', predicate: 'hired', object: 'petrov' }, { amount: { min: 12_000, max: 12_000, unit: 'crowns', basis: 'stated' } })).toBe(
      'Ann Lee hired Ivan Petrov (amount given: 12,000 crowns)',
    );
  });
});

it('of dates that exclude each other it is told whose word each is, of alternatives of one text it is not', () => {
  const brief = { ...CASE, voices: [...CASE.voices!, { id: 'weekly', name: 'The Weekly' }], sources: [...CASE.sources!, { id: 'issue', voice: 'weekly' }] };
  const of = (...citations: CitationBrief[]) =>
    sentenceOf('c', contextOf({ ...brief, claims: [{ id: 'c', subject: 'petrov', predicate: 'attacked', object: 'ann', citations }] }));
  expect(of({ happened: '2018-05-02' }, { source: 'issue', happened: '2018-05-04' })).toBe(
    'Ivan Petrov attacked Ann Lee on 2 May 2018 (The Daily) or 4 May 2018 (The Weekly), according to The Daily and The Weekly (the sources differ on the date)',
  );
  expect(
    of({
      happened: [
        { edtf: '1971', basis: 'stated' },
        { edtf: '1973', basis: 'stated' },
      ],
    }),
  ).toBe('Ivan Petrov attacked Ann Lee in 1971 or 1973, according to The Daily');
});

it('a text of several lines stands in its sentence on one', () => {
  expect(tell({ subject: 'ann', predicate: 'described-as', object: { text: 'a judge\r\n  of the court', lang: 'en' } })).toContain('a judge of the court');
});
it('a date stands apart from a text, of which it would seem to be a part', () => {
  expect(tell({ subject: 'ann', predicate: 'described-as', object: { text: 'a judge', lang: 'en' } }, { happened: '1989' })).toBe(
    'Ann Lee is described as a judge, as of 1989',
  );
});

it('an act of justice whose actor the text does not tell is told without one', () => {
  expect(tell({ subject: 'unknown', predicate: 'arrested', object: 'petrov', at: 'vienna' })).toBe('Ivan Petrov was arrested in Vienna');
});

it('a measure is what one acts under, and not with', () => {
  expect(tell({ subject: 'us', predicate: 'arrested', object: 'petrov', instrument: 'order' })).toBe(
    'The United States arrested Ivan Petrov under the sanctions order',
  );
});

it('a date from outside the sources is told apart from theirs', () => {
  const claim = { id: 'c', subject: 'petrov', predicate: 'attacked', object: 'ann' };
  const citations: CitationBrief[] = [{ happened: '2018' }, { locator: 2, happened: { edtf: '2019', basis: 'outside' } }];
  expect(sentenceOf('c', contextOf({ ...CASE, claims: [{ ...claim, citations }] }))).toBe(
    'Ivan Petrov attacked Ann Lee in 2018, according to The Daily (in 2019 by a date from outside the sources)',
  );
});

it('a hedge that the verb says already is not quoted after it', () => {
  expect(tell({ subject: 'order', predicate: 'expected-of', object: 'petrov', expected: true }, { hedge: 'expected' })).toBe(
    'The sanctions order is expected to apply to Ivan Petrov',
  );
});
