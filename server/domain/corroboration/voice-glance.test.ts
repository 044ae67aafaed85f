import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { inOneGo } from '../figures/in-slices.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { records } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { HIRED } from '../testing/plot-predicates.ts';
import { voiceGlanceInSlices, type VoiceGlance } from './voice-glance.ts';

const built = records({
  voices: [{ id: 'justice', entities: ['us'] }, { id: 'paper' }, { id: 'agency' }, { id: 'ministry', entities: ['iran'] }],
  sources: [
    { id: 'indictment', voice: 'justice', published: '2020-01-10', seen: false },
    { id: 'paper', published: '2020-01-12' },
    { id: 'agency', published: '2020-01' },
    { id: 'early', voice: 'agency', published: '2019-12-31' },
    { id: 'statement', voice: 'ministry', published: '2020-02' },
  ],
  predicates: [HIRED],
  claims: [
    { id: 'a', predicate: 'hired', subject: 'iran', object: 'gang', citations: [{ source: 'paper', origin: 'indictment', through: ['agency'] }] },
    { id: 'b', predicate: 'hired', subject: 'iran', object: 'bo', citations: [{ source: 'early' }, { source: 'paper', origin: 'indictment' }] },
    {
      id: 'c',
      predicate: 'hired',
      subject: 'us',
      object: 'bo',
      citations: [{ source: 'statement' }, { source: 'paper', stance: 'disputes', standing: { level: 'denied', by: 'us' } }],
    },
    { id: 'd', predicate: 'knew', citations: [{ source: 'agency' }, { source: 'indictment', stance: 'disputes', standing: { level: 'contradicted' } }] },
  ],
});

function glance(voice: string, clocks?: { published: string }): VoiceGlance {
  const figures = deriveFigures(built, { clocks });
  const visibleClaims = ['a', 'b', 'c', 'd'].filter((id) => figures.get(id)?.visible);
  return inOneGo(voiceGlanceInSlices({ records: built, figures, visibleClaims }, built.voices.get(voice)!));
}

describe('a voice at a glance', () => {
  it('says who tells its claims before it, who after it, and of how many that is not known', () => {
    const { beside } = glance('justice');
    expect(beside).toEqual([
      {
        voice: 'agency',
        claims: 2,
        before: { claims: 1, least: 10, most: 10 },
        sameDay: 0,
        open: 1,
        told: [
          // Some day of January 2020, beside the tenth.
          { claim: 'a', sequence: 'open', days: { least: -9, most: 21 } },
          { claim: 'b', sequence: 'before', days: { least: -10, most: -10 } },
        ],
      },
      {
        voice: 'paper',
        claims: 2,
        after: { claims: 2, least: 2, most: 2 },
        sameDay: 0,
        open: 0,
        told: [
          { claim: 'a', sequence: 'after', days: { least: 2, most: 2 } },
          { claim: 'b', sequence: 'after', days: { least: 2, most: 2 } },
        ],
      },
    ]);
  });
  it('says what it answers to: what accuses whom it speaks for, and what it disputes, by itself or in the words of others', () => {
    expect(glance('justice')).toMatchObject({
      accusedBy: ['c'],
      disputes: [
        { claim: 'c', levels: ['denied'] },
        { claim: 'd', levels: ['contradicted'] },
      ],
    });
    expect(glance('ministry')).toMatchObject({ accusedBy: ['a', 'b'], disputes: [] });
    // Who tells of a denial is not who denies.
    expect(glance('agency')).toMatchObject({ accusedBy: [], disputes: [] });
  });
  it('says whom it passes on, and who passes it on', () => {
    expect(glance('justice')).toMatchObject({
      carries: [],
      carriedBy: [
        { voice: 'paper', claims: 2 },
        { voice: 'agency', claims: 1 },
      ],
    });
    expect(glance('paper')).toMatchObject({ carries: [{ voice: 'justice', claims: 2 }], carriedBy: [] });
  });
  it('stands at the clocks', () => {
    expect(glance('agency', { published: '2020-01-11' }).beside).toEqual([]);
    expect(glance('ministry', { published: '2020-01-11' }).accusedBy).toEqual(['b']);
  });
});

it('of any records, is after another where that one is before it, by as many days, and accuses nobody for what is disputed only', () => {
  let [compared, certain] = [0, 0];
  checkProperty(
    'two voices see each other from both sides',
    fc.property(arbitraryRecords({ voices: 5, claims: 8 }), fc.option(arbitraryClocks, { nil: undefined }), (some, clocks) => {
      const figures = deriveFigures(some, { clocks });
      const visibleClaims = [...some.claims.keys()].filter((id) => figures.get(id)?.visible);
      const of = new Map([...some.voices.values()].map((voice) => [voice.id, inOneGo(voiceGlanceInSlices({ records: some, figures, visibleClaims }, voice))]));
      for (const [voice, { beside, carries, accusedBy, disputes }] of of) {
        for (const one of beside) {
          const back = of.get(one.voice)!.beside.find((other) => other.voice === voice)!;
          expect([back.claims, back.sameDay, back.open, back.before, back.after]).toEqual([one.claims, one.sameDay, one.open, one.after, one.before]);
          for (const { claim, sequence, days } of one.told) {
            expect(days.least).toBeLessThanOrEqual(days.most);
            expect(back.told.find((other) => other.claim === claim)?.days).toEqual({ least: 0 - days.most, most: 0 - days.least });
            compared += 1;
            if (sequence !== 'open') certain += 1;
          }
        }
        for (const one of carries) expect(of.get(one.voice)!.carriedBy).toContainEqual({ voice, claims: one.claims });
        for (const id of accusedBy) expect(figures.get(id)!.level).not.toBe('disputed-only');
        for (const { claim, levels } of disputes)
          expect(figures.get(claim)!.history.some(({ stance, level }) => stance === 'disputes' && levels.includes(level))).toBe(true);
      }
    }),
    { runs: 200 },
  );
  expect([compared > 200, certain > 20]).toEqual([true, true]);
});
