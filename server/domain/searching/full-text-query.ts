/** Turns typed text into a Lucene query of escaped terms, for the index over `Entity._search`. */
import { foldName } from './fold-name.ts';
import { nameForms } from './name-forms.ts';
import { askedTerms, type AskedWord } from './search-terms.ts';

/** Words of which pairs are asked for; more would only cost time. */
const MAX_WORDS = 6;

/** Escapes every character that Lucene reads as syntax. */
export function escapeLucene(word: string): string {
  return word.replace(/[+\-!(){}[\]^"~*?:\\/|&]/g, '\\$&').replace(/\b(AND|OR|NOT|TO)\b/g, (w) => w.toLowerCase());
}

/**
 * A query that a name answers where it has two of the words typed (or the one), by letters or by consonants. What it finds is compared by `rankMatches`.
 * Undefined where nothing searchable was typed. No part of the input is passed on as syntax.
 */
export function fullTextQuery(typed: string, options: { exact?: boolean } = {}): string | undefined {
  if (foldName(typed) === '') return undefined;
  const forms = nameForms(typed);
  const asked = askedTerms(forms);
  if (!asked) return undefined;
  if (options.exact) {
    const words = [...new Set(forms.words.map(({ latin, number }) => number ?? latin))];
    return `(${(words.length > 0 ? words : asked.all).map(escapeLucene).join(' AND ')})`;
  }
  const clauses = asked.words.slice(0, MAX_WORDS).map(clauseOf);
  const parts = asked.least < 2 ? clauses : clauses.flatMap((clause, i) => clauses.slice(i + 1).map((other) => `(${clause} AND ${other})`));
  if (asked.every.length > 0) parts.push(`(${asked.every.map(clauseOf).join(' AND ')})`);
  if (asked.any.length > 0) parts.push(...new Set(asked.any.map((term) => `${escapeLucene(term)}^4`)));
  if (asked.all.length > 0) parts.push(`(${asked.all.map(escapeLucene).join(' AND ')})`);
  return parts.join(' OR ');
}

/** The word itself counts most, then its consonants. */
function clauseOf({ exact, begins }: AskedWord): string {
  const terms = exact.map((term) => `${escapeLucene(term)}${term.startsWith('__') ? '' : term.startsWith('_') ? '^3' : '^6'}`);
  return `(${[...terms, ...(begins === undefined ? [] : [`${escapeLucene(begins)}*`])].join(' OR ')})`;
}
