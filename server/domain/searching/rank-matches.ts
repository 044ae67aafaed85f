/** Ranks entities by how well one of their names matches a search, and says which name and why. */
import { editDistance } from '../model/edit-distance.ts';
import type { Name } from '../model/records.ts';
import { foldName, latinName, skeletons } from './search-normalise.ts';

export const MATCH_REASONS = ['exact', 'prefix', 'words', 'fuzzy', 'transliterated', 'any'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

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
}

/** How many edits (`editDistance`) a word of this many letters may differ by and still match. */
export function editsAllowed(letters: number): number {
  return letters <= 3 ? 0 : letters <= 7 ? 1 : 2;
}

/**
 * Candidates with a name that matches, best first: the whole name, its beginning, its words in any order (the last may be unfinished), the words misspelt, the
 * consonants across scripts. Equal ones are ordered by distance, degree, id. An empty search matches all.
 */
export function rankMatches(query: string, candidates: Iterable<MatchCandidate>, options: RankOptions = {}): RankedMatch[] {
  const asked = formsOf(query);
  const isEmpty = query.trim() === '';
  const found: (RankedMatch & { place: number; distance: number; degree: number })[] = [];
  for (const { id, names, degree } of candidates) {
    let best: { name: Name; why: MatchReason; place: number; distance: number } | undefined;
    for (const name of names) {
      const match = isEmpty ? { why: 'any' as const, distance: 0 } : matchOf(asked, formsOfName(name.text));
      if (!match || (options.exact && match.why !== 'exact' && !isEmpty)) continue;
      const place = MATCH_REASONS.indexOf(match.why);
      const isBetter = !best || place < best.place || (place === best.place && match.distance < best.distance);
      if (isBetter) best = { name, place, ...match };
    }
    if (best) found.push({ id, degree, ...best });
  }
  found.sort((a, b) => a.place - b.place || a.distance - b.distance || b.degree - a.degree || (a.id < b.id ? -1 : 1));
  return found.map(({ id, name, why }) => ({ id, name, why }));
}

interface Forms {
  folded: string;
  latin: string;
  words: string[];
  latinWords: string[];
  skeletons: string[];
}

/** Names whose forms are kept: while a person types, the same names are compared at each letter. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, Forms>();

/** The forms of a stored name, cached, because folding is most of the work of a search. */
function formsOfName(text: string): Forms {
  let forms = remembered.get(text);
  if (!forms) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    forms = formsOf(text);
    remembered.set(text, forms);
  }
  return forms;
}

function formsOf(text: string): Forms {
  const folded = foldName(text);
  const latin = latinName(text);
  return { folded, latin, words: folded.split(' '), latinWords: latin.split(' '), skeletons: skeletons(text) };
}

function matchOf(asked: Forms, name: Forms): { why: MatchReason; distance: number } | undefined {
  if (asked.folded === name.folded) return { why: 'exact', distance: 0 };
  // Equal only in Latin letters: the same name in another script.
  if (asked.latin === name.latin) return { why: 'transliterated', distance: 0 };
  if (name.folded.startsWith(asked.folded)) return { why: 'prefix', distance: name.folded.length - asked.folded.length };
  if (name.latin.startsWith(asked.latin)) return { why: 'transliterated', distance: name.latin.length - asked.latin.length };
  const missing = Math.max(0, name.words.length - asked.words.length);
  const spent = wordsDistance(asked.words, name.words);
  if (spent !== undefined) return { why: spent === 0 ? 'words' : 'fuzzy', distance: spent * 10 + missing };
  const spentInLatin = wordsDistance(asked.latinWords, name.latinWords);
  if (spentInLatin !== undefined) return { why: 'transliterated', distance: spentInLatin * 10 + missing };
  const crossed = asked.skeletons.length > 0 && asked.skeletons.every((skeleton) => name.skeletons.includes(skeleton));
  if (crossed) return { why: 'transliterated', distance: 100 + missing + editDistance(asked.latin, name.latin, 50) };
  return undefined;
}

/**
 * Sum of the edits of all asked words, each compared with the nearest unused word of the name; undefined where one has none near enough. The last asked word
 * may be the beginning of a word.
 */
function wordsDistance(asked: readonly string[], words: readonly string[]): number | undefined {
  const unused = [...words];
  let sum = 0;
  for (const [i, word] of asked.entries()) {
    const allowed = editsAllowed(word.length);
    let best: { at: number; edits: number } | undefined;
    for (const [at, candidate] of unused.entries()) {
      const isBegun = i === asked.length - 1 && candidate.startsWith(word);
      const edits = isBegun ? 0 : editDistance(word, candidate, allowed);
      if (edits <= allowed && (!best || edits < best.edits)) best = { at, edits };
    }
    if (!best) return undefined;
    unused.splice(best.at, 1);
    sum += best.edits;
  }
  return sum;
}
