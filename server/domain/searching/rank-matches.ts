/** Ranks entities by how well one of their names matches a search, and says which name and why. */
import type { Name } from '../model/records.ts';
import { compareNames, SAME_NAME, type MatchReason, type NameMatch } from './compare-names.ts';
import { foldName } from './fold-name.ts';
import { nameForms, type NameForms } from './name-forms.ts';

export interface MatchCandidate {
  id: string;
  names: readonly Name[];
  /** Number of connections; of equal matches the better connected comes first. */
  degree: number;
}
export interface RankedMatch {
  id: string;
  name: Name;
  why: MatchReason;
}
export interface RankOptions {
  /** Only names that equal the search once both are folded. */
  exact?: boolean;
  /** The forms of a name where they are known already. */
  formsOf?: (text: string) => NameForms | undefined;
  /** All that was typed, where the search was cut within a word (`cutQuery`): only a name that begins with it matches. */
  whole?: string;
}

/**
 * The whole name comes first, then its beginning and the same name in other letters, then names that have all words as they are typed, then those without a title
 * or particle that was typed, then all others.
 */
function placeOf({ why, likeness, complete }: NameMatch): number {
  if (why === 'exact') return 0;
  if (why === 'prefix' || likeness >= SAME_NAME) return 1;
  return complete ? 2 : why === 'words' ? 3 : 4;
}

/** Candidates with a name that matches, best first: by place, likeness, degree, id. An empty search matches all. */
export function rankMatches(query: string, candidates: Iterable<MatchCandidate>, { exact, formsOf, whole }: RankOptions = {}): RankedMatch[] {
  const isEmpty = query.trim() === '';
  const asked = nameForms(query);
  const begins = whole === undefined ? '' : foldName(whole);
  const found: (RankedMatch & { place: number; likeness: number; degree: number })[] = [];
  for (const { id, names, degree } of candidates) {
    let best: { name: Name; why: MatchReason; place: number; likeness: number } | undefined;
    for (const name of names) {
      if (begins !== '' && !foldName(name.text).startsWith(begins)) continue;
      const match = isEmpty ? { why: 'any' as const, likeness: 1, complete: true } : compareNames(asked, formsOf?.(name.text) ?? nameForms(name.text));
      if (!match || (exact && match.why !== 'exact' && !isEmpty)) continue;
      const place = placeOf(match);
      if (!best || place < best.place || (place === best.place && match.likeness > best.likeness))
        best = { name, place, why: match.why, likeness: match.likeness };
    }
    if (best) found.push({ id, degree, ...best });
  }
  found.sort((a, b) => a.place - b.place || b.likeness - a.likeness || b.degree - a.degree || (a.id < b.id ? -1 : 1));
  return found.map(({ id, name, why }) => ({ id, name, why }));
}
