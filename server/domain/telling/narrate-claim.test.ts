import { describe, expect, it } from 'vitest';
import type { CitationStanding, Claim } from '../model/records.ts';
import type { Level, Qualifier } from '../model/lists.ts';
import type { CitationBrief, ClaimBrief, PredicateBrief, RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';

const PREDICATES: PredicateBrief[] = [
  {
    id: 'hired',
    group: 'sponsorship',
    accuses: ['subject', 'object', 'via'],
    takes: ['Person', 'Gang'],
    forms: { finite: 'hired', base: 'hire', infinitive: 'to have hired', passive: 'was hired by', noun: 'hiring' },
  },
  {
    id: 'carried-out',
    group: 'execution',
    accuses: ['subject'],
    takes: ['Plot'],
    forms: { finite: 'carried out', base: 'carry out', infinitive: 'to have carried out', passive: 'was carried out by', noun: 'execution' },
  },
  {
    id: 'tasked',
    group: 'sponsorship',
    accuses: ['object'],
    takes: ['Person'],
    forms: { finite: 'tasked', base: 'task', infinitive: 'to have tasked', passive: 'was tasked by', noun: 'tasking' },
  },
  {
    id: 'charged',
    group: 'justice',
    takes: ['Person'],
    forms: { finite: 'charged', base: 'charge', infinitive: 'to have charged', passive: 'was charged by', noun: 'charge' },
  },
  {
    id: 'member-of',
    group: 'structure',
    within: true,
    forms: { finite: 'is a member of', plural: 'are members of', infinitive: 'to be a member of', passive: 'has as a member', noun: 'membership' },
  },
  {
    id: 'counted',
    group: 'identity',
    takes: ['count'],
    forms: { finite: 'is counted at', infinitive: 'to be counted at', passive: 'is the count of', noun: 'count' },
  },
  {
    id: 'described-as',
    group: 'identity',
    takes: ['text'],
    forms: { finite: 'is described as', infinitive: 'to be described as', passive: 'describes', noun: 'description' },
  },
];
const label = (text: string) => [{ text, lang: 'en', kind: 'label' as const }];
const primary = (text: string) => [{ text, lang: 'en', kind: 'primary' as const }];
const CASE: RecordsBrief = {
  voices: [
    { id: 'doj', name: 'US Department of Justice (prosecutors and court papers)', entities: ['us-doj'] },
    { id: 'daily', name: 'The Daily' },
    { id: 'front', name: 'The Front' },
  ],
  sources: [
    { id: 'page', voice: 'daily' },
    { id: 'papers', voice: 'doj', seen: false },
    { id: 'leaflet', voice: 'front' },
  ],
  entities: [
    { id: 'sylvania', type: 'Country', names: primary('Sylvania') },
    { id: 'us-doj', type: 'Agency', names: primary('US Department of Justice') },
    { id: 'high-court', type: 'Agency', names: primary('High Court in Berlin') },
    { id: 'tribunal-of-state', type: 'Agency', names: primary('Kammergericht') },
    { id: 'petrov', type: 'Person', names: primary('Ivan Petrov') },
    { id: 'gunmen', type: 'Group', names: label('Two gunmen, not named'), unnamed: true },
    { id: 'gang', type: 'Gang', names: label('Gang from the east'), unnamed: true },
    { id: 'associate', type: 'Person', names: label('Associate abroad'), unnamed: true },
    { id: 'plot', type: 'Plot', names: label('Plot to kill a writer'), unnamed: true },
    { id: 'case-1', type: 'Case', names: label('American case over the plot'), unnamed: true },
    { id: 'city', type: 'Place', names: primary('Vienna') },
  ],
  predicates: PREDICATES,
};

/** The sentence of one claim, with one citation by the department unless others are given. */
function tell(claim: Partial<ClaimBrief> & { predicate: string }, ...citations: CitationBrief[]): string {
  const ctx = contextOf({ ...CASE, claims: [{ id: 'c', citations, ...claim }] });
  return sentenceOf('c', ctx);
}
const byDepartment = (level: Level, more: Partial<CitationBrief> = {}): CitationBrief => ({
  source: 'page',
  origin: 'papers',
  standing: { level, ...(level === 'reported' || level === 'unstated' ? {} : { by: 'us-doj' }) },
  ...more,
});
const standing = (one: CitationStanding): CitationBrief => ({ source: 'page', standing: { level: one.level, by: one.by, case: one.case } });
const carriedOut = { predicate: 'carried-out', subject: 'petrov', object: 'plot' };
const hired = { predicate: 'hired', subject: 'sylvania', object: 'gang' };
type Flag = keyof Pick<Claim, 'attempted' | 'intended' | 'expected'>;

describe('a claim that accuses its subject alone', () => {
  it.each<[Level, CitationBrief, string]>([
    [
      'unstated',
      { importOnly: true, standing: 'unstated' },
      'A converted record that names The Daily as its source has it that Ivan Petrov carried out the plot to kill a writer',
    ],
    ['reported', { standing: 'reported' }, 'Ivan Petrov is reported by The Daily to have carried out the plot to kill a writer'],
    [
      'alleged',
      byDepartment('alleged'),
      'Ivan Petrov is alleged by the US Department of Justice to have carried out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'sanctioned',
      byDepartment('sanctioned'),
      'Ivan Petrov is blamed by the US Department of Justice, in a formal designation, for having carried out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'charged',
      byDepartment('charged'),
      'Ivan Petrov is charged by the US Department of Justice with having carried out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'admitted',
      standing({ level: 'admitted', by: 'petrov' }),
      'Ivan Petrov has admitted having carried out the plot to kill a writer, according to The Daily',
    ],
    [
      'found',
      standing({ level: 'found', by: 'high-court' }),
      'The High Court in Berlin found that Ivan Petrov carried out the plot to kill a writer, according to The Daily',
    ],
    [
      'convicted',
      standing({ level: 'convicted', by: 'high-court' }),
      'Ivan Petrov was convicted by the High Court in Berlin of having carried out the plot to kill a writer, according to The Daily',
    ],
  ])('at %s', (_, citation, sentence) => {
    expect(tell(carriedOut, citation)).toBe(sentence);
  });
  it.each<[Level, Flag[], string]>([
    [
      'alleged',
      ['attempted'],
      'Ivan Petrov is alleged by the US Department of Justice to have attempted to carry out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'alleged',
      ['intended'],
      'Ivan Petrov is alleged by the US Department of Justice to have intended to carry out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'alleged',
      ['expected'],
      'Ivan Petrov is expected, according to the US Department of Justice, to carry out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'alleged',
      ['attempted', 'intended'],
      'Ivan Petrov is alleged by the US Department of Justice to have intended to attempt to carry out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'reported',
      ['attempted'],
      'Ivan Petrov is reported by the US Department of Justice to have attempted to carry out the plot to kill a writer, as cited by The Daily',
    ],
    [
      'sanctioned',
      ['attempted'],
      'Ivan Petrov is blamed by the US Department of Justice, in a formal designation, for having attempted to carry out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'charged',
      ['attempted'],
      'Ivan Petrov is charged by the US Department of Justice with having attempted to carry out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'charged',
      ['intended'],
      'Ivan Petrov is charged by the US Department of Justice with having intended to carry out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'found',
      ['attempted'],
      'A court (the US Department of Justice) found that Ivan Petrov attempted to carry out the plot to kill a writer, as reported by The Daily',
    ],
    [
      'convicted',
      ['attempted'],
      'Ivan Petrov was convicted by the US Department of Justice of having attempted to carry out the plot to kill a writer, as reported by The Daily',
    ],
  ])('at %s, %s', (level, flags, sentence) => {
    const flagged = Object.fromEntries(flags.map((flag) => [flag, true]));
    expect(tell({ ...carriedOut, ...flagged }, byDepartment(level))).toBe(sentence);
  });
  it('agrees with a plural', () => {
    expect(tell({ ...carriedOut, subject: 'gunmen' }, byDepartment('charged'))).toBe(
      'Two gunmen are charged by the US Department of Justice with having carried out the plot to kill a writer, as reported by The Daily',
    );
    expect(tell({ ...carriedOut, subject: 'gunmen' }, standing({ level: 'convicted', by: 'high-court' }))).toBe(
      'Two gunmen were convicted by the High Court in Berlin of having carried out the plot to kill a writer, according to The Daily',
    );
  });
  it('adds that it is a court where the name does not show it', () => {
    expect(tell(carriedOut, standing({ level: 'found', by: 'tribunal-of-state' }))).toBe(
      'A court (Kammergericht) found that Ivan Petrov carried out the plot to kill a writer, according to The Daily',
    );
  });
  it('does not attribute the admission of another to the accused', () => {
    expect(tell(carriedOut, standing({ level: 'admitted', by: 'associate' }))).toBe(
      'The associate abroad has admitted that Ivan Petrov carried out the plot to kill a writer, according to The Daily',
    );
  });
});

describe('a claim that accuses more than one', () => {
  it.each<[Level, string]>([
    ['reported', 'Sylvania is reported by the US Department of Justice to have hired the gang from the east, as cited by The Daily'],
    ['alleged', 'Sylvania is alleged by the US Department of Justice to have hired the gang from the east, as reported by The Daily'],
    [
      'sanctioned',
      'Sylvania is blamed by the US Department of Justice, in a formal designation, for having hired the gang from the east, as reported by The Daily',
    ],
    ['charged', 'Sylvania is alleged, in charges brought by the US Department of Justice, to have hired the gang from the east, as reported by The Daily'],
    ['found', 'A court (the US Department of Justice) found that Sylvania hired the gang from the east, as reported by The Daily'],
    ['convicted', 'In a conviction by the US Department of Justice it was held that Sylvania hired the gang from the east, as reported by The Daily'],
  ])('never says at %s who was charged or convicted, for that is not told', (level, sentence) => {
    expect(tell(hired, byDepartment(level))).toBe(sentence);
  });
  it('attributes an admission to the one who made it', () => {
    expect(tell({ ...hired, object: 'petrov' }, standing({ level: 'admitted', by: 'petrov' }))).toBe(
      'Ivan Petrov has admitted that Sylvania hired Ivan Petrov, according to The Daily',
    );
  });
  it('is told with its circumstances after the object: through whom, where, as part of what, when', () => {
    const via: Partial<Record<Qualifier, string[]>> = {
      via: ['associate', 'petrov'],
      at: ['city'],
      in: ['plot'],
    };
    expect(tell({ ...hired, ...via }, byDepartment('alleged', { happened: '2022-07' }))).toBe(
      'Sylvania is alleged by the US Department of Justice to have hired the gang from the east through the associate abroad, and then Ivan Petrov, in Vienna as part of the plot to kill a writer in July 2022, as reported by The Daily',
    );
  });
});

describe('an unknown end', () => {
  it('makes the accused object the subject of the sentence', () => {
    expect(tell({ predicate: 'tasked', subject: 'unknown', object: 'petrov' }, byDepartment('alleged'))).toBe(
      'Ivan Petrov is alleged by the US Department of Justice to have been tasked by an unknown party, as reported by The Daily',
    );
    expect(tell({ predicate: 'tasked', subject: 'unknown', object: 'petrov' }, byDepartment('charged'))).toBe(
      'Ivan Petrov is charged by the US Department of Justice with having been tasked by an unknown party, as reported by The Daily',
    );
    expect(tell({ predicate: 'tasked', subject: 'unknown', object: 'petrov' }, standing({ level: 'admitted', by: 'petrov' }))).toBe(
      'Ivan Petrov has admitted having been tasked by an unknown party, according to The Daily',
    );
  });
  it('does so too where the subject is known and not accused', () => {
    expect(tell({ predicate: 'tasked', subject: 'sylvania', object: 'petrov' }, standing({ level: 'convicted', by: 'high-court' }))).toBe(
      'Ivan Petrov was convicted by the High Court in Berlin of having been tasked by Sylvania, according to The Daily',
    );
  });
  it('is told as an unknown party where it is the object', () => {
    expect(tell({ ...hired, subject: 'petrov', object: 'unknown', attempted: true }, byDepartment('charged'))).toBe(
      'Ivan Petrov is charged by the US Department of Justice with having attempted to hire an unknown party, as reported by The Daily',
    );
  });
  it('is no accusation where the object is none', () => {
    expect(tell({ ...carriedOut, object: 'none' }, byDepartment('alleged'))).toBe(
      'Ivan Petrov carried out no plot, according to the US Department of Justice, as reported by The Daily',
    );
  });
});

describe('the origin in a sentence', () => {
  it('names the origin beside whoever gave the standing, where the two differ', () => {
    expect(tell(hired, byDepartment('alleged'), { source: 'page', witnessed: true, standing: 'reported' })).toBe(
      'Sylvania is alleged by the US Department of Justice to have hired the gang from the east, as reported by The Daily; also reported by The Daily in its own voice',
    );
    expect(tell(carriedOut, { source: 'page', standing: { level: 'alleged', by: 'us-doj' } })).toBe(
      'Ivan Petrov is alleged by the US Department of Justice to have carried out the plot to kill a writer, according to The Daily',
    );
  });
  it('says that no source is named where the origin is not established, and prints the passage’s hedge', () => {
    const rumour: CitationBrief = { source: 'page', originBasis: 'not-established', hedge: 'reportedly', standing: 'reported' };
    expect(tell(carriedOut, rumour)).toBe(
      'Ivan Petrov is reported, according to The Daily, which names no source, to have carried out the plot to kill a writer',
    );
    expect(tell({ predicate: 'member-of', subject: 'petrov', object: 'gang' }, rumour)).toBe(
      'Ivan Petrov is a member of the gang from the east, as reported by The Daily, which names no source',
    );
  });
  it('names three voices and counts the rest', () => {
    const voices = ['a', 'b', 'c', 'd', 'e'];
    const ctx = contextOf({
      ...CASE,
      voices: voices.map((id) => ({ id, name: `Paper ${id}` })),
      sources: voices.map((id) => ({ id, voice: id })),
      claims: [
        {
          id: 'c',
          ...carriedOut,
          citations: voices.map((source) => ({ source, standing: 'reported' })),
        },
      ],
    });
    expect(sentenceOf('c', ctx)).toBe('Ivan Petrov is reported by Paper a, Paper b and 3 others to have carried out the plot to kill a writer');
  });
  it('marks an inferred reading and an inferred date', () => {
    const citation = byDepartment('alleged', {
      reading: 'inferred',
      happened: { edtf: '2022', basis: 'inferred' },
    });
    expect(tell(carriedOut, citation)).toBe(
      'Ivan Petrov is alleged by the US Department of Justice to have carried out the plot to kill a writer in 2022, as reported by The Daily (by inference; date inferred)',
    );
  });
});

describe('a claim that accuses nobody', () => {
  it('is told outright with its speaker, and the own act of a body as such', () => {
    expect(tell({ predicate: 'charged', subject: 'us-doj', object: 'petrov', in: ['case-1', 'plot'] }, byDepartment('confirmed'))).toBe(
      'The US Department of Justice charged Ivan Petrov in the American case over the plot, according to the US Department of Justice, as reported by The Daily (concerning the plot to kill a writer)',
    );
    expect(tell({ predicate: 'member-of', subject: 'gunmen', object: 'gang' }, byDepartment('confirmed'))).toBe(
      'Two gunmen are members of the gang from the east, according to the US Department of Justice, as reported by The Daily',
    );
    expect(tell({ predicate: 'member-of', subject: 'petrov', object: 'gang' }, { source: 'page', standing: 'reported' })).toBe(
      'Ivan Petrov is a member of the gang from the east, according to The Daily',
    );
    expect(
      tell({ predicate: 'member-of', subject: 'petrov', object: 'gang' }, byDepartment('alleged'), {
        source: 'leaflet',
        standing: 'reported',
      }),
    ).toBe(
      'Ivan Petrov is a member of the gang from the east, according to the US Department of Justice, as reported by The Daily, and according to The Front',
    );
  });
  it('is told with its number, date or text as its object', () => {
    expect(tell({ predicate: 'counted', subject: 'plot', object: 'value' }, byDepartment('alleged', { count: { min: 10, basis: 'stated' } }))).toBe(
      'The plot to kill a writer is counted at no fewer than 10, according to the US Department of Justice, as reported by The Daily',
    );
    expect(
      tell({ predicate: 'described-as', subject: 'petrov', object: { text: 'a “fixer”', lang: 'en', quoted: true } }, { source: 'page', standing: 'reported' }),
    ).toBe('Ivan Petrov is described as “a ‘fixer’”, according to The Daily');
  });
});

describe('what contests a claim stands in its sentence', () => {
  const denial: CitationBrief = {
    source: 'page',
    stance: 'disputes',
    standing: { level: 'denied', by: 'sylvania', on: '2024-09-17' },
  };
  it('a denial, with its date', () => {
    expect(tell(hired, byDepartment('alleged'), denial)).toBe(
      'Sylvania is alleged by the US Department of Justice to have hired the gang from the east, as reported by The Daily; Sylvania denies it (17 September 2024)',
    );
  });
  it.each<[Level, string]>([
    ['contradicted', 'the High Court in Berlin contradicts it'],
    ['acquitted', 'an acquittal by the High Court in Berlin stands on record'],
    ['withdrawn', 'the charge was withdrawn by the High Court in Berlin'],
  ])('one that is %s', (level, clause) => {
    const dispute: CitationBrief = {
      source: 'page',
      stance: 'disputes',
      standing: { level, by: 'high-court', case: 'case-1' },
    };
    expect(tell(hired, byDepartment('alleged'), dispute)).toMatch(new RegExp(`; ${clause}$`));
  });
  it('says of a claim that is disputed only that nothing supports it', () => {
    expect(tell(hired, denial)).toBe('No source in view says that Sylvania hired the gang from the east; Sylvania denies it (17 September 2024)');
  });
  it('a date from outside the sources that differs is not attributed to them', () => {
    expect(
      tell(carriedOut, byDepartment('alleged', { happened: '2018' }), byDepartment('alleged', { happened: { edtf: '2019', basis: 'outside' }, locator: 2 })),
    ).toContain(
      'Ivan Petrov is alleged by the US Department of Justice to have carried out the plot to kill a writer in 2018, as reported by The Daily (in 2019 by a date from outside the sources)',
    );
  });
  it('a rival, and dates that differ', () => {
    const ctx = contextOf({
      ...CASE,
      claims: [
        {
          id: 'c',
          ...carriedOut,
          citations: [byDepartment('alleged', { happened: '2018' }), byDepartment('alleged', { happened: '2019', locator: 2 })],
        },
        { id: 'd', ...carriedOut, subject: 'gunmen', citations: [byDepartment('alleged')] },
      ],
      rivals: [{ claims: ['c', 'd'] }],
    });
    expect(sentenceOf('c', ctx)).toBe(
      'Ivan Petrov is alleged by the US Department of Justice to have carried out the plot to kill a writer in 2018 or 2019, as reported by The Daily (the sources differ on the date); a rival claim stands beside it, that two gunmen carried out the plot to kill a writer (alleged by the US Department of Justice)',
    );
  });
});
