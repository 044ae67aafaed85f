/** What was typed → a full-text query of escaped words: exact³, or beginning, or misspelt, or the consonants across scripts. */
import { editsAllowed } from './rank-matches.ts';
import { foldName, latinName, skeletons, SKELETON_MARK } from './search-normalise.ts';

/** Words of one query; more would only cost time. */
const MAX_WORDS = 12;

/** Escapes every character Lucene reads as syntax. Folded words hold letters and digits only; a name of signs does not. */
export function escapeLucene(word: string): string {
  return word.replace(/[+\-!(){}[\]^"~*?:\\/|&]/g, '\\$&').replace(/\b(AND|OR|NOT|TO)\b/g, (w) => w.toLowerCase());
}

/**
 * Every word must answer, in the folded or the Latin form; or else every skeleton. Undefined where nothing searchable was typed.
 * No part of the input reaches the index as syntax.
 */
export function fullTextQuery(typed: string, options: { exact?: boolean } = {}): string | undefined {
  const folded = wordsOf(foldName(typed));
  const latin = wordsOf(latinName(typed));
  if (folded.length === 0) return undefined;
  const spellings = latin.join(' ') === folded.join(' ') ? [folded] : [folded, latin];
  const clause = options.exact ? exactWord : looseWord;
  const parts = spellings.map((words) => `(${words.map(clause).join(' AND ')})`);
  const bones = skeletons(typed).slice(0, MAX_WORDS);
  if (!options.exact && bones.length > 0) {
    parts.push(`(${bones.map((bone) => escapeLucene(SKELETON_MARK + bone)).join(' AND ')})`);
  }
  return parts.join(' OR ');
}

function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MAX_WORDS);
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
