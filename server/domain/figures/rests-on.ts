/** What one claim rests on: the sources read for it, the sources at its roots, and the voices that pass it on (model.md, "Origins"). */
import type { RestsOn } from '../model/figures.ts';
import type { Citation } from '../model/records.ts';
import { wayOf, type ChainOf, type Sources } from './lineage.ts';
import type { CountedCitation } from './standing.ts';

/**
 * Every list is sorted, with each entry once.
 * @param counting the visible citations that were not retracted, supporting and disputing
 * @param origins the supporting ones among them that add an origin
 */
export function restsOn(counting: readonly Citation[], origins: readonly CountedCitation[], sources: Sources, chain?: ChainOf): RestsOn {
  const read = new Set(counting.map((citation) => citation.source));
  const roots = new Set<string>();
  const taken = new Map<string, [string, string]>();
  const carried = new Map<string, [string, string]>();
  for (const { citation, root } of origins) {
    if (!root) continue;
    roots.add(root.id);
    if (citation.source !== root.id) taken.set(`${citation.source} ${root.id}`, [citation.source, root.id]);
    for (const { voice } of wayOf(citation, sources, chain)) {
      if (voice !== root.voice) carried.set(`${voice} ${root.voice}`, [voice, root.voice]);
    }
  }
  return { read: [...read].sort(), roots: [...roots].sort(), taken: sortedPairs(taken), carried: sortedPairs(carried) };
}

function sortedPairs(pairs: ReadonlyMap<string, [string, string]>): [string, string][] {
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}
