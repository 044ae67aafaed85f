/** What a format loses of a piece is counted from the records. */
import { describe, expect, it } from 'vitest';
import { contextOf } from '../testing/narration-context.ts';
import { lossesOf, lossLines, type Losable } from './loss-report.ts';
import { closePiece } from './piece.ts';

const ctx = contextOf({
  voices: [{ id: 'daily', stake: [{ entity: 'state', as: 'ally', why: 'so' }], entities: ['office'] }],
  sources: [
    { id: 'page', published: '2018' },
    { id: 'late', published: '2022' },
  ],
  entities: [
    {
      id: 'man',
      names: [
        { text: 'Man', lang: 'en', kind: 'primary', sources: ['page'] },
        { text: 'رجل', lang: 'ar', kind: 'alias', sources: ['late'] },
      ],
    },
    { id: 'state', type: 'Country' },
    { id: 'office' },
  ],
  claims: [
    { id: 'c', predicate: 'met', subject: 'man', object: 'other', occasion: 'first', citations: [{ source: 'page' }] },
    { id: 'd', predicate: 'met', subject: 'man', object: 'other', occasion: 'second', citations: [{ source: 'page' }] },
  ],
  rivals: [{ claims: ['c', 'd'] }],
  identities: [{ a: 'man', b: 'state', decision: 'different' }],
});
const lost = (losable: Losable[], claims: string[], clocks?: { published: string }) =>
  lossesOf(losable, ctx.records, closePiece(ctx, { entities: [], claims }), { clocks }).map(({ what, count }) => `${count} ${what}`);

describe('the loss report', () => {
  it('counts names, scripts, what prints them, and occasions', () => {
    expect(lost(['names', 'scripts', 'nameSources', 'occasions'], ['c', 'd'])).toEqual([
      '1 names besides the one shown',
      '3 languages and scripts of names',
      '2 sources that print a name',
      '2 occasions that tell two claims apart',
    ]);
  });
  it('counts a rival set as lost whole, or because not every claim of it is in the piece', () => {
    expect(lost(['rivals', 'partRivals'], ['c', 'd'])).toEqual(['1 rival sets']);
    expect(lost(['rivals', 'partRivals'], ['c'])).toEqual(['1 rival sets of which not every claim is in the piece']);
    expect(lost(['identities', 'partIdentities'], ['c'])).toEqual(['1 decisions on identity with somebody who is not in the piece']);
  });
  it('counts the stubs, and the names that only a later source prints', () => {
    expect(lost(['stubs', 'stakes'], ['c'])).toEqual([
      '2 stakes of voices, and entities that they speak for',
      '3 records that others refer to, of which only the id is given',
    ]);
    expect(lost(['laterNames'], ['c'])).toEqual([]);
    expect(lost(['laterNames'], ['c'], { published: '2020' })).toEqual(['1 names printed only by sources that are later than the view']);
  });
  it('says so where nothing is lost, and does not list what the format carries', () => {
    expect(lossLines(lossesOf([], ctx.records, closePiece(ctx, { entities: [], claims: ['c'] }), {}))).toEqual([
      'Of what is in this piece the format loses nothing. Recorded times, change sets and investigations are in no export.',
    ]);
  });
});
