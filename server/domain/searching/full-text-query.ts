/**
 * Turns typed text into a Lucene query of escaped words. Each may match exactly (boosted), as a beginning, misspelt, or by its consonants in another script.
 */
import { editsAllowed } from './rank-matches.ts';
import { foldName, latinName, skeletons, SKELETON_MARK } from './search-normalise.ts';

/** Words used of one query; more would only cost time. */
const MAX_WORDS = 12;

/** Escapes every character that Lucene reads as syntax. Folded words hold letters and digits only, but a name may consist of other characters alone. */
export function escapeLucene(word: string): string {
  return word.replace(/[+\-!(){}[\]^"~*?:\\/|&]/g, '\\$&').replace(/\b(AND|OR|NOT|TO)\b/g, (w) => w.toLowerCase());
}

/**
 * A query that every word must match in its folded or Latin form, or else every consonant skeleton. Undefined where nothing searchable was typed. No part of
 * the input is passed on as syntax.
 */
export function fullTextQuery(typed: string, options: { exact?: boolean } = {}): string | undefined {
  const folded = wordsOf(foldName(typed));
  const latin = wordsOf(latinName(typed));
  if (folded.length === 0) return undefined;
  const spellings = latin.join(' ') === folded.join(' ') ? [folded] : [folded, latin];
  const clause = options.exact ? exactWord : looseWord;
  const parts = spellings.map((words) => `(${words.map(clause).join(' AND ')})`);
  const typedSkeletons = skeletons(typed).slice(0, MAX_WORDS);
  if (!options.exact && typedSkeletons.length > 0) {
    parts.push(`(${typedSkeletons.map((skeleton) => escapeLucene(SKELETON_MARK + skeleton)).join(' AND ')})`);
  }
  return parts.join(' OR ');
}

/** The words; where none has a letter or digit, the signs, since a name may consist of signs alone. */
function wordsOf(text: string): string[] {
  const all = text.split(/\s+/).filter((word) => word !== '');
  const words = all.filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (words.length > 0 ? words : all).slice(0, MAX_WORDS);
}

function exactWord(word: string): string {
  return escapeLucene(word);
}

function looseWord(word: string): string {
  const safe = escapeLucene(word);
  const edits = editsAllowed(word.length);
  const fuzzy = edits === 0 ? '' : ` OR ${safe}~${edits}`;
  return `(${safe}^3 OR ${safe}*${fuzzy})`;
}
