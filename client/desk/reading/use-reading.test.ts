/** Whom marked words name, whatever stands before them in the paragraph. */
import { expect, it } from 'vitest';
import { namedWithin } from './use-reading.ts';

it('names each entity once, in the order of the words, and nobody where a name is of several', () => {
  // The sign before the names is one character, and two units of the string.
  const text = '𝄞 Ivan met Petar, Anna and Ivan.';
  const at = (word: string, entities: string[], from = 0) => {
    const start = Array.from(text.slice(0, text.indexOf(word, from))).length;
    return { paragraph: 1, start, end: start + word.length, entities };
  };
  const names = [at('Ivan', ['ivan']), at('Petar', ['petar']), at('Anna', ['anna-1', 'anna-2']), at('Ivan', ['ivan'], 10)] as never;
  const part = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  expect(namedWithin({ text, names }, part(text))).toEqual(['ivan', 'petar']);
  expect(namedWithin({ text, names }, part('met Petar, Anna'))).toEqual(['petar']);
  expect(namedWithin({ text, names }, part('met'))).toEqual([]);
  expect(namedWithin({ text, names }, part('van met'))).toEqual([]);
});
