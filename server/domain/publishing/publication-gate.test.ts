import { describe, expect, it } from 'vitest';
import { inOneGo } from '../figures/in-slices.ts';
import { REFUSAL_REASONS } from '../model/lists.ts';
import { checkPublication, leaveOut } from './publication-gate.ts';
import { REFUSAL_WORDS } from './refusal.ts';
import type { CitationBrief, ClaimBrief, RecordsBrief, SourceBrief } from '../testing/build-records.ts';
import { contextOf } from '../testing/narration-context.ts';

const SEEN: SourceBrief = { id: 'page', url: 'https://example.org/1', published: '2024' };
const BASE: RecordsBrief = {
  dataset: { id: 'demo', knowledgeUntil: { edtf: '2024-09', basis: 'stated' } },
  voices: [
    { id: 'daily', name: 'The Daily' },
    {
      id: 'ministry',
      name: 'Ministry',
      entities: ['moj'],
      stake: [{ entity: 'man', as: 'accuser', why: 'prosecutes him' }],
    },
  ],
  sources: [SEEN, { id: 'papers', voice: 'ministry', seen: false }],
  entities: { man: 'Person', other: 'Person', gang: 'Gang', moj: 'Agency', plot: 'Plot' },
  predicates: [
    { id: 'killed', accuses: ['subject'], group: 'execution', recordsDeath: true },
    { id: 'planned', accuses: ['subject'], group: 'execution' },
    { id: 'met', group: 'association' },
  ],
};
const cited = (more: CitationBrief = {}): CitationBrief => ({
  source: 'page',
  locator: 1,
  ...more,
});
const alleged = cited({ standing: { level: 'alleged', by: 'moj' } });

function judge(claims: ClaimBrief[], more: RecordsBrief = {}, request: Partial<Parameters<typeof checkPublication>[1]> = {}) {
  const ctx = contextOf({ ...BASE, claims, ...more });
  return checkPublication(ctx, { entities: [], claims: claims.map(({ id }) => id), ...request });
}
const reasons = (...args: Parameters<typeof judge>) => judge(...args).refused.map(({ kind, id, reason }) => `${kind} ${id}: ${reason}`);

const ORDER = ['not-seen', 'no-place', 'no-address'] as const;
type Lack = (typeof ORDER)[number];
/** Every combination of what a passage may lack, in order of weight. */
const LACKING: (readonly Lack[])[] = Array.from({ length: 8 }, (_, bits) => ORDER.filter((_lack, i) => (bits & (1 << i)) > 0));
const lacking = (lacks: readonly Lack[], source = 'page'): CitationBrief => (lacks.includes('no-place') ? { source } : cited({ source }));
const sourcesLacking = (lacks: readonly Lack[], id = 'page'): SourceBrief[] => [
  { id, seen: !lacks.includes('not-seen'), ...(lacks.includes('no-address') ? {} : { url: `https://example.org/${id}` }) },
  ...(id === 'page' ? [{ id: 'papers', seen: false }] : []),
];

describe('the gate refuses a claim', () => {
  const claim = (citation: CitationBrief): ClaimBrief[] => [{ id: 'c', predicate: 'met', subject: 'man', object: 'other', citations: [citation] }];
  const refusedFor = (...args: Parameters<typeof judge>) => judge(...args).refused.map(({ why }) => why);
  it('unless a seen source with an address supports it at a locator', () => {
    expect(reasons(claim(cited()))).toEqual([]);
  });
  it.each<[string, SourceBrief]>([
    ['an archive copy', { id: 'page', archive: 'https://archive.example.org/1' }],
    ['title, publisher and date', { id: 'page', title: 'T', publisher: 'P', published: '2024' }],
  ])('or with %s', (_, source) => {
    expect(reasons(claim(cited()), { sources: [source] })).toEqual([]);
  });
  it.each<[string, SourceBrief, CitationBrief]>([
    ['not-seen', { ...SEEN, seen: false }, cited()],
    ['not-seen', { id: 'page', seen: false }, { source: 'page' }],
    ['no-place', SEEN, { source: 'page' }],
    ['no-place', { id: 'page' }, { source: 'page' }],
    ['no-address', { id: 'page' }, cited()],
    ['no-address', { id: 'page', title: 'T', publisher: 'P' }, cited()],
    ['no-address', { id: 'page', title: 'T', published: '2024' }, cited()],
    ['no-address', { id: 'page', publisher: 'P', published: '2024' }, cited()],
    ['unsupported', SEEN, cited({ stance: 'disputes', standing: { level: 'contradicted', by: 'moj' } })],
  ])('as %s with nothing but a citation of %o: %o', (why, source, citation) => {
    expect(refusedFor(claim(citation), { sources: [source, { id: 'papers', seen: false }] })).toEqual([why]);
  });
  it.each(LACKING.map((lacks) => ({ lacks })))('for the first thing that its only passage lacks, with a remedy for each: $lacks', ({ lacks }) => {
    const [refusal] = judge(claim(lacking(lacks)), { sources: sourcesLacking(lacks) }).refused;
    expect(refusal?.why).toBe(lacks[0]);
    expect(refusal?.remedy).toBe(lacks.length === 0 ? undefined : lacks.map((lack) => REFUSAL_WORDS[lack].remedy).join(' '));
  });
  it.each(LACKING.flatMap((a) => LACKING.map((b) => ({ a, b }))))('for what the nearer of two passages lacks: $a, $b', ({ a, b }) => {
    const both: ClaimBrief[] = [
      { id: 'c', predicate: 'met', subject: 'man', object: 'other', citations: [lacking(a, 'page'), { ...lacking(b, 'second'), paraphrase: 'Again.' }] },
    ];
    const grave = (lacks: readonly Lack[]) => (lacks[0] === undefined ? 3 : ORDER.indexOf(lacks[0]));
    const nearer = grave(a) >= grave(b) ? a : b;
    expect(refusedFor(both, { sources: [...sourcesLacking(a), ...sourcesLacking(b, 'second')] })).toEqual(nearer.slice(0, 1));
  });
  it('with a reason and a remedy of its own for each, none of which says what is claimed', () => {
    const words = REFUSAL_REASONS.map((why) => REFUSAL_WORDS[why]);
    expect(new Set(words.map(({ reason }) => reason)).size).toBe(words.length);
    expect(new Set(words.map(({ remedy }) => remedy)).size).toBe(words.length);
    for (const { reason, remedy } of words) for (const text of [reason, remedy]) expect(text).toMatch(/^[A-Z].*[^.]\.$/);
  });
  describe('whose page cannot be looked up, unless what it carries can', () => {
    const original: SourceBrief = { id: 'original', url: 'https://example.org/original', seen: false };
    const copy: SourceBrief = { id: 'copy', seen: false, textOf: { source: 'original', how: 'republishes' } };
    const carrying = (source: string, how: 'republishes' | 'abridges' | 'relays'): SourceBrief => ({ id: 'page', textOf: { source, how } });
    const papers: SourceBrief = { id: 'papers', voice: 'ministry', seen: false };
    const carried = cited({ originBasis: 'carried' });
    it('as the passage is in the text that the page republishes', () => {
      expect(reasons(claim(carried), { sources: [carrying('original', 'republishes'), original, papers] })).toEqual([]);
    });
    it('along a chain of pages that each republish the next', () => {
      expect(reasons(claim(carried), { sources: [carrying('copy', 'republishes'), copy, original, papers] })).toEqual([]);
    });
    it.each<[string, CitationBrief, SourceBrief[]]>([
      ['the page’s own words', cited({ originBasis: 'own-voice' }), [carrying('original', 'republishes'), original]],
      ['what the text takes from another', cited({ origin: 'papers', originBasis: 'stated' }), [carrying('original', 'republishes'), original]],
      ['an abridged text', carried, [carrying('original', 'abridges'), original]],
      ['a text behind an abridged one', carried, [carrying('copy', 'abridges'), copy, original]],
      ['a republished text that cannot be looked up either', carried, [carrying('original', 'republishes'), { id: 'original', title: 'T', seen: false }]],
    ])('but not for %s', (_, citation, sources) => {
      expect(refusedFor(claim(citation), { sources: [...sources, papers] })).toEqual(['no-address']);
    });
  });
  it('that was converted from a record which cites nothing, and says so (fault 20)', () => {
    expect(reasons(claim(cited({ importOnly: true, standing: 'unstated' })), { sources: [SEEN, { id: 'papers', seen: false }] })).toEqual([
      'claim c: It was converted from a record of another program: no passage that says it was noted.',
    ]);
  });
  it('whose only seen support was retracted', () => {
    const retracted: CitationBrief = cited({
      stance: 'disputes',
      standing: { level: 'retracted', by: 'moj', on: '2025' },
      locator: 2,
    });
    const citations = [cited(), retracted, { source: 'papers', locator: 1 }];
    expect(reasons([{ id: 'c', predicate: 'met', subject: 'man', object: 'other', citations }])).toEqual(['claim c: No source that was seen supports it.']);
  });
  it('whose only support was retracted', () => {
    const retracted: CitationBrief = cited({ stance: 'disputes', standing: { level: 'retracted', by: 'moj', on: '2025' }, locator: 2 });
    expect(refusedFor([{ id: 'c', predicate: 'met', subject: 'man', object: 'other', citations: [cited(), retracted] }])).toEqual(['unsupported']);
  });
});

describe('the gate refuses an accusation', () => {
  const accuse = (citation: CitationBrief, more: Partial<ClaimBrief> = {}): ClaimBrief[] => [
    {
      id: 'c',
      predicate: 'planned',
      subject: 'man',
      object: 'plot',
      citations: [citation],
      ...more,
    },
  ];
  const nobody = ['claim c: It accuses man, and nobody is named who does.'];
  const anonymous = cited({ standing: { level: 'alleged' } });
  it('of a person where no accuser is named, and lists it without the accusation', () => {
    expect(reasons(accuse(anonymous))).toEqual(nobody);
    expect(judge(accuse(anonymous)).refused[0]?.leftOut).toBe('A person – plot: a claim on an event (Nobody is named whose word it is)');
  });
  it('but not where an accuser is named, where it is only reported, or where a gang is accused', () => {
    expect(reasons(accuse(alleged))).toEqual([]);
    expect(reasons(accuse(cited({ standing: 'reported' })))).toEqual([]);
    expect(reasons(accuse(anonymous, { subject: 'gang' }))).toEqual([]);
  });
  it('and says of a reported one that it names no accuser', () => {
    expect(judge(accuse(cited({ standing: 'reported' }))).printed.caveats).toContain('1 claim accuses without naming an accuser, and is told as reported.');
  });
  it('and does not say so of a claim that nothing was done', () => {
    expect(judge(accuse(cited({ standing: 'reported' }), { object: 'none' })).printed.caveats.join(' ')).not.toContain('accuses without');
  });
  it('unless a standing claim without a flag records the person as dead', () => {
    const death = (more: Partial<ClaimBrief> = {}): ClaimBrief => ({
      id: 'd',
      predicate: 'killed',
      subject: 'gang',
      object: 'man',
      citations: [alleged],
      ...more,
    });
    const withDeath = (more?: Partial<ClaimBrief>) => {
      const ctx = contextOf({ ...BASE, claims: [...accuse(anonymous), death(more)] });
      return checkPublication(ctx, { entities: [], claims: ['c'] }).refused.length;
    };
    expect(withDeath()).toBe(0);
    expect(withDeath({ attempted: true })).toBe(1);
    expect(withDeath({ intended: true })).toBe(1);
    expect(withDeath({ expected: true })).toBe(1);
    expect(withDeath({ object: 'none' })).toBe(1);
    expect(withDeath({ object: 'other' })).toBe(1);
    expect(
      withDeath({
        citations: [cited({ stance: 'disputes', standing: { level: 'denied', by: 'gang' } })],
      }),
    ).toBe(1);
  });
});

describe('the gate refuses', () => {
  const met: ClaimBrief = {
    id: 'c',
    predicate: 'met',
    subject: 'man',
    object: 'other',
    citations: [cited()],
  };
  const atRisk = (id: string) => ({
    entities: Object.entries({ man: 'Person', other: 'Person', moj: 'Agency' } as const).map(([one, type]) => ({
      id: one,
      type,
      ...(one === id ? { atRisk: true } : {}),
    })),
  });
  const inDanger = (id: string) => [`entity ${id}: This person is private and in danger, and is named in the piece.`];
  it('a person at risk, as an end', () => {
    expect(reasons([met], atRisk('other'))).toEqual(inDanger('other'));
  });
  it('a person at risk whom only a citation names', () => {
    expect(reasons([{ ...met, citations: [cited({ statedBy: 'moj' })] }], atRisk('moj'))).toEqual(inDanger('moj'));
  });
  it('a person at risk who stands alone in the piece', () => {
    expect(reasons([], atRisk('man'), { entities: ['man'] })).toEqual(inDanger('man'));
  });
  it('an identity that is unsure and shown as one', () => {
    const unsure = {
      identities: [{ a: 'man', b: 'other', decision: 'unsure' as const, why: 'two names' }],
    };
    expect(reasons([met], unsure, { shownAsOne: [['man', 'other']] })).toEqual([
      'identity man|other: They are shown as one, and it is not decided that they are: two names',
    ]);
    expect(judge([met], unsure).refused).toEqual([]);
    expect(judge([met], unsure).printed.caveats).toContain('Whether man and other are one is not decided.');
    expect(reasons([met], { identities: [{ a: 'man', b: 'other', decision: 'same' }] }, { shownAsOne: [['man', 'other']] })).toEqual([]);
  });
  it('with a remedy and a readable label each time', () => {
    for (const refusal of judge([met], {
      ...atRisk('other'),
      sources: [{ id: 'page', seen: false }],
    }).refused) {
      expect(refusal.remedy).toMatch(/\.$/);
      expect(refusal.label).not.toBe('');
    }
  });
});

describe('after a refusal', () => {
  const claims: ClaimBrief[] = [
    { id: 'good', predicate: 'met', subject: 'man', object: 'moj', citations: [cited()] },
    {
      id: 'unseen',
      predicate: 'met',
      subject: 'man',
      object: 'gang',
      citations: [{ source: 'papers', locator: 1 }],
    },
    {
      id: 'names-her',
      predicate: 'met',
      subject: 'man',
      object: 'moj',
      at: 'plot',
      citations: [cited({ statedBy: 'her' })],
    },
    { id: 'about-her', predicate: 'met', subject: 'her', object: 'moj', citations: [cited()] },
  ];
  const brief: RecordsBrief = { ...BASE, claims, entities: [{ id: 'her', atRisk: true }] };
  it('what was refused can be left out, with every claim that names a refused entity, and the rest passes', () => {
    const ctx = contextOf(brief);
    const request = { entities: ['man', 'her'], claims: claims.map(({ id }) => id) };
    const { refused } = checkPublication(ctx, request);
    expect(refused.map(({ id }) => id)).toEqual(['unseen', 'her']);
    const rest = inOneGo(leaveOut(ctx, request, refused));
    expect(rest).toEqual({ entities: ['man'], claims: ['good'] });
    const again = checkPublication(ctx, { ...rest, leftOut: refused });
    expect(again.refused).toEqual([]);
    expect(again.printed.leftOut).toEqual(refused);
    expect(refused.map(({ leftOut }) => leftOut)).toEqual(['Man – gang: a claim on a tie (No source that was seen supports it)', 'A private person in danger']);
  });
  it('it can be published with a reason, which is printed with what was refused', () => {
    const ctx = contextOf(brief);
    const { refused, printed } = checkPublication(ctx, {
      entities: [],
      claims: ['unseen'],
      override: 'The editor has the papers.',
    });
    expect(printed.against).toEqual({ reason: 'The editor has the papers.', refused });
    expect(refused).toHaveLength(1);
  });
  it('it cannot be published without a reason', () => {
    expect(() => judge([], {}, { override: '  ' })).toThrow(/needs a reason/);
  });
});

describe('the lines always printed', () => {
  const claims: ClaimBrief[] = [
    {
      id: 'c',
      predicate: 'planned',
      subject: 'man',
      object: 'plot',
      citations: [cited({ origin: 'papers', standing: { level: 'charged', by: 'moj' } })],
    },
    { id: 'd', predicate: 'met', subject: 'man', object: 'other', citations: [cited()] },
  ];
  it('say where no link was found between what a claim joins, also between the bodies above', () => {
    const beside: RecordsBrief = {
      predicates: [...(BASE.predicates ?? []), { id: 'part-of', within: true }, { id: 'no-established-link-to', traversed: false }],
    };
    const ctx = contextOf({
      ...BASE,
      ...beside,
      claims: [
        { id: 'c', predicate: 'met', subject: 'gang', object: 'moj', citations: [cited()] },
        { id: 'up', predicate: 'part-of', subject: 'office', object: 'moj', citations: [cited()] },
        {
          id: 'none',
          predicate: 'no-established-link-to',
          subject: 'gang',
          object: 'office',
          citations: [cited()],
        },
      ],
    });
    const { printed } = checkPublication(ctx, { entities: [], claims: ['c'] });
    expect(printed.notEstablished.map(({ text }) => text)).toEqual([expect.stringMatching(/^Not established: .*office, according to The Daily\.$/)]);
  });
  it('are who answers, how far it is told, the dates and filters of the view, sources, origins, and what rests on little', () => {
    const { printed } = judge(
      claims,
      {},
      {
        view: {
          clocks: { published: '2024', firmOnly: true },
          filters: ['no geography'],
          title: 'T',
        },
      },
    );
    expect(printed).toMatchObject({
      title: 'T',
      knowledge: 'As told up to 2024-09; later outcomes not searched.',
      asOf: ['As of what was published by the end of 2024.', 'What is undated or may be later is left out.'],
      filters: ['no geography'],
      claims: 2,
      sources: [{ id: 'page', seen: true }],
      origins: [{ id: 'daily' }, { id: 'ministry', name: 'Ministry' }],
      responses: [{ entity: 'man', onRecord: false, text: 'Man: no response on record in these sources' }],
      singleOrigin: [{ claim: 'c' }, { claim: 'd' }],
      partiesOnly: [{ claim: 'c' }],
      leftOut: [],
    });
    expect(printed.caveats).toEqual(['1 source on the way of these citations was not seen.']);
    expect(printed).not.toHaveProperty('against');
  });
});

describe('what is printed beside a piece', () => {
  const beside: RecordsBrief = {
    ...BASE,
    predicates: [...(BASE.predicates ?? []), { id: 'no-established-link-to', traversed: false }],
    entities: [{ id: 'her', names: [{ text: 'Hidden Name', lang: 'en', kind: 'primary' }], atRisk: true }],
    claims: [
      { id: 'c', predicate: 'met', subject: 'man', object: 'moj', citations: [cited()] },
      { id: 'none', predicate: 'no-established-link-to', subject: 'man', object: 'moj', citations: [{ source: 'papers', locator: 1 }] },
      { id: 'names-her', predicate: 'no-established-link-to', subject: 'moj', object: 'man', citations: [cited({ statedBy: 'her' })] },
    ],
  };
  const request = { entities: ['man'], claims: ['c'] };
  it('is judged with it: a claim that no link was found, and a person whom only that names', () => {
    const ctx = contextOf(beside);
    expect(checkPublication(ctx, request).refused.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['claim none', 'entity her']);
  });
  it('is not printed where it was left out', () => {
    const ctx = contextOf(beside);
    const { refused } = checkPublication(ctx, request);
    const again = checkPublication(ctx, { ...inOneGo(leaveOut(ctx, request, refused)), leftOut: refused });
    expect(again.refused).toEqual([]);
    expect(again.printed.notEstablished).toEqual([]);
  });
});
