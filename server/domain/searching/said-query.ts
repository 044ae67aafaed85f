/** Turns the words of a search into a Lucene query of escaped words, for the index over `_said`. */
import { escapeLucene } from './full-text-query.ts';
import type { AskedRun, AskedWords } from './said-words.ts';

/** A query that a text answers which has all words; that they follow each other is told by comparing. No part of the input is passed on as syntax. */
export function saidQuery({ choices }: AskedWords): string {
  return choices.map((choice) => (choice.length === 1 ? choice.map(queryOf).join('') : `(${choice.map(queryOf).join(' OR ')})`)).join(' AND ');
}

function queryOf({ words, begun }: AskedRun): string {
  const terms = words.map((word, i) => `${escapeLucene(word)}${begun && i === words.length - 1 ? '*' : ''}`);
  return terms.length === 1 ? terms.join('') : `(${terms.join(' AND ')})`;
}
