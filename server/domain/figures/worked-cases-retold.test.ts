/** The worked cases of model.md on what a text only passes on: a step reported of a body, and a thing told twice in one text. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { Figures } from '../model/figures.ts';
import { records, type CitationBrief } from '../testing/build-records.ts';

/** Figures of one claim that accuses nobody. Its citations read a page, the reprint of the page, a ministry's own notice, or a page that relays the notice. */
function told(citations: CitationBrief[]): Figures {
  const built = records({
    voices: [{ id: 'newsroom' }, { id: 'wire' }, { id: 'ministry', entities: ['authority'] }],
    sources: [
      { id: 'page', voice: 'newsroom' },
      { id: 'reprint', voice: 'wire', textOf: { source: 'page', how: 'republishes' } },
      { id: 'notice', voice: 'ministry', seen: false },
      { id: 'relay', voice: 'wire', textOf: { source: 'notice', how: 'relays' } },
    ],
    entities: { authority: 'Agency', suspect: 'Person' },
    predicates: [{ id: 'charged', group: 'justice' }],
    claims: [{ id: 'charge', subject: 'authority', predicate: 'charged', object: 'suspect', citations }],
  });
  return deriveFigures(built).get('charge')!;
}
const BY_MINISTRY: CitationBrief = { source: 'page', locator: 3, origin: 'notice', standing: { level: 'alleged', by: 'authority' } };
const IN_ITS_OWN_VOICE: CitationBrief = { source: 'page', locator: 5 };
const CONFIRMED: CitationBrief['standing'] = { level: 'confirmed', by: 'authority', on: '2023-01' };

describe('a page says that an authority charged somebody, its notice not read nor named', () => {
  const charge = told([{ source: 'page', standing: CONFIRMED }]);
  it('is reported, and not confirmed', () => {
    expect(charge).toMatchObject({ level: 'reported', rank: 1, origins: 1, originsAtStanding: 1, originVoices: ['newsroom'] });
  });
  it('has no by and no since: the day told is that of the charge', () => {
    expect(charge.by).toEqual([]);
    expect(charge).not.toHaveProperty('since');
  });
  it('keeps the step as written, and what it counts as', () => {
    expect(charge.history).toMatchObject([{ level: 'confirmed', rank: 6, by: 'authority', on: { edtf: '2023-01' }, counts: false, fell: 'reported' }]);
  });
});

describe('a step of a body is confirmed', () => {
  it.each<[string, CitationBrief, string]>([
    ['where the passage names its origin', { source: 'page', origin: 'notice', originBasis: 'stated' }, 'confirmed'],
    ['in a document of that body', { source: 'notice' }, 'confirmed'],
    ['in a text that relays its document', { source: 'relay', originBasis: 'carried' }, 'confirmed'],
    ['not where only the text around the passage names the origin', { source: 'page', origin: 'notice', originBasis: 'inferred' }, 'reported'],
    ['not where no origin is established', { source: 'page', originBasis: 'not-established' }, 'reported'],
    ['not in what the relaying page adds itself', { source: 'relay', originBasis: 'own-voice' }, 'reported'],
  ])('%s', (_, citation, level) => {
    expect(told([{ ...citation, standing: CONFIRMED }]).level).toBe(level);
  });
  it('where one passage of several is enough for it', () => {
    const charge = told([
      { source: 'page', locator: 1, standing: CONFIRMED },
      { source: 'reprint', locator: 9, origin: 'notice', standing: CONFIRMED },
    ]);
    expect(charge).toMatchObject({ level: 'confirmed', by: ['authority'], since: { edtf: '2023-01' }, originsAtStanding: 1 });
  });
});

describe('a newspaper quotes court papers, and tells the same in its own voice two lines on', () => {
  const both = told([BY_MINISTRY, IN_ITS_OWN_VOICE]);
  it('has 1 origin: the prosecuting body', () => {
    expect(both).toMatchObject({ originVoices: ['ministry'], origins: 1, originsAtStanding: 1, uninvolvedOrigins: 0, supporting: 2 });
  });
  it('shows the second passage as its own retelling, which goes on counting as a passage', () => {
    const again = both.history.find((step) => step.level === 'reported');
    expect(both.retellings).toEqual([again?.citation]);
    expect(again?.counts).toBe(true);
  });
});

describe('a passage in a text’s own voice', () => {
  const origins = (...citations: CitationBrief[]) => told(citations).originVoices;
  it('is an origin where the text names none for it', () => {
    expect(origins(IN_ITS_OWN_VOICE)).toEqual(['newsroom']);
    expect(origins(IN_ITS_OWN_VOICE, { source: 'page', locator: 7, originBasis: 'not-established' })).toEqual(['newsroom']);
  });
  it('is an origin where another text names one', () => {
    expect(origins(IN_ITS_OWN_VOICE, { source: 'relay', origin: 'notice' })).toEqual(['ministry', 'newsroom']);
  });
  it('is an origin where the writer saw it himself', () => {
    expect(origins(BY_MINISTRY, { ...IN_ITS_OWN_VOICE, witnessed: true })).toEqual(['ministry', 'newsroom']);
  });
  it('is a retelling also where the origin is known by the text around it, or the text is read in a reprint', () => {
    expect(origins({ ...BY_MINISTRY, originBasis: 'inferred' }, IN_ITS_OWN_VOICE)).toEqual(['ministry']);
    expect(origins({ ...BY_MINISTRY, source: 'reprint' }, IN_ITS_OWN_VOICE)).toEqual(['ministry']);
    expect(origins(BY_MINISTRY, { source: 'reprint', originBasis: 'carried' })).toEqual(['ministry']);
  });
  it('does not become an origin where the origin it retells is retracted', () => {
    const left = told([BY_MINISTRY, IN_ITS_OWN_VOICE, { source: 'notice', stance: 'disputes', standing: { level: 'retracted', by: 'authority' } }]);
    expect(left).toMatchObject({ level: 'reported', origins: 0, originVoices: [] });
    expect(left.retellings).toHaveLength(1);
  });
});
