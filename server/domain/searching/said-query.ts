/** Turns the words of a search into a Lucene query of escaped words, for the index over `_said`. */
import { escapeLucene } from './full-text-query.ts';
import type { AskedWords } from './said-words.ts';

/** A query that a text answers which has all words; that they follow each other is told by comparing. No part of the input is passed on as syntax. */
export function saidQuery({ runs, begun }: AskedWords): string {
  const words = runs.flat();
  return words.map((word, i) => `${escapeLucene(word)}${begun && i === words.length - 1 ? '*' : ''}`).join(' AND ');
}
