import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { inOneGo } from '../figures/in-slices.ts';
import { arbitraryRecords } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { voiceOverlapInSlices } from './voice-overlap.ts';

const MOST = 60;
const claim = (...originVoices: string[]) => ({ originVoices, origins: originVoices.length });
const overlap = (claims: ReturnType<typeof claim>[], most = MOST) => inOneGo(voiceOverlapInSlices(claims, most));

describe('the claims that two voices are origins of', () => {
  it('are counted for each pair, and those of each voice beside them', () => {
    expect(overlap([claim('court', 'paper'), claim('court'), claim('blog', 'court', 'paper'), claim(), claim('paper')])).toEqual({
      voices: [
        { voice: 'court', claims: 3, alone: 1 },
        { voice: 'paper', claims: 3, alone: 1 },
        { voice: 'blog', claims: 1, alone: 0 },
      ],
      inAll: 3,
      pairs: [
        { a: 0, b: 1, both: 2 },
        { a: 0, b: 2, both: 1 },
        { a: 1, b: 2, both: 1 },
      ],
    });
  });
  it('are of the voices with most claims, and it is said how many there are', () => {
    const many = Array.from({ length: MOST + 5 }, (_, i) => claim(`v${String(i).padStart(3, '0')}`, 'all'));
    const { voices, inAll, pairs } = overlap(many, MOST);
    expect([voices.length, inAll, pairs.length]).toEqual([MOST, MOST + 6, MOST - 1]);
    expect([voices[0]?.voice, voices[1]?.voice, voices.at(-1)?.voice]).toEqual(['all', 'v000', 'v058']);
  });
  it('are those that a count of each pair by itself finds, in whatever order the claims come', () => {
    checkProperty(
      'the overlap of voices',
      fc.property(arbitraryRecords({ voices: 6, claims: 12 }), fc.integer({ min: 1, max: 6 }), (built, most) => {
        const figures = [...deriveFigures(built).values()].filter(({ visible }) => visible);
        const found = inOneGo(voiceOverlapInSlices(figures, most));
        expect(inOneGo(voiceOverlapInSlices(figures.toReversed(), most))).toEqual(found);
        const of = (voice: string) => figures.filter(({ originVoices }) => originVoices.includes(voice));
        const voices = [...built.voices.keys()].filter((voice) => of(voice).length > 0);
        expect(found.inAll).toBe(voices.length);
        expect(found.voices.length).toBe(Math.min(most, voices.length));
        const left = voices.filter((voice) => !found.voices.some((one) => one.voice === voice));
        for (const voice of left) expect(of(voice).length).toBeLessThanOrEqual(found.voices.at(-1)!.claims);
        for (const [a, one] of found.voices.entries()) {
          expect([one.claims, one.alone]).toEqual([of(one.voice).length, of(one.voice).filter(({ origins }) => origins === 1).length]);
          for (const [b, other] of found.voices.entries()) {
            if (b <= a) continue;
            const both = of(one.voice).filter(({ originVoices }) => originVoices.includes(other.voice)).length;
            expect(found.pairs.find((pair) => pair.a === a && pair.b === b)?.both ?? 0).toBe(both);
          }
        }
      }),
      { runs: 200 },
    );
  });
});
