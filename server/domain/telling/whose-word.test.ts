/** Whose word a sentence says it is: each origin by its own way, each step by whoever took it, and a conviction of which nobody is known to have told as hearsay. */
import { describe, expect, it } from 'vitest';
import type { CitationBrief, RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';

const name = (text: string, lang = 'en') => [{ text, lang, kind: 'primary' as const }];
const forms = (finite: string, base: string) => ({ finite, base, infinitive: `to have ${finite}`, passive: `was ${finite} by`, noun: base });
const CASE: RecordsBrief = {
  voices: [
    { id: 'gazeta', name: 'Газета' },
    { id: 'nisa', name: 'النساء' },
    { id: 'wire', name: 'Northern Wire' },
    { id: 'constructor', name: 'The Harbour Police', entities: ['police'] },
    { id: 'ministry', name: 'The Ministry', entities: ['ministry'] },
    { id: 'court', name: 'The Court', entities: ['court'] },
    { id: 'prosecution', name: 'The Prosecution', entities: ['prosecution'] },
  ],
  sources: [
    { id: 'page-g', voice: 'gazeta' },
    { id: 'page-n', voice: 'nisa' },
    { id: 'dispatch', voice: 'wire', seen: false },
    { id: 'police-report', voice: 'constructor', seen: false },
    { id: 'decree', voice: 'ministry', seen: false },
    { id: 'judgment', voice: 'court', seen: false },
    { id: 'indictment', voice: 'prosecution', seen: false },
  ],
  entities: [
    { id: 'li', names: name('李明', 'zh') },
    { id: 'police', type: 'Agency', names: name('Harbour Police') },
    { id: 'ministry', type: 'Agency', names: name('Ministry') },
    { id: 'court', type: 'Agency', names: name('Court') },
    { id: 'prosecution', type: 'Agency', names: name('Prosecution') },
    { id: 'k', type: 'Case' },
    { id: 'corps', type: 'Organization', names: name('Corps') },
    { id: 'fire', type: 'Plot', names: [{ text: 'Fire', lang: 'en', kind: 'label' }] },
  ],
  predicates: [
    { id: 'lit', group: 'execution', accuses: ['subject'], takes: ['Plot'], forms: forms('lit', 'light') },
    { id: 'served', group: 'association', takes: ['Organization'], forms: forms('served', 'serve') },
  ],
};
const told = (predicate: string, object: string, ...citations: CitationBrief[]) =>
  sentenceOf('c', contextOf({ ...CASE, claims: [{ id: 'c', predicate, subject: 'li', object, citations }] }));
const said = (source: string, origin: string, level: 'alleged' | 'charged' | 'convicted' | 'reported', by?: string): CitationBrief => ({
  source,
  origin,
  standing: level === 'reported' ? level : { level, by, ...(level === 'alleged' ? {} : { case: 'k' }) },
});

describe('two origins on two ways', () => {
  const police = said('page-g', 'police-report', 'alleged', 'police');
  const wire = said('page-n', 'dispatch', 'reported');
  it('are told each with its own, of what accuses nobody', () => {
    expect(told('served', 'corps', police, wire)).toBe(
      '李明 served the Corps, according to Harbour Police, as reported by Газета, and according to Northern Wire, as reported by النساء',
    );
    expect(told('served', 'corps', said('page-n', 'police-report', 'reported'), wire)).toBe(
      '李明 served the Corps, according to The Harbour Police and Northern Wire, as reported by النساء',
    );
  });
  it('are told each with its own, of what accuses somebody', () => {
    expect(told('lit', 'fire', police, wire)).toBe(
      '李明 is alleged by Harbour Police to have lit the fire, as reported by Газета; also reported by Northern Wire, as cited by النساء',
    );
    expect(told('lit', 'fire', police, said('page-n', 'decree', 'alleged', 'ministry'))).toBe(
      '李明 is alleged by the Ministry and Harbour Police to have lit the fire, the Ministry as reported by النساء, and Harbour Police as reported by Газета',
    );
    expect(told('lit', 'fire', said('page-g', 'police-report', 'reported'), wire)).toBe(
      '李明 is reported by The Harbour Police and Northern Wire to have lit the fire, The Harbour Police as cited by Газета, and Northern Wire as cited by النساء',
    );
  });
  it('where one of them was read itself, leave it without a way', () => {
    expect(told('served', 'corps', { source: 'page-g', standing: 'reported' }, wire)).toBe(
      '李明 served the Corps, according to Газета, and according to Northern Wire, as reported by النساء',
    );
  });
});

describe('a step of the law', () => {
  const convicted = said('page-g', 'judgment', 'convicted', 'court');
  it('is not also according to an accuser: each is told by what it did', () => {
    expect(told('lit', 'fire', said('page-n', 'indictment', 'charged', 'prosecution'), convicted)).toBe(
      '李明 was convicted by the Court of having lit the fire, as reported by Газета; also charged with it by the Prosecution, as reported by النساء',
    );
    expect(told('lit', 'fire', said('page-n', 'police-report', 'alleged', 'police'), convicted)).toMatch(
      /; also alleged by Harbour Police, as reported by النساء$/,
    );
  });
  it('is also according to somebody else who says that it was taken', () => {
    expect(told('lit', 'fire', said('page-n', 'dispatch', 'convicted', 'court'), convicted)).toBe(
      '李明 was convicted by the Court of having lit the fire, as reported by Газета, also according to Northern Wire, as reported by النساء',
    );
    expect(told('lit', 'fire', said('page-n', 'dispatch', 'convicted', 'court'))).toBe(
      '李明 was convicted by the Court of having lit the fire, according to Northern Wire, as reported by النساء',
    );
  });
  it('of which nobody known told is hearsay, with the hedge of the text', () => {
    const rumour = (level: 'charged' | 'convicted', hedge: string): CitationBrief => ({
      source: 'page-n',
      originBasis: 'not-established',
      hedge,
      standing: { level, by: level === 'charged' ? 'prosecution' : 'court', case: 'k' },
    });
    expect(told('lit', 'fire', rumour('convicted', 'reportedly'))).toBe(
      'It is reported, according to النساء, which names no source, that 李明 was convicted by the Court of having lit the fire',
    );
    expect(told('lit', 'fire', rumour('charged', 'apparently'))).toBe(
      'It is reported, according to النساء, which names no source, that 李明 is charged by the Prosecution with having lit the fire (the passage says “apparently”)',
    );
  });
});

describe('a deed that somebody expects', () => {
  const expects = (...citations: CitationBrief[]) =>
    sentenceOf('c', contextOf({ ...CASE, claims: [{ id: 'c', subject: 'li', predicate: 'lit', object: 'fire', expected: true, citations }] }));
  it('is expected according to the accuser, and not alleged to be expected', () => {
    expect(expects({ standing: { level: 'alleged', by: 'police' }, origin: 'police-report', source: 'page-g' })).toBe(
      '李明 is expected, according to Harbour Police, to light the fire, as reported by Газета',
    );
    expect(expects({ source: 'page-g' })).toBe('李明 is expected, according to Газета, to light the fire');
    expect(expects({ source: 'page-g', originBasis: 'not-established' })).toBe(
      '李明 is expected, according to Газета, which names no source, to light the fire',
    );
  });
  it('keeps the hedge of the passage', () => {
    expect(expects({ source: 'page-g', hedge: 'feared' })).toBe('李明 is expected, according to Газета, to light the fire (the passage says “feared”)');
    expect(expects({ source: 'page-g', hedge: 'could' })).toBe('李明 is expected, according to Газета, to light the fire (the passage says “could”)');
  });
});
