import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { inOneGo } from '../figures/in-slices.ts';
import { STRUCK_KINDS, type Clocks, type Struck } from '../model/questions.ts';
import type { Records } from '../model/records.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { records, type CitationBrief, type SourceBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { strikeInSlices } from './strike.ts';

const strike = (built: Records, without: Struck, clocks?: Clocks) => inOneGo(strikeInSlices(built, without, clocks));
const voices = ['court', 'paper', 'agency', 'blog'].map((id) => ({ id }));
const sources: SourceBrief[] = [
  { id: 'court' },
  { id: 'paper', published: '2020' },
  { id: 'agency' },
  { id: 'blog' },
  { id: 'reprint', voice: 'blog', textOf: { source: 'paper', how: 'republishes' } },
  { id: 'early', voice: 'paper', published: '2010' },
];
/** One claim with these citations, without what is struck. */
function claimWithout(citations: CitationBrief[], without: Struck, clocks?: Clocks) {
  const built = records({ voices, sources, claims: [{ id: 'x', predicate: 'knew', citations }] });
  const struck = strike(built, without, clocks);
  const of = (one: Records) => deriveFigures(one, { clocks }).get('x')!;
  return { before: of(built), after: of(struck.records), taken: struck.taken.get('x'), left: struck.records.citations.get('x') ?? [] };
}

describe('what is struck', () => {
  it('takes every citation with it on whose way it stands, and leaves the others', () => {
    const citations: CitationBrief[] = [
      { source: 'reprint', paraphrase: 'a' },
      { source: 'blog', through: ['agency'], origin: 'court', paraphrase: 'b' },
      { source: 'court', paraphrase: 'c' },
    ];
    const left = (without: Struck) => claimWithout(citations, without).left.map(({ paraphrase }) => paraphrase);
    expect(left({ voices: ['agency'] })).toEqual(['a', 'c']);
    expect(left({ voices: ['paper'] })).toEqual(['b', 'c']);
    expect(left({ sources: ['blog'] })).toEqual(['a', 'c']);
    expect(left({ voices: ['blog'] })).toEqual(['c']);
    expect(left({ voices: ['court'] })).toEqual(['a']);
    expect(left({ claims: ['x'] })).toEqual([]);
    expect(left({ datasets: ['test'] })).toEqual([]);
  });
  it('leaves a claim that somebody else tells standing, as firm as he tells it', () => {
    const { before, after } = claimWithout([{ source: 'court', standing: { level: 'charged', by: 'state' } }, { source: 'paper' }], { voices: ['court'] });
    expect([before.level, before.origins, after.level, after.origins]).toEqual(['charged', 2, 'reported', 1]);
  });
  it('takes the retelling with the last origin that it retells, and does not count it as an origin', () => {
    const citations: CitationBrief[] = [
      { source: 'paper', origin: 'court', paraphrase: 'the court says so' },
      { source: 'paper', origin: 'agency', paraphrase: 'the agency says so' },
      { source: 'paper', paraphrase: 'so it was', originBasis: 'own-voice' },
    ];
    const one = claimWithout(citations, { voices: ['court'] });
    expect([one.after.originVoices, one.after.retellings.length, one.taken?.retold]).toEqual([['agency'], 1, []]);
    const both = claimWithout(citations, { voices: ['court', 'agency'] });
    expect(both.after.visible).toBe(false);
    expect([both.taken?.struck.length, both.taken?.retold.length]).toEqual([2, 1]);
  });
  it('leaves a text its own word where what it takes it from was not yet published', () => {
    const citations: CitationBrief[] = [
      { source: 'early', paraphrase: 'so it was', originBasis: 'own-voice' },
      { source: 'agency', paraphrase: 'an agency' },
    ];
    const { after } = claimWithout(citations, { voices: ['agency'] }, { published: '2015' });
    expect(after.originVoices).toEqual(['paper']);
  });
  it('is refused by its field where nobody has it', () => {
    const built = records({ claims: [{ id: 'x', predicate: 'knew', citations: [{}] }] });
    for (const kind of STRUCK_KINDS)
      expect(() => strike(built, { [kind]: ['constructor'] })).toThrow(`/clocks/without/${kind}: there is no ${kind.slice(0, -1)} "constructor"`);
  });
});

const anyStruck = ({ sources: s, voices: v, claims: c, datasets: d }: Records): fc.Arbitrary<Required<Struck>> =>
  fc.record({
    sources: fc.subarray([...s.keys()], { maxLength: 2 }),
    voices: fc.subarray([...v.keys()], { maxLength: 2 }),
    claims: fc.subarray([...c.keys()], { maxLength: 1 }),
    datasets: fc.subarray([...d.keys()], { maxLength: 1 }),
  });
const merged = (a: Struck, b: Struck): Struck => Object.fromEntries(STRUCK_KINDS.map((kind) => [kind, [...(a[kind] ?? []), ...(b[kind] ?? [])]]));
const struckTwice = arbitraryRecords().chain((built) =>
  fc.tuple(fc.constant(built), anyStruck(built), anyStruck(built), fc.option(arbitraryClocks, { nil: undefined })),
);

describe('of any records', () => {
  it('striking one after the other is striking both, and striking nothing changes nothing', () => {
    checkProperty(
      'the order of striking does not matter',
      fc.property(struckTwice, ([built, a, b]) => {
        const both = strike(built, merged(a, b)).records;
        expect(strike(strike(built, a).records, b).records.citations).toEqual(both.citations);
        expect(strike(strike(built, b).records, a).records.citations).toEqual(both.citations);
        expect(strike(built, {}).records.citations).toEqual(built.citations);
      }),
      { runs: 300 },
    );
  });
  it('no struck voice is an origin, and no retelling becomes one', () => {
    checkProperty(
      'what only retold does not come back',
      fc.property(struckTwice, ([built, without, , clocks]) => {
        const before = deriveFigures(built, { clocks });
        for (const [id, figures] of deriveFigures(strike(built, without, clocks).records, { clocks })) {
          expect(figures.originVoices.filter((voice) => without.voices.includes(voice))).toEqual([]);
          const told = new Set(figures.history.map((step) => step.citation));
          const retold = before.get(id)!.retellings.filter((one) => told.has(one));
          expect(figures.retellings).toEqual(expect.arrayContaining(retold));
        }
      }),
      { runs: 300 },
    );
  });
});
