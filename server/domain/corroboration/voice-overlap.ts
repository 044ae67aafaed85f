/** For each two voices the claims that both are origins of. */
import type { InSlices } from '../figures/in-slices.ts';
import type { Figures } from '../model/figures.ts';

export interface VoiceOverlap {
  /** Those that are origins of most claims first, then by id. `alone`: the claims that each is the only origin of. */
  voices: { voice: string; claims: number; alone: number }[];
  /** Voices that are an origin of some claim, those left out included. */
  inAll: number;
  /** Pairs that have a claim in common, as places in the list, `a` before `b`, in order. */
  pairs: { a: number; b: number; both: number }[];
}

/**
 * @param claims the figures of the claims that are counted, each once
 * @param most voices that are compared
 */
export function* voiceOverlapInSlices(claims: readonly Pick<Figures, 'originVoices' | 'origins'>[], most: number): InSlices<VoiceOverlap> {
  const counts = new Map<string, { claims: number; alone: number }>();
  for (const { originVoices, origins } of claims) {
    for (const voice of originVoices) {
      const count = counts.get(voice) ?? { claims: 0, alone: 0 };
      count.claims += 1;
      if (origins === 1) count.alone += 1;
      counts.set(voice, count);
    }
    yield;
  }
  const voices = [...counts]
    .map(([voice, count]) => ({ voice, ...count }))
    .sort((a, b) => b.claims - a.claims || (a.voice < b.voice ? -1 : 1))
    .slice(0, most);
  const placeOf = new Map(voices.map(({ voice }, i) => [voice, i]));
  const both = new Uint32Array(voices.length * voices.length);
  for (const { originVoices } of claims) {
    const places = originVoices.flatMap((voice) => placeOf.get(voice) ?? []);
    for (const a of places) for (const b of places) if (a < b) both[a * voices.length + b]! += 1;
    yield;
  }
  const pairs = [...both].flatMap((n, at) => (n === 0 ? [] : [{ a: Math.floor(at / voices.length), b: at % voices.length, both: n }]));
  return { voices, inAll: counts.size, pairs };
}
