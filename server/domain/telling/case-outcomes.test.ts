/** What became of a case is told with every claim about the same person and case, wherever an acquittal or a withdrawal is recorded. */
import { describe, expect, it } from 'vitest';
import { hedgedRole, rolesOf } from '../figures/roles.ts';
import type { CitationBrief, ClaimBrief, RecordsBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { pathOfClaims } from '../testing/path-of-claims.ts';
import { describeStandingOf } from './describe-standing.ts';
import { narratePath, pathTitle } from './narrate-path.ts';
import { answeredSince, responsesOf } from './responses.ts';

const name = (text: string, lang = 'en') => [{ text, lang, kind: 'primary' as const }];
const forms = (finite: string, base: string) => ({ finite, base, infinitive: `to have ${finite}`, passive: `was ${finite} by`, noun: base });
const AROUND: RecordsBrief = {
  voices: [{ id: 'daily', name: 'The Daily' }],
  sources: [{ id: 'page', voice: 'daily', publisher: 'The Daily', title: 'Page' }],
  entities: [
    { id: 'omar', names: name('عمر الحكيم', 'ar') },
    { id: 'constructor', names: name('Ан Ли', 'ru') },
    { id: 'state', type: 'Agency', names: name('State Prosecution') },
    { id: 'court', type: 'Agency', names: name('High Court') },
    { id: 'senate', type: 'Agency', names: name('Second Senate') },
    { id: 'case-1', type: 'Case', names: [{ text: 'Case over the fire', lang: 'en', kind: 'label' }] },
    { id: 'case-2', type: 'Case', names: [{ text: 'Case over the pistol', lang: 'en', kind: 'label' }] },
    { id: 'fire', type: 'Plot', names: [{ text: 'Fire', lang: 'en', kind: 'label' }] },
    { id: 'flood', type: 'Plot', names: [{ text: 'Flood', lang: 'en', kind: 'label' }] },
  ],
  predicates: [
    { id: 'lit', group: 'execution', accuses: ['subject'], takes: ['Plot'], forms: forms('lit', 'light'), roles: { subject: 'perpetrator' } },
    { id: 'planned', group: 'execution', accuses: ['subject'], takes: ['Plot'], forms: forms('planned', 'plan'), roles: { subject: 'perpetrator' } },
    { id: 'hired', group: 'sponsorship', accuses: ['subject', 'object'], takes: ['Person'], forms: forms('hired', 'hire') },
    { id: 'met', group: 'association', takes: ['Person'], forms: forms('met', 'meet') },
    { id: 'x:indicted', group: 'justice', takes: ['Person'], forms: forms('indicted', 'indict') },
    { id: 'arrested', group: 'justice', takes: ['Person'], forms: forms('arrested', 'arrest') },
  ],
};
const step = (level: 'charged' | 'convicted', by: string, on?: string, inCase = 'case-1'): CitationBrief => ({ standing: { level, by, case: inCase, on } });
const ended = (level: 'acquitted' | 'withdrawn', by: string, on?: string, inCase = 'case-1'): CitationBrief => ({
  stance: 'disputes',
  standing: { level, by, case: inCase, on },
});
const lit = (...citations: CitationBrief[]): ClaimBrief => ({ id: 'lit', subject: 'omar', predicate: 'lit', object: 'fire', citations });
const indicted = (more: Partial<ClaimBrief> = {}, ...citations: CitationBrief[]): ClaimBrief => ({
  id: 'indicted',
  subject: 'state',
  predicate: 'x:indicted',
  object: 'omar',
  in: 'case-1',
  citations: citations.length === 0 ? [{}] : citations,
  ...more,
});
const context = (...claims: ClaimBrief[]) => contextOf({ ...AROUND, claims });
const told = (id: string, ...claims: ClaimBrief[]) => sentenceOf(id, context(...claims));
const acquitted = lit(step('charged', 'state'), ended('acquitted', 'court', '2024-04-18'));
const ACQUITTAL = '; عمر الحكيم was acquitted by the High Court of having lit the fire (18 April 2024)';

describe('an acquittal recorded on one claim', () => {
  it('is told with the charge in the same case', () => {
    expect(told('indicted', indicted(), acquitted)).toBe(
      `The State Prosecution indicted عمر الحكيم in the case over the fire, according to The Daily${ACQUITTAL}`,
    );
  });
  it('is told with another accusation charged in that case, whose standing it leaves', () => {
    const planned: ClaimBrief = { id: 'planned', subject: 'omar', predicate: 'planned', object: 'flood', citations: [step('charged', 'state')] };
    const ctx = context(planned, acquitted);
    expect(sentenceOf('planned', ctx)).toBe(`عمر الحكيم is charged by the State Prosecution with having planned the flood, according to The Daily${ACQUITTAL}`);
    expect(ctx.figures.get('planned')).toMatchObject({ level: 'charged', contested: false });
  });
  it('is told with an arrest over the same plot that names no case', () => {
    expect(told('a', indicted({ id: 'a', predicate: 'arrested', in: 'fire' }), acquitted)).toContain(ACQUITTAL);
    expect(told('a', indicted({ id: 'a', predicate: 'arrested', in: 'flood' }), acquitted)).not.toContain('acquitted');
  });
  it('is not told of another person, of another case, or of what is no step of the law', () => {
    expect(told('indicted', indicted({ object: 'constructor' }), acquitted)).not.toContain('acquitted');
    expect(told('indicted', indicted({ in: 'case-2' }), acquitted)).not.toContain('acquitted');
    expect(told('m', { id: 'm', subject: 'omar', predicate: 'met', object: 'constructor', in: 'case-1' }, acquitted)).not.toContain('acquitted');
  });
  it('of several deeds is told in one clause', () => {
    const planned: ClaimBrief = { ...acquitted, id: 'planned', predicate: 'planned' };
    expect(told('indicted', indicted(), acquitted, planned)).toContain(
      '; عمر الحكيم was acquitted by the High Court of having lit the fire and of having planned the fire (18 April 2024)',
    );
  });
  it('of a claim that accuses two is told as standing on record over it', () => {
    const both: ClaimBrief = { ...acquitted, id: 'hired', predicate: 'hired', object: 'constructor' };
    expect(told('indicted', indicted(), both)).toMatch(
      /; an acquittal by the High Court stands on record \(18 April 2024\), over the claim that عمر الحكيم hired Ан Ли$/,
    );
  });
  it('is not told at a date before it', () => {
    const ctx = contextOf({ ...AROUND, claims: [indicted({}, { happened: '2023' }), acquitted] }, { happened: '2023' });
    expect(sentenceOf('indicted', ctx)).not.toContain('acquitted');
  });
});

it('a withdrawal is told as that of the charge', () => {
  const pistol: ClaimBrief = { ...lit(step('charged', 'state', undefined, 'case-2'), ended('withdrawn', 'state', '2023', 'case-2')), predicate: 'planned' };
  expect(told('indicted', indicted({ in: 'case-2' }), pistol)).toContain(
    '; the charge against عمر الحكيم of having planned the fire was withdrawn by the State Prosecution (2023)',
  );
});

describe('what happened in one case is told in its order, and the last governs', () => {
  it('a conviction after an acquittal follows it', () => {
    const again: ClaimBrief = { id: 'again', subject: 'omar', predicate: 'planned', object: 'fire', citations: [step('convicted', 'senate', '2025')] };
    const ctx = context(indicted(), acquitted, again);
    expect(sentenceOf('indicted', ctx)).toContain(`${ACQUITTAL}; عمر الحكيم was then convicted by Second Senate of having planned the fire (2025)`);
    expect(describeStandingOf('indicted', ctx)).toBe('reported');
  });
  it('a charge after an acquittal says that it was before', () => {
    expect(told('indicted', indicted({}, { happened: '2025-02' }), acquitted)).toContain(
      '; عمر الحكيم had before been acquitted by the High Court of having lit the fire',
    );
  });
  it('an acquittal after a conviction ends it', () => {
    const quashed = lit(step('convicted', 'court', '2023'), ended('acquitted', 'senate', '2024'));
    expect(told('indicted', indicted(), quashed)).toMatch(/; عمر الحكيم was acquitted by Second Senate of having lit the fire \(2024\)$/);
  });
});

describe('an acquittal that was before a charge in another case', () => {
  const ctx = context(lit(step('charged', 'state', '2022'), ended('acquitted', 'court', '2023-12'), step('charged', 'state', '2024-03', 'case-2')));
  it('is told as before it, never as what came of it', () => {
    expect(sentenceOf('lit', ctx)).toMatch(/^عمر الحكيم is charged .*; عمر الحكيم had before been acquitted of it by the High Court \(December 2023\)$/);
    expect(describeStandingOf('lit', ctx)).toBe('charged by the State Prosecution; before that acquitted by the High Court, December 2023');
    const path = pathOfClaims(['omar', 'fire'], ['lit'], ctx.records, ctx.figures);
    expect(pathTitle(path, ctx)).toBe('عمر الحكيم to the fire: directly; only hop: charged, acquitted before');
  });
  it('is told as its end where the charge is not later, or of a day not told', () => {
    for (const on of [undefined, '2023', '2021']) {
      const around = context(lit(ended('acquitted', 'court', '2023-12'), step('charged', 'state', on, 'case-2')));
      expect(pathTitle(pathOfClaims(['omar', 'fire'], ['lit'], around.records, around.figures), around)).toContain('charged, since acquitted');
    }
  });
});

describe('wherever a standing is told in short, its outcome stands beside it', () => {
  const planned: ClaimBrief = { id: 'planned', subject: 'omar', predicate: 'planned', object: 'flood', citations: [step('charged', 'state')] };
  const ctx = context(planned, acquitted);
  it('in the title and the weakest hop of a path, with its footnote', () => {
    const path = pathOfClaims(['omar', 'flood'], ['planned'], ctx.records, ctx.figures);
    expect(pathTitle(path, ctx)).toBe('عمر الحكيم to the flood: directly; only hop: charged, since acquitted');
    const { closing, notes, sentences } = narratePath(path, ctx);
    expect(closing[0]).toContain('charged by the State Prosecution; acquitted by the High Court, 18 April 2024, 1 origin');
    expect(sentences[0]?.footnotes).toEqual([1, 2]);
    expect(notes[1]).toMatchObject({ claim: 'lit', text: expect.stringContaining('Acquitted by the High Court') });
  });
  it('in a role', () => {
    const roles = rolesOf(ctx.records, ctx.figures).map((entry) => hedgedRole(entry, ctx.nameOf));
    expect(roles).toEqual([
      'alleged perpetrator (State Prosecution; acquitted, High Court)',
      'alleged perpetrator (charged, State Prosecution; acquitted, High Court)',
    ]);
  });
});

describe('one who is recorded under two names', () => {
  const TWIN = 'constructor';
  const twice = (decision: 'same' | 'unsure' | 'different', ...claims: ClaimBrief[]) =>
    contextOf({ ...AROUND, identities: [{ a: 'omar', b: TWIN, decision }], claims });
  const onTwin = indicted({ object: TWIN });
  it('is told the outcome of the other record, with the decision', () => {
    const ctx = twice('same', onTwin, acquitted);
    expect(sentenceOf('indicted', ctx)).toMatch(
      /; عمر الحكيم, recorded as the same as Ан Ли, was acquitted by the High Court of having lit the fire \(18 April 2024\)$/,
    );
    expect(describeStandingOf('indicted', ctx)).toBe('reported; acquitted by the High Court, 18 April 2024');
    for (const decision of ['unsure', 'different'] as const) expect(sentenceOf('indicted', twice(decision, onTwin, acquitted))).not.toContain('acquitted');
  });
  it('through a third record, and in a case that is recorded twice', () => {
    const identities = [
      { a: 'omar', b: 'third', decision: 'same' as const },
      { a: 'third', b: TWIN, decision: 'same' as const },
      { a: 'case-1', b: 'case-2', decision: 'same' as const },
    ];
    const ctx = contextOf({ ...AROUND, identities, claims: [indicted({ object: TWIN, in: 'case-2' }), acquitted] });
    expect(sentenceOf('indicted', ctx)).toContain('was acquitted by the High Court of having lit the fire');
  });
  it('is acquitted once, though both records tell it', () => {
    const ctx = twice('same', onTwin, acquitted, { ...acquitted, id: 'again', subject: TWIN });
    expect(sentenceOf('indicted', ctx)).toMatch(/; Ан Ли was acquitted by the High Court of having lit the fire \(18 April 2024\)$/);
  });
  it('has one response, with what is recorded of either', () => {
    const convicted: ClaimBrief = { ...lit(step('convicted', 'court', '2024-04-18')), id: 'twin-lit', subject: TWIN };
    const planned: ClaimBrief = { id: 'planned', subject: 'omar', predicate: 'lit', object: 'fire', citations: [step('convicted', 'court', '2024-04-18')] };
    const ctx = twice('same', planned, convicted);
    expect(responsesOf(ctx.records.claims.values(), ctx)).toMatchObject([
      {
        entity: TWIN,
        text: 'Ан Ли, recorded as the same as عمر الحكيم: convicted by the High Court in the case over the fire, 18 April 2024, of having lit the fire',
      },
    ]);
    const apart = twice('unsure', planned, convicted);
    expect(responsesOf(apart.records.claims.values(), apart)).toHaveLength(2);
  });
  it('was convicted once, though only one of the records tells the day', () => {
    const again: ClaimBrief = { ...lit(step('convicted', 'court')), id: 'again', subject: TWIN };
    const ctx = twice('same', lit(step('convicted', 'court', '2024-04-18')), again);
    expect(responsesOf(ctx.records.claims.values(), ctx)[0]?.text).toMatch(
      /: convicted by the High Court in the case over the fire, 18 April 2024, of having lit the fire$/,
    );
    const undated: ClaimBrief = { ...lit(step('charged', 'state'), ended('acquitted', 'court')), id: 'undated', subject: TWIN };
    expect(sentenceOf('indicted', twice('same', onTwin, acquitted, undated))).toMatch(
      /[^;]*; عمر الحكيم, recorded as the same as Ан Ли, was acquitted [^;]*2024\)$/,
    );
  });
  it('denies for both', () => {
    const denied: CitationBrief = { stance: 'disputes', standing: { level: 'denied', by: TWIN } };
    const ctx = twice('same', lit(step('charged', 'state'), denied));
    expect(responsesOf(ctx.records.claims.values(), ctx)).toMatchObject([{ entity: 'omar', text: 'عمر الحكيم: denies it', kind: 'answer' }]);
  });
});

describe('whoever is charged counts as accused', () => {
  const predicates = AROUND.predicates!.map((one) => (one.id === 'x:indicted' ? { ...one, roles: { subject: 'accuser' as const } } : one));
  const responses = (charge: ClaimBrief, ...others: ClaimBrief[]) => {
    const ctx = contextOf({ ...AROUND, predicates, claims: [charge, ...others] });
    return responsesOf([ctx.records.claims.get(charge.id)!], ctx);
  };
  it('with what is recorded of the same case on other claims: an outcome, a conviction, a denial', () => {
    expect(responses(indicted(), acquitted)).toMatchObject([
      { entity: 'omar', text: 'عمر الحكيم: acquitted by the High Court in the case over the fire, 18 April 2024', onRecord: true },
    ]);
    expect(responses(indicted(), lit(step('convicted', 'court')))).toMatchObject([
      { text: 'عمر الحكيم: convicted by the High Court in the case over the fire' },
    ]);
    const denied: CitationBrief = { stance: 'disputes', standing: { level: 'denied', by: 'omar' } };
    expect(responses(indicted(), lit(step('charged', 'state'), denied))).toMatchObject([{ text: 'عمر الحكيم: denies it', onRecord: true }]);
  });
  it('or without a response', () => {
    for (const other of [lit(step('charged', 'state')), { ...acquitted, subject: 'constructor' }])
      expect(responses(indicted(), other)).toMatchObject([{ entity: 'omar', text: 'عمر الحكيم: no response on record in these sources', onRecord: false }]);
    expect(responses(indicted({ object: 'none' }))).toEqual([]);
    expect(responses(indicted({ predicate: 'arrested' }))).toEqual([]);
  });
});

it('a charge viewed before the acquittal says that there is one on record only later', () => {
  const later = { ...acquitted, citations: acquitted.citations!.map((one, i) => ({ ...one, source: i === 0 ? 'early' : 'late' })) };
  const sources = [
    { id: 'early', voice: 'daily', published: '2022' },
    { id: 'late', voice: 'daily', published: '2024-05' },
  ];
  const ctx = contextOf({ ...AROUND, sources, claims: [indicted({}, { source: 'early' }), later] }, { published: '2023' });
  expect(sentenceOf('indicted', ctx)).not.toContain('acquitted');
  expect(answeredSince(ctx.records.claims.get('indicted')!, ctx)).toBe(
    'On record here only later: acquitted by the High Court in the case over the fire, 18 April 2024',
  );
});
