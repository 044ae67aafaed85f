/** A piece holds what was chosen and what its sentences name; all else its records refer to is a stub. */
import { describe, expect, it } from 'vitest';
import { contextOf } from '../testing/narration-context.ts';
import type { RecordsBrief } from '../testing/build-records.ts';
import { closePiece } from './piece.ts';
import { checkPublication, leaveOut } from './publication-gate.ts';
import { inOneGo } from '../figures/in-slices.ts';

const BRIEF: RecordsBrief = {
  voices: [
    { id: 'moj', name: 'Ministry', entities: ['ministry'], stake: [{ entity: 'enemy', as: 'accuser', why: 'sues' }] },
    { id: 'daily', name: 'The Daily' },
    { id: 'printer', name: 'The Printer', stake: [{ entity: 'stranger', as: 'ally', why: 'friends' }] },
  ],
  sources: [
    { id: 'page', voice: 'daily', textOf: { source: 'papers', how: 'relays' } },
    { id: 'papers', voice: 'moj', seen: false, textOf: { source: 'draft', how: 'abridges' } },
    { id: 'draft', voice: 'moj', seen: false },
    { id: 'leaflet', voice: 'printer' },
  ],
  entities: [
    { id: 'man', names: [{ text: 'Man', lang: 'en', kind: 'primary', sources: ['leaflet'] }] },
    ...['first', 'second', 'ministry', 'enemy', 'officer', 'prosecutor', 'trial'].map((id) => ({ id })),
    { id: 'one-of-two', type: 'Agency', candidates: ['first', 'second'] },
  ],
  claims: [
    { id: 'own', predicate: 'met', subject: 'man', object: 'one-of-two', at: 'town', citations: [{ source: 'page', originBasis: 'own-voice' }] },
    {
      id: 'carried',
      predicate: 'met',
      subject: 'man',
      object: 'other',
      citations: [{ source: 'page', statedBy: 'officer', standing: { level: 'charged', by: 'prosecutor', case: 'trial' } }],
    },
    { id: 'elsewhere', predicate: 'met', subject: 'stranger', object: 'other', citations: [{ source: 'leaflet' }] },
  ],
};
const piece = (claims: string[], entities: string[] = []) => closePiece(contextOf(BRIEF), { entities, claims });

describe('in a piece stand', () => {
  it('the claims chosen, their ends and qualifiers, and whoever its citations name', () => {
    expect(piece(['carried']).entities).toEqual(['man', 'officer', 'other', 'prosecutor', 'trial']);
    expect(piece(['own']).entities).toEqual(['man', 'one-of-two', 'town']);
  });
  it('the sources on the ways of its citations, with their voices', () => {
    expect(piece(['carried'])).toMatchObject({ sources: ['draft', 'page', 'papers'], voices: ['daily', 'moj'] });
  });
  it('not the text that a page carries where it speaks in its own words', () => {
    expect(piece(['own'])).toMatchObject({ sources: ['page'], voices: ['daily'] });
  });
  it('an entity chosen by itself', () => {
    expect(piece([], ['stranger'])).toMatchObject({ entities: ['stranger'], claims: [], sources: [], stubs: { entities: [], sources: [], voices: [] } });
  });
});

describe('stubs are', () => {
  it('whom a voice speaks for or has a stake in, and the source that prints a name, with its voice, whose own stake is not followed', () => {
    expect(piece(['carried']).stubs).toEqual({ entities: ['enemy', 'ministry'], sources: ['leaflet'], voices: ['printer'] });
  });
  it('candidates, and the texts that a page carries without being cited for them', () => {
    expect(piece(['own']).stubs).toEqual({ entities: ['first', 'second'], sources: ['draft', 'leaflet', 'papers'], voices: ['moj', 'printer'] });
  });
  it('not the source that prints a name which is not shown at the dates of the view', () => {
    const clocks = { published: '2020' };
    const dated = contextOf({ ...BRIEF, sources: BRIEF.sources?.map((one) => ({ ...one, published: one.id === 'leaflet' ? '2022' : '2018' })) }, clocks);
    expect(closePiece(dated, { entities: [], claims: ['carried'], clocks }).stubs).toMatchObject({ sources: [], voices: [] });
    expect(closePiece(dated, { entities: [], claims: ['carried'] }).stubs).toMatchObject({ sources: ['leaflet'], voices: ['printer'] });
    expect(checkPublication(dated, { entities: [], claims: ['carried'], view: { clocks } }).piece.stubs).toMatchObject({ sources: [], voices: [] });
  });
  it('nothing that stands in the piece itself', () => {
    expect(piece(['carried'], ['enemy', 'ministry']).stubs.entities).toEqual([]);
  });
});

describe('a piece', () => {
  it('is closed once for the gate and what is written', () => {
    const ctx = contextOf(BRIEF);
    const request = { entities: [], claims: ['carried'] };
    const closed = closePiece(ctx, request);
    expect(checkPublication(ctx, { ...request, piece: closed }).piece).toBe(closed);
    expect(checkPublication(ctx, request)).toEqual(checkPublication(ctx, { ...request, piece: closed }));
  });
});

describe('a charge and the claim on which its acquittal is recorded', () => {
  const ctx = contextOf({
    sources: [{ id: 'page' }, { id: 'lost', seen: false }],
    entities: { man: 'Person', trial: 'Case', fire: 'Plot' },
    predicates: [
      { id: 'charged', group: 'justice', roles: { subject: 'accuser' } },
      { id: 'lit', accuses: ['subject'] },
    ],
    claims: [
      { id: 'charge', subject: 'prosecutor', predicate: 'charged', object: 'man', in: 'trial', citations: [{ source: 'page', locator: 1 }] },
      {
        id: 'deed',
        subject: 'man',
        predicate: 'lit',
        object: 'fire',
        citations: [
          { source: 'lost', standing: { level: 'charged', by: 'prosecutor', case: 'trial' } },
          { source: 'page', locator: 2, stance: 'disputes', standing: { level: 'acquitted', by: 'court', case: 'trial' } },
        ],
      },
    ],
  });
  const asked = { entities: [], claims: ['charge'] };
  it('leave together', () => {
    expect(closePiece(ctx, asked).claims).toEqual(['charge', 'deed']);
  });
  it('and stay together, where the gate refuses the one', () => {
    const { refused, printed } = checkPublication(ctx, { ...asked, view: {} });
    expect(refused.some(({ id }) => id === 'deed')).toBe(true);
    expect(printed.responses).toMatchObject([{ entity: 'man', onRecord: true }]);
    expect(inOneGo(leaveOut(ctx, asked, refused))).toEqual({ entities: [], claims: [] });
  });
});
