/** What differs between two states of one case, by example and for any records. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { inOneGo } from '../figures/in-slices.ts';
import { entitiesOf } from '../model/claim-ends.ts';
import { isStruck, type Clocks, type Struck } from '../model/questions.ts';
import type { Records } from '../model/records.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { records, type CitationBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { compareCases, type CaseState, type ClaimDifference } from './compare-cases.ts';
import { strikeInSlices } from './strike.ts';

function stateAt(built: Records, clocks: Clocks = {}): CaseState {
  const { records: left, taken } = isStruck(clocks.without)
    ? inOneGo(strikeInSlices(built, clocks.without, clocks))
    : { records: built, taken: new Map<string, never>() };
  return { records: left, figures: deriveFigures(left, { clocks }), taken };
}
const compared = (before: CaseState, after: CaseState, striking = false) => inOneGo(compareCases(before, after, striking));
const ids = (some: readonly ClaimDifference[]) => some.map(({ claim }) => claim);

const trial = { by: 'court', case: 'trial' };
const built = records({
  voices: ['paper', 'agency', 'court', 'man'].map((id) => ({ id })),
  sources: [
    { id: 'paper', published: '2020' },
    { id: 'agency', published: '2021' },
    { id: 'court', published: '2022' },
    { id: 'man', published: '2023' },
    { id: 'regret', voice: 'paper', published: '2024' },
  ],
  entities: { man: 'Person', boss: 'Person', court: 'Agency', trial: 'Case', plot: 'Plot', friend: 'Person', stranger: 'Person' },
  predicates: [{ id: 'did', accuses: ['subject'] }, { id: 'knew' }],
  claims: [
    {
      id: 'deed',
      predicate: 'did',
      subject: 'man',
      object: 'plot',
      citations: [{ source: 'paper' }, { source: 'court', standing: { level: 'convicted', ...trial } }],
    },
    {
      id: 'order',
      predicate: 'did',
      subject: 'boss',
      object: 'plot',
      citations: [{ source: 'paper' }, { source: 'man', stance: 'disputes', standing: { level: 'denied', by: 'boss' } }],
    },
    { id: 'meeting', predicate: 'knew', subject: 'man', object: 'stranger', citations: [{ source: 'agency' }, { source: 'man' }] },
    {
      id: 'rumour',
      predicate: 'knew',
      subject: 'boss',
      object: 'friend',
      citations: [{ source: 'paper' }, { source: 'regret', stance: 'disputes', standing: { level: 'retracted', by: 'court', on: '2024' } }],
    },
    { id: 'constant', predicate: 'knew', subject: 'boss', object: 'court', citations: [{ source: 'paper' }] },
  ],
});
const at = (published: string) => stateAt(built, { published });

describe('between two dates', () => {
  it('a claim is gained that is told by the later one, with the entity that it alone names', () => {
    const found = compared(at('2020'), at('2021'));
    expect([ids(found.gained), ids(found.lost), ids(found.changed)]).toEqual([['meeting'], [], []]);
    expect(found.entitiesGained).toEqual(['stranger']);
    expect([found.before, found.after]).toEqual([4, 5]);
  });
  it('a claim is changed that is firmer, denied, or told by one more', () => {
    const found = compared(at('2021'), at('2023'));
    expect(found.changed.map(({ claim, changes }) => [claim, ...changes])).toEqual([
      ['deed', 'rose', 'gained-origin', 'gained-uninvolved'],
      ['meeting', 'gained-origin', 'gained-uninvolved'],
      ['order', 'denied', 'contested'],
    ]);
  });
  it('a claim that is left only disputed is lost, and gained the other way round', () => {
    const found = compared(at('2023'), at('2024'));
    expect(found.lost).toEqual([
      { claim: 'rumour', kind: 'lost', changes: ['disputed-only', 'retracted', 'lost-only-origin', 'lost-uninvolved', 'contested'] },
    ]);
    const back = compared(at('2024'), at('2023'));
    expect(back.gained.map(({ claim, changes }) => [claim, changes[0]])).toEqual([['rumour', 'stands-again']]);
  });
  it('nothing differs between a state and itself', () => {
    const found = compared(at('2022'), at('2022'));
    expect([found.gained, found.lost, found.changed, found.entitiesGained, found.byClaim.size]).toEqual([[], [], [], [], 0]);
  });
});

describe('without what is struck', () => {
  const chain: CitationBrief[] = [
    { source: 'agency', origin: 'court' },
    { source: 'agency', originBasis: 'own-voice' },
  ];
  const told = records({
    voices: ['agency', 'court', 'paper'].map((id) => ({ id })),
    sources: [{ id: 'agency' }, { id: 'court' }, { id: 'paper' }],
    claims: [
      { id: 'alone', predicate: 'knew', object: 'one', citations: [{ source: 'court' }] },
      { id: 'again', predicate: 'knew', object: 'two', citations: chain },
      { id: 'both', predicate: 'knew', object: 'three', citations: [...chain, { source: 'paper' }] },
      { id: 'other', predicate: 'knew', object: 'four', citations: [{ source: 'paper' }] },
    ],
  });
  it('a claim falls, is left only as a retelling, stands on another voice, or is not touched', () => {
    const found = compared(stateAt(told), stateAt(told, { without: { voices: ['court'] } }), true);
    expect([ids(found.falls), ids(found.retold), ids(found.stands), found.untouched]).toEqual([['alone'], ['again'], ['both'], 1]);
    expect(found.byClaim.get('both')).toEqual({ claim: 'both', kind: 'changed', changes: ['lost-origin', 'lost-uninvolved'], struck: 'stands' });
    expect(found.entitiesLost).toEqual(['one', 'two']);
  });
});

const anyClocks = ({ sources, voices, claims, datasets }: Records): fc.Arbitrary<Clocks> =>
  fc
    .tuple(
      fc.option(arbitraryClocks, { nil: {} as Clocks }),
      fc.option(
        fc.record({
          sources: fc.subarray([...sources.keys()], { maxLength: 2 }),
          voices: fc.subarray([...voices.keys()], { maxLength: 2 }),
          claims: fc.subarray([...claims.keys()], { maxLength: 1 }),
          datasets: fc.subarray([...datasets.keys()], { maxLength: 1 }),
        }),
        { nil: undefined },
      ),
    )
    .map(([clocks, without]: [Clocks, Struck | undefined]) => ({ ...clocks, ...(without ? { without } : {}) }));
const anyTwo = arbitraryRecords().chain((of) => fc.tuple(fc.constant(of), anyClocks(of), anyClocks(of)));

/** Claims that stand in a state, and what of their figures is told: worked out from the figures alone, in another way than above. */
function naive({ figures, records: { claims, citations } }: CaseState) {
  const stands = [...figures.values()].filter(({ visible, rank }) => visible && rank >= 0);
  const told = stands.map((of): [string, string] => {
    const outcomes = (citations.get(of.claim) ?? []).flatMap(({ id, outcome }) =>
      of.history.some((step) => step.citation === id && step.stance === 'supports' && step.fell !== 'retracted') ? (outcome ?? []) : [],
    );
    const disputes = of.history.flatMap((step) => (step.stance === 'disputes' && step.fell === undefined ? [step.level] : []));
    const values = [of.happened, of.count, of.amount].map((some) => some.map(({ value }) => JSON.stringify(value)).sort());
    const { level, by, originVoices, uninvolvedOrigins, contested } = of;
    return [
      of.claim,
      JSON.stringify([level, by, originVoices, uninvolvedOrigins, contested, [...new Set(disputes)].sort(), values, [...new Set(outcomes)].sort()]),
    ];
  });
  return { told: new Map(told), entities: new Set(stands.flatMap(({ claim }) => entitiesOf(claims.get(claim)!))) };
}

describe('of any records at any dates, without anything', () => {
  it('what is gained, lost and changed is what a comparison of the figures one by one finds', () => {
    checkProperty(
      'compared as one by one',
      fc.property(anyTwo, ([of, a, b]) => {
        const [before, after] = [stateAt(of, a), stateAt(of, b)];
        const [was, is] = [naive(before), naive(after)];
        const found = compared(before, after, isStruck(b.without));
        const without = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) => [...some.keys()].filter((id) => !others.has(id)).sort();
        expect(ids(found.gained).sort()).toEqual(without(is.told, was.told));
        expect(ids(found.lost).sort()).toEqual(without(was.told, is.told));
        expect(ids(found.changed).sort()).toEqual([...was.told].flatMap(([id, told]) => (is.told.has(id) && is.told.get(id) !== told ? [id] : [])).sort());
        expect([...found.entitiesGained].sort()).toEqual([...is.entities].filter((id) => !was.entities.has(id)).sort());
        expect([...found.entitiesLost].sort()).toEqual([...was.entities].filter((id) => !is.entities.has(id)).sort());
        expect([found.before, found.after]).toEqual([was.told.size, is.told.size]);
      }),
      { runs: 300 },
    );
  });
  it('the other way round everything is the other way round, and compared with itself nothing differs', () => {
    checkProperty(
      'compared the other way round',
      fc.property(anyTwo, ([of, a, b]) => {
        const [before, after] = [stateAt(of, a), stateAt(of, b)];
        const [there, back] = [compared(before, after), compared(after, before)];
        expect([ids(there.gained), ids(there.lost), there.entitiesGained, there.entitiesLost]).toEqual([
          ids(back.lost),
          ids(back.gained),
          back.entitiesLost,
          back.entitiesGained,
        ]);
        expect(ids(there.changed).sort()).toEqual(ids(back.changed).sort());
        expect(compared(before, before, true).byClaim.size).toBe(0);
      }),
      { runs: 300 },
    );
  });
  it('each claim that stood falls, is only retold, stands or is not touched; and only what lost a citation is told to be retold', () => {
    checkProperty(
      'what striking did',
      fc.property(anyTwo, ([of, a, b]) => {
        const clocks = { ...a, without: undefined };
        const [before, after] = [stateAt(of, clocks), stateAt(of, { ...clocks, without: b.without })];
        const found = compared(before, after, true);
        const { falls, retold, stands, untouched } = found;
        expect(falls.length + retold.length + stands.length + untouched).toBe(found.before);
        expect([...ids(falls), ...ids(retold)].sort()).toEqual(ids(found.lost).sort());
        for (const id of ids(retold)) expect(after.taken.get(id)!.retold.length).toBeGreaterThan(0);
        for (const [id, { struck }] of after.taken)
          if (struck.length > 0 && (before.figures.get(id)?.rank ?? -1) >= 0 && before.figures.get(id)!.visible)
            expect(found.byClaim.get(id)?.struck).toBeDefined();
      }),
      { runs: 300 },
    );
  });
});
