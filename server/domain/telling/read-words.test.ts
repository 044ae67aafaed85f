/** Nothing is told as firmer than the way it came by: a sentence whose root nobody read names the text that was read. */
import { describe, expect, it } from 'vitest';
import type { Level } from '../model/lists.ts';
import type { CitationBrief, RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { footnoteOf } from './footnotes.ts';

const name = (text: string) => [{ text, lang: 'en', kind: 'primary' as const }];
const CASE: RecordsBrief = {
  voices: [
    { id: 'daily', name: 'The Daily' },
    { id: 'weekly', name: 'The Weekly' },
    { id: 'ministry', name: 'Ministry of Justice', entities: ['moj'] },
    { id: 'host', name: 'Page carrying article 7, publisher not named' },
  ],
  sources: [
    { id: 'article', voice: 'daily', publisher: 'The Daily' },
    { id: 'unread-article', voice: 'daily', publisher: 'The Daily', seen: false },
    { id: 'reprint', voice: 'weekly', publisher: 'The Weekly', textOf: { source: 'unread-article', how: 'republishes' } },
    { id: 'page', kind: 'web page', voice: 'host', url: 'https://www.example.org/a/7', textOf: { source: 'unread-article', how: 'abridges' } },
    { id: 'bare-page', kind: 'web page', voice: 'host', textOf: { source: 'unread-article', how: 'republishes' } },
    { id: 'other-page', kind: 'web page', voice: 'host', url: 'https://example.net/1', textOf: { source: 'unread-article', how: 'republishes' } },
    { id: 'notice', voice: 'ministry', seen: false },
    { id: 'read-notice', voice: 'ministry' },
  ],
  entities: [
    { id: 'moj', type: 'Agency', names: name('Ministry of Justice') },
    { id: 'petrov', names: name('Ivan Petrov') },
    { id: 'plot', type: 'Plot', names: [{ text: 'Plot to kill a writer', lang: 'en', kind: 'label' }] },
  ],
  predicates: [
    {
      id: 'planned',
      group: 'execution',
      accuses: ['subject'],
      takes: ['Plot'],
      forms: { finite: 'planned', infinitive: 'to have planned', passive: 'was planned by', noun: 'planning', base: 'plan' },
    },
    { id: 'charged', group: 'justice', forms: { finite: 'charged', infinitive: 'to have charged', passive: 'was charged by', noun: 'charge' } },
  ],
};
const told = (claim: { predicate: string; subject: string; object: string }, ...citations: CitationBrief[]) =>
  sentenceOf('c', contextOf({ ...CASE, claims: [{ id: 'c', ...claim, citations }] }));
const planned = (...citations: CitationBrief[]) => told({ predicate: 'planned', subject: 'petrov', object: 'plot' }, ...citations);
const charged = (...citations: CitationBrief[]) => told({ predicate: 'charged', subject: 'moj', object: 'petrov' }, ...citations);
const by = (level: Level) => ({ level, by: 'moj' });

describe('the text that was read', () => {
  it.each<[Level, string]>([
    ['alleged', 'Ivan Petrov is alleged by the Ministry of Justice to have planned the plot to kill a writer'],
    ['sanctioned', 'Ivan Petrov is blamed by the Ministry of Justice, in a formal designation, for having planned the plot to kill a writer'],
    ['charged', 'Ivan Petrov is charged by the Ministry of Justice with having planned the plot to kill a writer'],
    ['admitted', 'The Ministry of Justice has admitted that Ivan Petrov planned the plot to kill a writer'],
    ['found', 'A court (the Ministry of Justice) found that Ivan Petrov planned the plot to kill a writer'],
    ['convicted', 'Ivan Petrov was convicted by the Ministry of Justice of having planned the plot to kill a writer'],
  ])('is named at %s where nobody read the root, and where it was read it is not', (level, sentence) => {
    expect(planned({ source: 'article', origin: 'notice', standing: by(level) })).toBe(`${sentence}, as reported by The Daily`);
    expect(planned({ source: 'read-notice', standing: by(level) })).toBe(sentence);
  });
  it('is the reprint of a text that nobody read', () => {
    expect(planned({ source: 'reprint' })).toBe('Ivan Petrov is reported by The Daily to have planned the plot to kill a writer, as reprinted by The Weekly');
    expect(planned({ source: 'page' })).toContain('as abridged by an unsigned page on the site example.org');
    expect(planned({ source: 'bare-page' })).toContain('as reprinted by an unsigned page');
  });
  it('is named with the reprint it was read in', () => {
    expect(planned({ source: 'reprint', origin: 'notice', standing: by('charged') })).toBe(
      'Ivan Petrov is charged by the Ministry of Justice with having planned the plot to kill a writer, as reported by The Daily, reprinted by The Weekly',
    );
  });
  it('stands for an own act known through another, which is never told as the body’s own statement', () => {
    const confirmed = { standing: by('confirmed') };
    expect(charged({ source: 'read-notice', ...confirmed })).toBe('The Ministry of Justice charged Ivan Petrov (stated by the Ministry of Justice itself)');
    expect(charged({ source: 'article', origin: 'notice', ...confirmed })).toBe(
      'The Ministry of Justice charged Ivan Petrov, according to the Ministry of Justice, as reported by The Daily',
    );
    expect(charged({ source: 'article', origin: 'notice', originBasis: 'inferred', ...confirmed })).toBe(
      'The Ministry of Justice charged Ivan Petrov, as reported by The Daily',
    );
  });
  it('is named once, though another voice speaks in it, too', () => {
    const citations = [
      { source: 'reprint', origin: 'notice', standing: by('alleged') },
      { source: 'reprint', standing: { level: 'alleged' as const, by: 'daily-body' } },
    ];
    expect(planned(...citations)).toMatch(/, as reported by The Daily, reprinted by The Weekly$/);
  });
  it('of two pages that reprint says so once', () => {
    const citations = [{ source: 'reprint' }, { source: 'other-page' }];
    expect(planned(...citations)).toMatch(/, as reprinted by The Weekly and by an unsigned page on the site example.net$/);
  });
  it('is named where it names no source itself', () => {
    expect(planned({ source: 'reprint', originBasis: 'not-established', hedge: 'reportedly' })).toBe(
      'Ivan Petrov is reported, according to The Daily (reprinted by The Weekly), which names no source, to have planned the plot to kill a writer',
    );
  });
  it('is named for the word of another, and apart from it where it says the same in its own voice', () => {
    const citations = [
      { source: 'article', origin: 'notice', standing: by('alleged') },
      { source: 'article', witnessed: true as const },
    ];
    expect(planned(...citations)).toBe(
      'Ivan Petrov is alleged by the Ministry of Justice to have planned the plot to kill a writer, as reported by The Daily; also reported by The Daily in its own voice',
    );
  });
});

it('what somebody tells of himself is told as his own account', () => {
  const brief = {
    ...CASE,
    voices: [...CASE.voices!, { id: 'ivan', name: 'Ivan Petrov', entities: ['petrov'] }],
    sources: [...CASE.sources!, { id: 'talk', voice: 'ivan', seen: false }],
  };
  const claims = [
    { id: 'c', predicate: 'planned', subject: 'petrov', object: 'plot', citations: [{ source: 'article', origin: 'talk', standing: 'reported' as const }] },
  ];
  expect(sentenceOf('c', contextOf({ ...brief, claims }))).toBe(
    'Ivan Petrov planned the plot to kill a writer, according to Ivan Petrov, as cited by The Daily',
  );
});

describe('an accuser whom the record does not name', () => {
  it.each<[Level, string]>([
    ['alleged', 'Ivan Petrov is alleged to have planned the plot to kill a writer, according to The Daily'],
    ['charged', 'Ivan Petrov is charged with having planned the plot to kill a writer, according to The Daily'],
    ['sanctioned', 'Ivan Petrov is blamed, in a formal designation, for having planned the plot to kill a writer, according to The Daily'],
    ['found', 'It was found in court that Ivan Petrov planned the plot to kill a writer, according to The Daily'],
    ['convicted', 'Ivan Petrov was convicted of having planned the plot to kill a writer, according to The Daily'],
  ])('is not made up at %s', (level, sentence) => {
    expect(planned({ source: 'article', standing: level })).toBe(sentence);
  });
});

describe('the hedge of a passage', () => {
  it.each([
    ['claim', 'Ivan Petrov is claimed by the Ministry of Justice to have planned the plot to kill a writer, as reported by The Daily'],
    ['believes', 'Ivan Petrov is believed by the Ministry of Justice to have planned the plot to kill a writer, as reported by The Daily'],
    ['accused', 'Ivan Petrov is accused by the Ministry of Justice of having planned the plot to kill a writer, as reported by The Daily'],
    [
      'likely',
      'Ivan Petrov is alleged by the Ministry of Justice to have planned the plot to kill a writer, as reported by The Daily (the passage says “likely”)',
    ],
  ])('“%s” is the verb where it is one of saying, and else is quoted', (hedge, sentence) => {
    expect(planned({ source: 'article', origin: 'notice', standing: by('alleged'), hedge })).toBe(sentence);
  });
  it('stands beside a step of the ladder, whose verb it cannot be', () => {
    expect(planned({ source: 'article', origin: 'notice', standing: by('charged'), hedge: 'claim' })).toContain('(the passage says “claim”)');
  });
});

describe('a footnote on a page without a publisher', () => {
  const footnote = (source: string) => {
    const ctx = contextOf({ ...CASE, claims: [{ id: 'c', predicate: 'planned', subject: 'petrov', object: 'plot', citations: [{ source, locator: 3 }] }] });
    const [citation] = ctx.records.citations.get('c') ?? [];
    return citation && footnoteOf(citation, ctx);
  };
  it('tells its site and where its address is, and never what the curator calls it', () => {
    expect(footnote('page')).toMatch(
      /^An unsigned page on the site example\.org, address in the list of sources, paragraph 3; it abridges The Daily, not seen\./,
    );
    expect(footnote('bare-page')).toMatch(/^An unsigned page, paragraph 3; it reprints The Daily, not seen\./);
  });
  it('names the body whose word a document is', () => {
    expect(footnote('read-notice')).toBe('Ministry of Justice, paragraph 3. Reported.');
  });
});
