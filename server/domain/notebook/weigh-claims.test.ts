/** Claims on one side of a question are weighed by their origins, each counted once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighClaims } from './weigh-claims.ts';

type Claim = Parameters<typeof weighClaims>[0][number];
const claim = (more: Partial<Claim> = {}): Claim => ({
  level: 'reported',
  originVoices: [],
  uninvolvedVoices: [],
  originsOpen: false,
  contested: false,
  ...more,
});

describe('the weight of claims', () => {
  it('counts an origin once, however many of the claims rest on it', () => {
    const post = { originVoices: ['post'], uninvolvedVoices: ['post'] };
    expect(weighClaims([claim(post), claim(post), claim({ originVoices: ['police', 'post'], uninvolvedVoices: ['post'] })])).toMatchObject({
      origins: 2,
      uninvolved: 1,
    });
  });
  it('does not call an origin uninvolved that is a party to one of the claims', () => {
    expect(weighClaims([claim({ originVoices: ['post'], uninvolvedVoices: ['post'] }), claim({ originVoices: ['post'] })])).toMatchObject({
      origins: 1,
      uninvolved: 0,
    });
  });
  it('names the firmest standing, and none where all is only disputed', () => {
    const disputed = claim({ level: 'disputed-only' });
    expect(weighClaims([claim(), claim({ level: 'charged' }), disputed]).highest).toBe('charged');
    expect(weighClaims([disputed])).not.toHaveProperty('highest');
  });
  it('tells that an origin is open, and how many are contested', () => {
    expect(weighClaims([claim({ originsOpen: true, contested: true }), claim({ contested: true }), claim()])).toMatchObject({
      originsOpen: true,
      contested: 2,
    });
    expect(weighClaims([])).toEqual({ origins: 0, originsOpen: false, uninvolved: 0, contested: 0 });
  });
  it('is the same in any order, and no larger than the counts of the claims together', () => {
    // Some of them have one rank: reported and alleged.
    const levels = ['disputed-only', 'reported', 'alleged', 'charged', 'convicted', 'confirmed'] as const;
    const voices = fc.uniqueArray(fc.constantFrom('a', 'b', 'constructor', '__proto__', 'd'));
    const any = voices.chain((originVoices) =>
      fc.subarray(originVoices).map((uninvolvedVoices) => claim({ originVoices, uninvolvedVoices, level: levels[originVoices.length]! })),
    );
    fc.assert(
      fc.property(fc.array(any), (claims) => {
        const weight = weighClaims(claims);
        expect(weighClaims(claims.toReversed())).toEqual(weight);
        expect(weight.uninvolved).toBeLessThanOrEqual(weight.origins);
        expect(weight.origins).toBeLessThanOrEqual(claims.reduce((sum, { originVoices }) => sum + originVoices.length, 0));
        for (const { originVoices } of claims) expect(weight.origins).toBeGreaterThanOrEqual(originVoices.length);
      }),
    );
  });
});
