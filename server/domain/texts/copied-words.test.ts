/** Six words in a row are copied; five are not. */
import { describe, expect, it } from 'vitest';
import { copiedRun, holdsWords, isProperName, longestSharedRun, runsOf, wordsOf } from './copied-words.ts';

const passage = 'Two men were charged on Thursday with setting out to burn the works.';

describe('copied words', () => {
  it('are six in a row, whatever the case, the apostrophes and the signs between them', () => {
    const runs = new Set(runsOf(passage));
    expect(copiedRun('Police say: two MEN were charged, on Thursday.', runs)).toBe('two men were charged on thursday');
    expect(copiedRun('Two men were charged on a Thursday.', runs)).toBeUndefined();
    expect(copiedRun('', runs)).toBeUndefined();
  });
  it('of a quotation stand in its passage one after the other', () => {
    expect(holdsWords(passage, '“setting out to burn”')).toBe(true);
    expect(holdsWords(passage, 'setting to burn')).toBe(false);
  });
});

it.each([
  ['The police take the man to be Edlund.', 'Police believe that man to be Tomas Edlund', 3],
  ['a b c d e f g', 'x a b c d e f y', 6],
  ['', 'anything', 0],
  ['Он встретил его вчера', 'вчера он встретил ЕГО', 3],
])('“%s” shares a run of words with “%s”', (one, other, run) => {
  expect(longestSharedRun(wordsOf(one), wordsOf(other))).toBe(run);
  expect(longestSharedRun(wordsOf(other), wordsOf(one))).toBe(run);
});

it('a name proper is told from a phrase by its capitals', () => {
  const proper = ['National Council of Resistance of Iran', 'Office of the Director of National Intelligence', 'Sicherheitsdienst der Stadt', 'Ann al-Said'];
  const phrases = ['Plot to kidnap a journalist', 'the man with the scar', 'رجل في المدينة', 'Two men let go', ''];
  expect(proper.map(isProperName)).toEqual([true, true, true, true]);
  expect(phrases.map(isProperName)).toEqual([false, false, false, false, false]);
});
