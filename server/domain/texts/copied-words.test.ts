/** Six words in a row are copied; five are not. */
import { describe, expect, it } from 'vitest';
import { copiedRun, holdsWords, runsOf } from './copied-words.ts';

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
