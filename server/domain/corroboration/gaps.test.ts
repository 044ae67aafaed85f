import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { records, type CitationBrief, type RecordsBrief } from '../testing/build-records.ts';
import { DENIED, HIRED } from '../testing/plot-predicates.ts';
import { gapsOf } from './gaps.ts';

const brief: RecordsBrief = {
  voices: [{ id: 'paper' }, { id: 'agency' }, { id: 'blog', stake: 'unclear' }, { id: 'justice', entities: ['us'] }],
  sources: [
    { id: 'paper', published: '2022' },
    { id: 'agency' },
    { id: 'blog' },
    { id: 'indictment', voice: 'justice', seen: false },
    { id: 'court-file', voice: 'paper', seen: false },
    { id: 'reprint', voice: 'agency', textOf: { source: 'paper', how: 'republishes' } },
  ],
  predicates: [HIRED],
};
/** The kinds, each with the voices or sources it names. */
function gaps(citations: CitationBrief[]): string[] {
  const built = records({ ...brief, claims: [{ id: 'x', predicate: 'hired', subject: 'iran', object: 'gang', citations }] });
  return gapsOf(deriveFigures(built).get('x')!, built.sources).map(({ kind, voices, sources }) =>
    [kind, ...voices.map(({ voice, why }) => [voice, ...why].join(': ')), ...sources].join(' | '),
  );
}

describe('what a claim lacks', () => {
  it('is nothing where two origins without a stake, in texts that were read, tell it', () => {
    expect(gaps([{ source: 'paper' }, { source: 'agency' }])).toEqual([]);
  });
  it('is a second origin where one article is reprinted', () => {
    expect(gaps([{ source: 'paper' }, { source: 'reprint' }])).toEqual(['one-origin | paper']);
  });
  it('is whoever is no party, and the reader of its one document, where a prosecutor is the origin', () => {
    expect(gaps([{ source: 'paper', origin: 'indictment', standing: { level: 'alleged', by: 'us' } }])).toEqual([
      'one-origin | justice',
      'parties | justice: speaks for us, an accuser here',
      'unread | indictment',
    ]);
  });
  it('is not called a party’s word where it is unclear whether the voice has a stake', () => {
    expect(gaps([{ source: 'blog' }])).toEqual(['one-origin | blog', 'unclear | blog: its stake is unclear']);
  });
  it('is an origin where the passage names none', () => {
    expect(gaps([{ source: 'paper', originBasis: 'not-established', hedge: 'reportedly' }])).toEqual(['no-origin']);
    expect(gaps([{ source: 'paper', importOnly: true, standing: 'unstated' }])).toEqual(['no-origin']);
  });
  it('is any origin where the one that a text named was taken back, and the text tells it in its own voice, too', () => {
    const told: CitationBrief[] = [
      { source: 'paper', origin: 'agency', paraphrase: 'the agency says so' },
      { source: 'paper', originBasis: 'own-voice', paraphrase: 'so it was' },
    ];
    expect(gaps(told)).toEqual(['one-origin | agency']);
    expect(gaps([...told, { source: 'agency', stance: 'disputes', standing: { level: 'retracted' } }])).toEqual(['retelling']);
  });
  it('is no reader as soon as one of the documents was read', () => {
    expect(
      gaps([
        { source: 'paper', origin: 'indictment' },
        { source: 'agency', origin: 'court-file' },
      ]),
    ).toEqual(['unread | court-file | indictment']);
    expect(gaps([{ source: 'paper', origin: 'indictment' }, { source: 'agency' }])).toEqual([]);
  });
  it('is not asked of a claim that is disputed only', () => {
    expect(gaps(DENIED)).toEqual([]);
  });
});
