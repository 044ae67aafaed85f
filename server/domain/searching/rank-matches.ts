/** Ranks entities by how well one of their names matches a search, and says which name and why. */
import type { Name } from '../model/records.ts';
import { compareNames, type MatchReason, type NameMatch } from './compare-names.ts';
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
}

/** The whole name comes first, then its beginning and the same name in other letters, then names that have the words as they are typed, then all others. */
function placeOf({ why, likeness }: NameMatch): number {
  if (why === 'exact') return 0;
  return why === 'prefix' || likeness >= SAME_NAME ? 1 : why === 'words' ? 2 : 3;
}
const SAME_NAME = 0.99;

/** Candidates with a name that matches, best first: by place, likeness, degree, id. An empty search matches all. */
export function rankMatches(query: string, candidates: Iterable<MatchCandidate>, { exact, formsOf }: RankOptions = {}): RankedMatch[] {
  const isEmpty = query.trim() === '';
  const asked = nameForms(query);
  const found: (RankedMatch & { place: number; likeness: number; degree: number })[] = [];
  for (const { id, names, degree } of candidates) {
    let best: { name: Name; why: MatchReason; place: number; likeness: number } | undefined;
    for (const name of names) {
      const match = isEmpty ? { why: 'any' as const, likeness: 1 } : compareNames(asked, formsOf?.(name.text) ?? nameForms(name.text));
      if (!match || (exact && match.why !== 'exact' && !isEmpty)) continue;
      const place = placeOf(match);
      if (!best || place < best.place || (place === best.place && match.likeness > best.likeness)) best = { name, place, ...match };
    }
    if (best) found.push({ id, degree, ...best });
  }
  found.sort((a, b) => a.place - b.place || b.likeness - a.likeness || b.degree - a.degree || (a.id < b.id ? -1 : 1));
  return found.map(({ id, name, why }) => ({ id, name, why }));
}
