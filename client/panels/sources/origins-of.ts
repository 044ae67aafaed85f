/** Counts the origins of the claims read in some sources, and finds the sources that carry the text of others. */
import type { EdgeView, SourceView } from '../../../server/contract/views.ts';

export interface OriginCount {
  voice: string;
  claims: number;
}

/** Voices at the roots of claims with their numbers of claims, highest first. A claim with several voices counts for each. */
export function originCounts(claims: readonly Pick<EdgeView, 'originVoices'>[]): OriginCount[] {
  const counts = new Map<string, number>();
  for (const { originVoices } of claims) for (const voice of new Set(originVoices)) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  return [...counts].map(([voice, n]) => ({ voice, claims: n })).toSorted((a, b) => b.claims - a.claims || (a.voice < b.voice ? -1 : 1));
}

/** The given sources and all that carry their text, directly or through another, each once. */
export function withCarriers(ids: readonly string[], sources: readonly Pick<SourceView, 'id' | 'textOf'>[]): string[] {
  const held = new Set(ids);
  for (let before = -1; before !== held.size;) {
    before = held.size;
    for (const { id, textOf } of sources) if (textOf && held.has(textOf.source)) held.add(id);
  }
  return [...held];
}
